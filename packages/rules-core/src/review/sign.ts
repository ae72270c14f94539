import type { ReviewPolicy, ReviewStep } from '../pack/schema.ts'
import { refuseForbidden, refuseOtherText, refuseOutOfOrder, refuseRole, refuseSamePerson } from './refuse.ts'
import type { Refusal, ReviewAction, ReviewState, SignedStep } from './review.ts'

/** `approve` or `confirm`: the step of the person's role is signed for exactly this text. */
export function sign(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  const forbidden = refuseForbidden(policy, state)
  if (forbidden) return forbidden
  const open = state.steps.findIndex(({ step, signature }) => step.role === action.role && signature !== 'valid')
  const own = state.steps[open] ?? state.steps.find(({ step }) => step.role === action.role)
  if (!own) return refuseRole(policy, state, action)
  if (action.digest !== state.digest) return refuseOtherText(policy, state)
  if (own.signature === 'valid') return signedBefore(policy, state, own, action)
  if (state.stage === 'published' && !own.owed) return refuseOutOfOrder(policy, state, '已经发布，不再签字；要改，请另起一稿送审。')
  const steps = carried(policy, state, open, action)
  const wrongOrder = refuseOrder(policy, { ...state, steps }, open)
  if (wrongOrder) return wrongOrder
  const other = samePerson({ ...state, steps }, own, action.by)
  if (other !== undefined) return refuseSamePerson(policy, state, own, other)
  const { against: _, ...rest } = own
  const signed: SignedStep = { ...rest, signature: 'valid', by: action.by, at: action.at, digest: action.digest }
  const next = { ...state, steps: steps.map((one, i) => (i === open ? signed : one)) }
  return { ...next, stage: stageAfter(next) }
}

/**
 * Whether a step is part of the chain of signatures, in which each follows the one before (protocol.md §6.2). A step that neither
 * attests nor proofreads only records what another office said, and that may be said at any time before publication.
 */
export function isChained(step: ReviewStep): boolean {
  return step.attests.length > 0 || step.proofreads
}

/** A signature without the ones it was built on counts no longer: whoever gave it signs again. */
export function inOrder(steps: readonly SignedStep[]): readonly SignedStep[] {
  let whole = true
  return steps.map((one) => {
    if (!isChained(one.step) || one.owed) return one
    const kept = whole || one.signature !== 'valid' ? one : takenBack(one)
    whole &&= kept.signature === 'valid'
    return kept
  })
}

export function takenBack({ by: _by, at: _at, digest: _digest, ...one }: SignedStep): SignedStep {
  return { ...one, signature: 'none' }
}

export function stageAfter(state: ReviewState): ReviewState['stage'] {
  if (state.stage === 'published') return 'published'
  return state.steps.every(({ signature, owed }) => signature === 'valid' || owed) ? 'approved' : 'in-review'
}

// A second press of the same person changes nothing.
function signedBefore(policy: ReviewPolicy, state: ReviewState, own: SignedStep, action: ReviewAction): ReviewState | Refusal {
  if (own.by === action.by) return state
  return refuseOutOfOrder(policy, state, `${own.step.title}已经有人签过这一稿，不用再签。`)
}

function refuseOrder(policy: ReviewPolicy, state: ReviewState, at: number): Refusal | undefined {
  const own = state.steps[at]!
  if (!isChained(own.step)) return undefined
  // Before publication nobody waits for a signature that is owed only afterwards.
  const awaited = (one: SignedStep) => isChained(one.step) && (state.stage === 'published' || !one.owed)
  const first = state.steps.find(awaited) ?? own
  // Whoever begins the chain hands the draft in by signing it.
  if (state.stage === 'drafting' && own !== first) return refuseOutOfOrder(policy, state, '稿件还没有送审，请先送审。')
  const before = state.steps.slice(0, at).filter((one) => awaited(one) && one.signature !== 'valid')
  if (before.length === 0) return undefined
  return refuseOutOfOrder(policy, state, `请等${before.map(({ step }) => step.title).join('、')}先签。`)
}

// Who must differ is written at one of two steps; it holds both ways.
function samePerson(state: ReviewState, own: SignedStep, by: string): string | undefined {
  if (state.stage === 'published' && state.publishedBy === by) return '发布人'
  const other = state.steps.find(
    (one) =>
      one !== own &&
      one.signature === 'valid' &&
      one.by === by &&
      (own.step.differsFrom.includes(one.step.role) || one.step.differsFrom.includes(own.step.role)),
  )
  return other?.step.title
}

/**
 * With `carry: by-later-step`, whoever edited and signs a later step carries the signatures on the text before that edit; one edit
 * deep, so a signature on an earlier text is not carried (protocol.md §6.3).
 */
function carried(policy: ReviewPolicy, state: ReviewState, at: number, action: ReviewAction): readonly SignedStep[] {
  const { edited } = state
  if (policy.carry !== 'by-later-step' || edited?.by !== action.by || state.stage === 'published') return state.steps
  return state.steps.map((one, i) =>
    i < at && one.signature === 'lapsed' && one.digest === edited.from ? { ...one, signature: 'valid' } : one,
  )
}
