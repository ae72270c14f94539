import type { ReviewState, Unit } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import type { ReviewDesk } from '../review/review-desk.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** A draft that was returned and that its author hands in again as it is: who has signed it need not sign again. */
export function HandInAgain({ view, review, state, now }: { view: View; review: ReviewDesk; state: ReviewState; now: readonly Unit[] }) {
  const [problem, setProblem] = useState<string | undefined>()
  const first = state.steps.find(({ signature }) => signature === 'valid')
  const roles = view.people.find(({ id }) => id === view.person)?.roles ?? []
  if (state.stage !== 'drafting' || !first) return null
  if (review.signsBy === 'login' && !roles.includes(first.step.role))
    return <p class="note">{text.sign.waitsForAuthor(first.step.title)}</p>
  return (
    <section class="section">
      <p class="note">{text.sign.returnedNote}</p>
      <button
        type="button"
        class="btn small"
        onClick={async () => setProblem(await review.act({ action: 'submit', role: first.step.role, by: view.person }, now))}
      >
        {text.sign.submit}
      </button>
      {problem && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
