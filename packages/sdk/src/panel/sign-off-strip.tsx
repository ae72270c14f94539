import { type Draft, missingConfirmations, type SignedStep, units } from '@qianshao/rules-core'
import { changesSince } from '../review/changes.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** Under the banner: how far the signatures are, as segments; the tab says the rest. */
export function SignOffStrip({ view, review }: { view: View; review: ReviewDesk }) {
  const verdict = view.desk.verdict.value
  const digest = verdict?.draftDigest ?? undefined
  if (view.desk.banner.value.decision === 'empty') return null
  const state = review.stateFor(digest)
  return (
    <button type="button" class="strip" aria-current={view.tab.value === 'review'} onClick={() => (view.tab.value = 'review')}>
      <span class="line">
        <b>{headline(review, state.steps, state.stage, digest)}</b>
        <span class="note">{sub(view, review, digest)}</span>
      </span>
      <span class="segments">
        {state.steps.map(({ step, signature }, i) => (
          <span key={i} class={`segment ${signature}`}>
            <i />
            <small>
              {step.title}
              <span class="sr">{text.sign.segment[signature]}</span>
            </small>
          </span>
        ))}
      </span>
    </button>
  )
}

function headline(review: ReviewDesk, steps: readonly SignedStep[], stage: string, digest: string | undefined): string {
  const open = steps.filter(({ signature }) => signature !== 'valid').length
  if (stage === 'published') return open > 0 ? text.sign.owed(open) : text.sign.published
  if (open > 0) return text.sign.missing(open)
  const asked = questionsLeft(review, digest)
  return asked > 0 ? text.sign.asked(asked) : text.sign.all
}

function sub(view: View, review: ReviewDesk, digest: string | undefined): string {
  const state = review.stateFor(digest)
  if (state.stage === 'published') return text.sign.publishedSub
  const changed = changedSince(review, state.steps, view.desk.draft.value)
  if (changed > 0) return text.sign.changed(changed)
  return state.stage === 'approved' && questionsLeft(review, digest) === 0 ? text.sign.ready(view.word.value) : ''
}

/** Units that are not as they were when the first of the lapsed signatures was given. */
function changedSince(review: ReviewDesk, steps: readonly SignedStep[], draft: Draft | undefined): number {
  const lapsed = steps.find(({ signature }) => signature === 'lapsed')
  const before = lapsed?.digest === undefined ? undefined : review.record.value?.texts[lapsed.digest]
  return before && draft ? changesSince(before, units(draft, [])).length : 0
}

function questionsLeft(review: ReviewDesk, digest: string | undefined): number {
  if (digest === undefined) return 0
  const { item } = review.state.value
  const subjects = review.record.value?.subjects
  const thing = { item, digest, ...(review.surface && { surface: review.surface }), ...(subjects && { subjects }) }
  return missingConfirmations(review.confirmations, 'publish', thing, review.record.value?.answers ?? []).length
}
