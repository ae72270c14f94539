import type { FindingId } from '../report/redactor.ts'
import type { AnswerBook, Recalled } from './answer-book.ts'

/** Answers kept for as long as the page is open. */
export function memoryAnswers(): AnswerBook {
  const kept = new Map<string, Recalled>()
  const byValue = new Map<string, Recalled>()
  return {
    recall: async (ids) => ids.map((id) => kept.get(`${valueKey(id)}|${id.s}`) ?? byValue.get(valueKey(id))),
    async remember(id, answer, at) {
      kept.set(`${valueKey(id)}|${id.s}`, { answer, at, same: true })
      byValue.set(valueKey(id), { answer, at, same: false })
    },
    async forget(id) {
      kept.delete(`${valueKey(id)}|${id.s}`)
      byValue.delete(valueKey(id))
    },
  }
}

function valueKey({ rule, major, e, v }: FindingId): string {
  return `${rule}|${major}|${e}|${v}`
}
