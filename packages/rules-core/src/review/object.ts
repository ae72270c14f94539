import type { ReviewPolicy, ReviewRole } from '../pack/schema.ts'
import { refuseOtherText, refuseOutOfOrder } from './refuse.ts'
import type { Refusal, ReviewAction, ReviewState, SignedStep } from './review.ts'
import { reviewRoleNames } from './role-names.ts'
import { takenBack } from './sign.ts'

/** Another office is against this text. The review goes on, and nothing is published before that office confirms. */
export function object(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  if (action.digest !== state.digest) return refuseOtherText(policy, state)
  if (state.stage === 'published') return refuseOutOfOrder(policy, state, '已经发布，意见请另行处理；要改，请另起一稿送审。')
  const against = { by: action.by, at: action.at, ...(action.remarks !== undefined && { remarks: action.remarks }) }
  const known = state.steps.some(({ step }) => step.role === action.role)
  const steps = known ? state.steps : [unasked(action.role), ...state.steps]
  return {
    ...state,
    stage: state.stage === 'approved' ? 'in-review' : state.stage,
    steps: steps.map((one) => (one.step.role === action.role ? { ...takenBack(one), against } : one)),
  }
}

// Nobody had asked that office; it speaks all the same, and is then heard.
function unasked(role: ReviewRole): SignedStep {
  return { step: { role, title: reviewRoleNames[role], attests: [], proofreads: false, differsFrom: [] }, signature: 'none' }
}
