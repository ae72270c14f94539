import type { Surface } from '../draft/draft.ts'
import type { Confirmation, ReviewPolicy } from '../pack/schema.ts'
import { advanceReview } from './advance-review.ts'
import { type ConfirmationAnswer, missingConfirmations } from './confirm.ts'
import { isRefusal, type ReviewState } from './review.ts'

/** What has still to be signed or answered about exactly one text. `explain` is Chinese and says what to do. */
export interface Unsigned {
  explain: string
  /** Titles of the steps, in order of signing. */
  signatures: readonly string[]
  /** Questions without the answer that lets the text go. */
  questions: readonly string[]
}

export interface UnsignedParts {
  policy: ReviewPolicy
  /** The review as it stands. */
  state: ReviewState
  confirmations: readonly Confirmation[]
  answers: readonly ConfirmationAnswer[]
  surface?: Surface
  /** What the item is about; missing while nobody has said. */
  subjects?: readonly string[]
}

/** What stands in the way of publishing the text with this digest (protocol.md §1.1); undefined if nothing does. */
export function unsigned(
  { policy, state, confirmations, answers, surface, subjects }: UnsignedParts,
  digest: string,
): Unsigned | undefined {
  const about = { role: 'handler', by: '', at: 0, digest } as const
  // Of another text than the one under review nothing is signed: said as after the edit that it is.
  const edited = advanceReview(policy, state, { action: 'edit', ...about })
  const standing = isRefusal(edited) ? state : edited
  const outcome = advanceReview(policy, standing, { action: 'publish-request', ...about })
  const thing = { item: state.item, digest, ...(surface && { surface }), ...(subjects && { subjects }) }
  const questions = missingConfirmations(confirmations, 'publish', thing, answers).map(({ question }) => question)
  if (!isRefusal(outcome)) {
    return questions.length === 0
      ? undefined
      : { explain: `还有 ${questions.length} 个问题没有答好，答好后再发。`, signatures: [], questions }
  }
  const titles = new Map(state.steps.map(({ step }) => [step.role, step.title]))
  return { explain: outcome.explain, signatures: outcome.missing.map((role) => titles.get(role) ?? role), questions }
}
