import { type ReviewItem, subjectsFor } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import type { ReviewDesk } from '../review/review-desk.ts'
import { text } from './text.zh-CN.ts'

const FLAGS = ['sensitive', 'involvesOtherUnits', 'emergency'] as const

/** What kind of item the draft is, on which the chain and the questions depend; fixed once somebody has signed. */
export function SignItem({ review, item, locked, open }: { review: ReviewDesk; item: ReviewItem; locked: boolean; open: boolean }) {
  const [problem, setProblem] = useState<string | undefined>()
  const said = review.record.value?.subjects
  const told = said ?? []
  const subjects = subjectsFor(review.confirmations, 'publish', { item, ...(review.surface && { surface: review.surface }) })
  const say = async (next: ReviewItem, about: readonly string[]) => setProblem(await review.describe(next, about))
  return (
    <details class="section item-kind" open={open}>
      <summary>
        {text.sign.item}　<span class="note">{summary(item, told)}</span>
      </summary>
      <fieldset disabled={locked}>
        <label class="field">
          <span>{text.sign.origin}</span>
          <select
            value={item.origin}
            onChange={(event) => say({ ...item, origin: event.currentTarget.value as ReviewItem['origin'] }, told)}
          >
            {Object.entries(text.sign.origins).map(([origin, name]) => (
              <option key={origin} value={origin}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div class="ticks">
          {FLAGS.map((flag) => (
            <label key={flag}>
              <input
                type="checkbox"
                checked={item[flag]}
                onChange={(event) => say({ ...item, [flag]: event.currentTarget.checked }, told)}
              />
              {text.sign[flag]}
            </label>
          ))}
        </div>
        {subjects.length > 0 && (
          <>
            <p class="note">{text.sign.subjects}</p>
            <div class="ticks">
              {subjects.map((subject) => (
                <label key={subject}>
                  <input
                    type="checkbox"
                    checked={told.includes(subject)}
                    onChange={(event) =>
                      say(item, event.currentTarget.checked ? [...told, subject] : told.filter((known) => known !== subject))
                    }
                  />
                  {subject}
                </label>
              ))}
              {said === undefined && (
                <button type="button" class="btn small" onClick={() => say(item, [])}>
                  {text.sign.noSubject}
                </button>
              )}
            </div>
          </>
        )}
      </fieldset>
      {problem && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </details>
  )
}

function summary(item: ReviewItem, subjects: readonly string[]): string {
  return [text.sign.origins[item.origin], ...FLAGS.filter((flag) => item[flag]).map((flag) => text.sign[flag]), ...subjects].join('、')
}
