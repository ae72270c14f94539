import type { ReviewPolicy, ReviewRole, ReviewStep } from '../pack/schema.ts'
import { refuseGrant } from './grant.ts'
import { refuseForbidden, refuseOtherText, refuseOutOfOrder, refuseRole, refuseSamePerson } from './refuse.ts'
import type { Refusal, ReviewAction, ReviewState, SignedStep } from './review.ts'

/** `approve` or `confirm`: the step of the person's role is signed for exactly this text. */
export function sign(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  const forbidden = refuseForbidden(policy, state)
  if (forbidden) return forbidden
  const open = state.steps.findIndex(({ step, signature }) => step.role === action.role && signature !== 'valid')
  const own = state.steps[open] ?? state.steps.find(({ step }) => step.role === action.role)
  if (!own) return refuseRole(policy, state, action)
  const ungranted = refuseGrant(action)
  if (ungranted !== undefined) return refuseOutOfOrder(policy, state, ungranted)
  if (action.action === 'confirm' && isChained(own.step) && !own.owed) {
    return refuseOutOfOrder(policy, state, `${own.step.title}要签字同意，不是确认。`)
  }
  if (action.digest !== state.digest) return refuseOtherText(policy, state)
  if (own.signature === 'valid') return signedBefore(policy, state, own, action)
  if (state.stage === 'published' && !own.owed) return refuseOutOfOrder(policy, state, '已经发布，不再签字；要改，请另起一稿送审。')
  const steps = carried(policy, state, open, action)
  const wrongOrder = refuseOrder(policy, { ...state, steps }, open)
  if (wrongOrder) return wrongOrder
  const persons = [action.by, ...(action.grant ? [action.grant.from] : [])]
  const other = samePerson({ ...state, steps }, own, persons)
  if (other !== undefined) return refuseSamePerson(policy, state, own, other)
  const { against: _, asksAbove: _asked, decidedBy: _decided, onBehalf: _other, ...rest } = own
  const signature = { signature: 'valid' as const, by: action.by, at: action.at, digest: action.digest }
  const signed: SignedStep = { ...rest, ...signature, ...(action.grant && { onBehalf: action.grant.from }) }
  const below = askingBelow(steps, open)
  const next = {
    ...state,
    steps: steps.map((one, i) => (i === open ? signed : below.has(i) ? { ...one, ...signature, decidedBy: own.step.role } : one)),
  }
  return { ...next, stage: stageAfter(next) }
}

/** Another office that is heard: no link of the office's own chain. */
export function isOutside(role: ReviewRole): boolean {
  return role === 'coordination' || role === 'publicity-dept' || role === 'responsible-department'
}

/**
 * Whether a step is part of the chain of signatures, in which each follows the one before (protocol.md §6.2). What another office
 * says may be said at any time before publication.
 */
export function isChained(step: ReviewStep): boolean {
  return !isOutside(step.role)
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

export function takenBack({ by: _by, at: _at, digest: _digest, decidedBy: _decided, onBehalf: _other, ...one }: SignedStep): SignedStep {
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

/** Whoever stands before in the chain signs first, or has asked this one to decide. */
export function refuseOrder(policy: ReviewPolicy, state: ReviewState, at: number): Refusal | undefined {
  const own = state.steps[at]!
  if (!isChained(own.step)) return undefined
  // Before publication nobody waits for a signature that is owed only afterwards.
  const awaited = (one: SignedStep) => isChained(one.step) && (state.stage === 'published' || !one.owed)
  const first = state.steps.find(awaited) ?? own
  // Whoever begins the chain hands the draft in by signing it.
  if (state.stage === 'drafting' && own !== first) return refuseOutOfOrder(policy, state, '稿件还没有送审，请先送审。')
  const below = askingBelow(state.steps, at)
  const before = state.steps.slice(0, at).filter((one, i) => awaited(one) && one.signature !== 'valid' && !below.has(i))
  if (before.length === 0) return undefined
  return refuseOutOfOrder(policy, state, `请等${before.map(({ step }) => step.title).join('、')}先签。`)
}

// The steps right below, from the next one down, whose signers have asked for a higher decision.
function askingBelow(steps: readonly SignedStep[], at: number): ReadonlySet<number> {
  const asking = new Set<number>()
  for (let i = at - 1; i >= 0; i -= 1) {
    const one = steps[i]!
    if (!isChained(one.step)) continue
    if (one.signature === 'valid' || one.asksAbove === undefined) break
    asking.add(i)
  }
  return asking
}

/** Who has done already what must be done by another: who must differ is written at one of two steps, and holds both ways. */
export function samePerson(state: ReviewState, own: SignedStep, persons: readonly string[]): string | undefined {
  const same = (by: string | undefined) => by !== undefined && persons.includes(by)
  if (state.stage === 'published' && same(state.publishedBy)) return '发布人'
  const other = state.steps.find(
    (one) =>
      one !== own &&
      (own.step.differsFrom.includes(one.step.role) || one.step.differsFrom.includes(own.step.role)) &&
      (same(one.asksAbove?.by) || (one.signature === 'valid' && (same(one.by) || same(one.onBehalf)))),
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
