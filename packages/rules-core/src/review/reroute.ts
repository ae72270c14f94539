import type { ReviewItem, ReviewPolicy } from '../pack/schema.ts'
import { refuseOtherText, refuseOutOfOrder } from './refuse.ts'
import type { Refusal, ReviewAction, ReviewState, SignedStep } from './review.ts'
import { routeOf } from './route.ts'
import { inOrder, isChained, stageAfter, takenBack } from './sign.ts'

/**
 * Moves the item to the chain of another origin. What was signed remains where that chain asks for the same step, since it is the
 * same text; objections remain, too.
 */
export function reroute(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  if (action.digest !== state.digest) return refuseOtherText(policy, state)
  if (state.stage === 'published') return refuseOutOfOrder(policy, state, '已经发布，不能再转到别的流程。')
  const origin = action.to ?? (state.item.origin === 'own' ? 'other-channel' : 'own')
  if (origin === state.item.origin) return state
  const item: ReviewItem = { ...state.item, origin }
  const next = { ...state, item, steps: stepsFor(policy, item, state.steps, state.raised) }
  return { ...next, stage: state.stage === 'drafting' ? 'drafting' : stageAfter({ ...next, stage: 'in-review' }) }
}

/** The steps of an item, with what has been signed of them. Steps that remain keep it, unless more is asked of them now. */
export function stepsFor(
  policy: ReviewPolicy,
  item: ReviewItem,
  before: readonly SignedStep[],
  raised: true | undefined,
): readonly SignedStep[] {
  const left = [...before]
  const route = [...routeOf(policy, item).steps, ...(raised && policy.above ? [{ step: policy.above.step, owed: false }] : [])]
  // A role can occur twice, so each is taken once.
  const steps = route.map(({ step, owed }): SignedStep => {
    const at = left.findIndex((one) => one.step.role === step.role)
    const { owed: _, ...known } = at < 0 ? { step, signature: 'none' as const } : left.splice(at, 1)[0]!
    const kept = JSON.stringify(known.step) === JSON.stringify(step) ? known : asked(known)
    return { ...kept, step, ...(owed && { owed: true as const }) }
  })
  return inOrder([...left.filter(({ step, against }) => against && !isChained(step)), ...steps])
}

function asked({ asksAbove: _, ...one }: SignedStep): SignedStep {
  return takenBack(one)
}
