import type { ReviewState } from './review.ts'
import { isOutside } from './sign.ts'

/** Whether the step at this place can be signed now: it is not signed for this text, and nobody of the chain comes before. */
export function isDue({ steps, stage }: ReviewState, at: number): boolean {
  const own = steps[at]!
  const published = stage === 'published'
  if (own.signature === 'valid' || (published && !own.owed)) return false
  if (isOutside(own.step.role)) return true
  const waits = steps.slice(0, at).filter(({ step, owed }) => !isOutside(step.role) && (published || !owed))
  return waits.every(({ signature, asksAbove }) => signature === 'valid' || asksAbove !== undefined)
}
