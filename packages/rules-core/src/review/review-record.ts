import * as z from 'zod/mini'
import type { Unit } from '../draft/units.ts'
import { type ReviewItem, type ReviewPolicy, reviewItem, reviewRole } from '../pack/schema.ts'
import { advanceReview, openReview } from './advance-review.ts'
import { isRefusal, type Refusal, type ReviewAction, type ReviewState } from './review.ts'

const digest = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
const person = z.string().check(z.minLength(1), z.maxLength(60))
const instant = z.int().check(z.gte(0))
const words = z.string().check(z.maxLength(2_000))

const grant = z.strictObject({ from: person, to: person, roles: z.readonly(z.array(reviewRole)), since: instant, until: instant })

/** One act as it is kept and sent (see `ReviewAction`). */
export const reviewAction = z.strictObject({
  action: z.enum(['submit', 'edit', 'approve', 'reject', 'escalate', 'reroute', 'confirm', 'object', 'publish-request', 'publish']),
  role: reviewRole,
  by: person,
  at: instant,
  digest,
  remarks: z.optional(words),
  to: z.optional(reviewItem.shape.origin),
  grant: z.optional(grant),
})

export const confirmationAnswer = z.strictObject({
  confirmationId: z.string().check(z.minLength(1), z.maxLength(60)),
  answer: z.string().check(z.maxLength(200)),
  by: person,
  at: instant,
  digest: z.optional(digest),
})

export const unit = z.strictObject({ kind: z.enum(['T', 'S', 'B', 'O', 'p', 'r', 'h', 'x', 'l', 'm', 'f']), text: z.string() })

/**
 * A review as it is kept: what was done and by whom, in order. The state follows from it and is never kept itself, so that nobody can
 * write down a signature that the policy would have refused.
 */
export const reviewRecord = z.strictObject({
  format: z.literal(1),
  item: reviewItem,
  /** The text with which the review was opened. */
  opened: digest,
  acts: z.array(reviewAction).check(z.maxLength(2_000)),
  answers: z.array(confirmationAnswer).check(z.maxLength(2_000)),
  /** What the item is about, as its author ticked it; missing while nobody has said. */
  subjects: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(60))),
  /** Of each text that is signed or was: its units, to show what has changed since. By digest. */
  texts: z.record(digest, z.array(unit).check(z.maxLength(20_000))),
})
export type ReviewRecord = z.infer<typeof reviewRecord>

export function openRecord(item: ReviewItem, digest: string): ReviewRecord {
  return { format: 1, item, opened: digest, acts: [], answers: [], texts: {} }
}

/** Where the review stands. An act that the policy of today refuses counts for nothing. */
export function reviewStateOf(policy: ReviewPolicy, record: ReviewRecord): ReviewState {
  return record.acts.reduce(
    (state: ReviewState, act) => {
      const next = advanceReview(policy, state, act)
      return isRefusal(next) ? state : next
    },
    openReview(policy, record.item, record.opened),
  )
}

/** The record with one more act, or why not. `text` is what the person had before them, and has the act's digest. */
export function recordAct(policy: ReviewPolicy, record: ReviewRecord, act: ReviewAction, text: readonly Unit[]): ReviewRecord | Refusal {
  const next = advanceReview(policy, reviewStateOf(policy, record), act)
  if (isRefusal(next)) return next
  // Only texts that somebody has signed are shown again.
  const signed = new Set(next.steps.flatMap((step) => (step.digest === undefined ? [] : [step.digest])))
  const texts = { ...record.texts, [act.digest]: [...text] }
  return {
    ...record,
    acts: [...record.acts, act],
    texts: Object.fromEntries(Object.entries(texts).filter(([of]) => signed.has(of))),
  }
}
