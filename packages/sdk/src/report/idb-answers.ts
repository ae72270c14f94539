import type { AnswerBook } from '../live/answer-book.ts'
import type { ProfileDatabase } from '../storage/database.ts'
import type { FindingId } from './redactor.ts'

/** Answers kept in the profile. A new value, or a new major of the rule, never inherits one (protocol.md §2.3). */
export function idbAnswers(database: ProfileDatabase): AnswerBook {
  return {
    async recall(ids) {
      const within = database.transaction('answers')
      const recalled = await Promise.all(
        ids.map(async (id) => {
          const exact = await within.store.get(`${valueKey(id)}|${id.s}`)
          if (exact) return { answer: exact.answer, at: exact.at, same: true }
          const [likely] = await within.store.index('v').getAll(valueKey(id))
          return likely && { answer: likely.answer, at: likely.at, same: false }
        }),
      )
      await within.done
      return recalled
    },
    async remember(id, answer, at) {
      await database.put('answers', { answer, at, v: valueKey(id) }, `${valueKey(id)}|${id.s}`)
    },
    async forget(id) {
      await database.delete('answers', `${valueKey(id)}|${id.s}`)
    },
  }
}

function valueKey({ rule, major, e, v }: FindingId): string {
  return `${rule}|${major}|${e}|${v}`
}
