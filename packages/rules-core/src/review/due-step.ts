import type { ReviewPolicy } from '../pack/schema.ts'
import type { ReviewState } from './review.ts'
import { refuseOrder } from './sign.ts'

/** Whether the step at this place can be signed now, by whoever it is that signs it. */
export function isDue(policy: ReviewPolicy, state: ReviewState, at: number): boolean {
  const { signature, owed } = state.steps[at]!
  if (signature === 'valid' || (state.stage === 'published' && !owed)) return false
  return refuseOrder(policy, state, at) === undefined
}
