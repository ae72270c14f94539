import type { ReviewPolicy } from '../pack/schema.ts'
import { refuseForbidden, refuseOtherText, refuseOutOfOrder, refuseRole, refuseSamePerson } from './refuse.ts'
import type { Refusal, ReviewAction, ReviewState } from './review.ts'
import { isChained, refuseOrder, samePerson, takenBack } from './sign.ts'

/**
 * Asks the next higher leader to decide about this text. It is no approval; the higher leader's signature then stands for both. The
 * last of the chain asks the leader that the policy names above it.
 */
export function escalate(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  const forbidden = refuseForbidden(policy, state)
  if (forbidden) return forbidden
  const at = state.steps.findIndex(({ step }) => step.role === action.role && isChained(step))
  const own = state.steps[at]
  if (!own) return refuseRole(policy, state, action)
  if (action.digest !== state.digest) return refuseOtherText(policy, state)
  if (state.stage === 'published') return refuseOutOfOrder(policy, state, '已经发布，不能再请上级决定。')
  const wrongOrder = refuseOrder(policy, state, at)
  if (wrongOrder) return wrongOrder
  const other = samePerson(state, own, [action.by])
  if (other !== undefined) return refuseSamePerson(policy, state, own, other)
  const highest = !state.steps.slice(at + 1).some(({ step }) => isChained(step))
  if (highest && (!policy.above || own.step.role === policy.above.step.role)) {
    return refuseOutOfOrder(policy, state, `${own.step.title}已经是最高一级，请直接决定。`)
  }
  // Signed already, and the next one decides anyway.
  if (own.signature === 'valid' && !highest) return state
  const asksAbove = { by: action.by, at: action.at }
  const asking = state.steps.map((one, i) => (i === at && one.signature !== 'valid' ? { ...takenBack(one), asksAbove } : one))
  if (!highest) return { ...state, stage: 'in-review', steps: asking }
  return { ...state, stage: 'in-review', steps: [...asking, { step: policy.above!.step, signature: 'none' }], raised: true }
}
