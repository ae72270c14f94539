import * as z from 'zod/mini'
import { digestOnly } from '../draft/digest.ts'
import { type ReviewItem, type ReviewPolicy, reviewItem } from '../pack/schema.ts'
import { isRefusal, type Refusal } from './review.ts'
import {
  confirmationAnswer,
  openRecord,
  type ReviewRecord,
  recordAct,
  reviewAction,
  reviewRecord,
  reviewStateOf,
  unit,
} from './review-record.ts'

/** What a page asks of whoever keeps a review; the keeper applies it with `changeRecord` and never takes a finished record. */
export const reviewChange = z.discriminatedUnion('change', [
  /** `text`: the units that the person had before them. */
  z.strictObject({ change: z.literal('act'), act: reviewAction, text: z.array(unit).check(z.maxLength(20_000)) }),
  z.strictObject({ change: z.literal('answer'), answer: confirmationAnswer }),
  /** What kind of item it is, as long as nobody has signed. */
  z.strictObject({ change: z.literal('describe'), item: reviewItem, subjects: z.optional(reviewRecord.shape.subjects) }),
])
export type ReviewChange = z.infer<typeof reviewChange>

/** What an item is until somebody says otherwise. */
export const PLAIN_ITEM: ReviewItem = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }

/**
 * The record with one change, or why not. An act about another text than the one under review is an edit first, by whoever acts: what
 * was signed before lapses. A text that does not have the act's digest is refused.
 */
export function changeRecord(policy: ReviewPolicy, before: ReviewRecord | undefined, change: ReviewChange): ReviewRecord | Refusal {
  switch (change.change) {
    case 'answer':
      return before
        ? { ...before, answers: [...before.answers, change.answer] }
        : { ...openRecord(PLAIN_ITEM, change.answer.digest ?? NO_TEXT), answers: [change.answer] }
    case 'describe':
      return describe(policy, before, change)
    case 'act':
      return act(policy, before, change)
  }
}

const NO_TEXT = digestOnly([])

function describe(
  policy: ReviewPolicy,
  before: ReviewRecord | undefined,
  { item, subjects }: Extract<ReviewChange, { change: 'describe' }>,
): ReviewRecord | Refusal {
  const record = before ?? openRecord(item, NO_TEXT)
  const told = { ...record, ...(subjects && { subjects }) }
  const sameItem = JSON.stringify(Object.entries(record.item).sort()) === JSON.stringify(Object.entries(item).sort())
  if (sameItem) return told
  const signed = reviewStateOf(policy, record).steps.some(({ signature }) => signature === 'valid')
  if (signed) {
    return { refused: 'out-of-order', missing: [], explain: '已经有人签字，不能再改送审情况；请先退回再改。', clauseIds: policy.clauseIds }
  }
  // Nobody has signed: the review begins anew, with another chain.
  return { ...told, item, acts: [] }
}

function act(
  policy: ReviewPolicy,
  before: ReviewRecord | undefined,
  { act: wanted, text }: Extract<ReviewChange, { change: 'act' }>,
): ReviewRecord | Refusal {
  if (digestOnly(text) !== wanted.digest) {
    return { refused: 'text-changed', missing: [], explain: '送来的文字和签字的不是同一稿，请刷新后再签。', clauseIds: policy.clauseIds }
  }
  const record = before ?? openRecord(PLAIN_ITEM, wanted.digest)
  const state = reviewStateOf(policy, record)
  const isPublishing = wanted.action === 'publish' || wanted.action === 'publish-request'
  if (wanted.digest === state.digest || wanted.action === 'edit' || isPublishing) return recordAct(policy, record, wanted, text)
  const { role, by, at, digest } = wanted
  const edited = recordAct(policy, record, { action: 'edit', role, by, at, digest }, text)
  return isRefusal(edited) ? edited : recordAct(policy, edited, wanted, text)
}
