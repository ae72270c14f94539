import type { ReviewItem, ReviewPolicy } from '../pack/schema.ts'
import { escalate } from './escalate.ts'
import { object } from './object.ts'
import { refuseForbidden, refuseOtherText, refuseOutOfOrder, refuseRole, refuseUnsigned } from './refuse.ts'
import { reroute, stepsFor } from './reroute.ts'
import type { Refusal, ReviewAction, ReviewState, SignedStep } from './review.ts'
import { inOrder, isOutside, sign, stageAfter, takenBack } from './sign.ts'

/** A review at its beginning: nothing signed. `digest` is the draft's (protocol.md §1.1). */
export function openReview(policy: ReviewPolicy, item: ReviewItem, digest: string): ReviewState {
  return { stage: 'drafting', digest, item, steps: stepsFor(policy, item, [], undefined) }
}

/**
 * The next state, or why not. The machine compares digests and does not trust that somebody remembered: an action on another
 * text than the one under review is refused, and an edit lapses every signature given before it (protocol.md §6.3).
 */
export function advanceReview(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  switch (action.action) {
    case 'submit':
      return submit(policy, state, action)
    case 'edit':
      return edit(policy, state, action)
    case 'approve':
    case 'confirm':
      return sign(policy, state, action)
    case 'reject':
      return giveBack(policy, state, action)
    case 'object':
      return isOutside(action.role) && state.stage !== 'published' ? object(policy, state, action) : giveBack(policy, state, action)
    case 'escalate':
      return escalate(policy, state, action)
    case 'reroute':
      return reroute(policy, state, action)
    case 'publish-request':
      return refusePublishing(policy, state, action) ?? state
    case 'publish':
      return refusePublishing(policy, state, action) ?? published(state, action)
  }
}

function submit(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  const forbidden = refuseForbidden(policy, state)
  if (forbidden) return forbidden
  if (state.stage === 'published') return refuseOutOfOrder(policy, state, '已经发布；要改，请另起一稿送审。')
  const next = withText(state, action)
  return { ...next, stage: stageAfter({ ...next, stage: 'in-review' }) }
}

// What was in review stays there: who had signed sees what changed and signs again, without a second submission.
function edit(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  if (action.digest === state.digest) return state
  if (state.stage === 'published') return refuseOtherText(policy, state)
  return { ...withText(state, action), stage: state.stage === 'drafting' ? 'drafting' : 'in-review' }
}

function withText(state: ReviewState, { digest, by }: ReviewAction): ReviewState {
  if (digest === state.digest) return state
  const steps = state.steps.map(
    ({ asksAbove: _, ...one }): SignedStep => (one.signature === 'valid' ? { ...one, signature: 'lapsed' } : one),
  )
  return { ...state, digest, steps, edited: { by, from: state.digest } }
}

/**
 * Back to the author. Anybody of the chain may say no at any time before publication, also after having signed: that signature, and
 * those that built on it, are then taken back. After an emergency publication the debt stays open and names who objected.
 */
function giveBack(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): ReviewState | Refusal {
  const at = state.steps.findIndex(({ step }) => step.role === action.role)
  const own = state.steps[at]
  if (!own) return refuseRole(policy, state, action)
  if (action.digest !== state.digest) return refuseOtherText(policy, state)
  const against = { by: action.by, at: action.at, ...(action.remarks !== undefined && { remarks: action.remarks }) }
  if (state.stage === 'published') {
    if (!own.owed || own.signature === 'valid') return refuseOutOfOrder(policy, state, '已经发布，不能退回；要改，请另起一稿送审。')
    return { ...state, steps: state.steps.map((one, i) => (i === at ? { ...one, against } : one)) }
  }
  const steps = state.steps.map((one, i) => {
    if (i === at) return { ...(one.signature === 'valid' ? takenBack(one) : one), against }
    return one.decidedBy === action.role ? takenBack(one) : one
  })
  return { ...state, stage: 'drafting', steps: inOrder(steps) }
}

function refusePublishing(policy: ReviewPolicy, state: ReviewState, action: ReviewAction): Refusal | undefined {
  const forbidden = refuseForbidden(policy, state)
  if (forbidden) return forbidden
  if (action.digest !== state.digest) return refuseOtherText(policy, state)
  // Publishing the same text again is a retry.
  if (state.stage === 'published') return undefined
  const unsigned = state.steps.some(({ signature, owed }) => signature !== 'valid' && !owed)
  if (unsigned) return refuseUnsigned(policy, state)
  if (state.stage === 'drafting') return refuseReturned(policy, state)
  return undefined
}

// Everything is signed, and then somebody said no, or nobody has handed in what needs no signature before publication.
function refuseReturned(policy: ReviewPolicy, state: ReviewState): Refusal | undefined {
  const against = state.steps.find((one) => one.against !== undefined)
  return against && refuseOutOfOrder(policy, state, `${against.step.title}已经退回，请改好后重新送审。`)
}

function published(state: ReviewState, action: ReviewAction): ReviewState {
  return state.stage === 'published' ? state : { ...state, stage: 'published', publishedBy: action.by }
}
