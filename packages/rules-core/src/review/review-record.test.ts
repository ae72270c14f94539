import { expect, test } from 'vitest'
import { digestOnly } from '../draft/digest.ts'
import type { Unit } from '../draft/units.ts'
import type { ReviewPolicy, ReviewStep } from '../pack/schema.ts'
import { isRefusal, type ReviewAction } from './review.ts'
import { openRecord, type ReviewRecord, recordAct, reviewRecord, reviewStateOf } from './review-record.ts'

const step = (role: ReviewStep['role'], title: string): ReviewStep => ({ role, title, attests: [], proofreads: true, differsFrom: [] })
const policy: ReviewPolicy = {
  steps: [step('handler', '经办人员'), step('head', '主要负责人')],
  branches: [],
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['one'],
}
const item = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false } as const
const textOf = (...lines: string[]): readonly Unit[] => lines.map((text) => ({ kind: 'p', text }))
const first = textOf('定于3月12日植树。')
const second = textOf('定于3月14日植树。')

function acted(record: ReviewRecord, action: ReviewAction['action'], role: ReviewAction['role'], text: readonly Unit[]): ReviewRecord {
  const next = recordAct(policy, record, { action, role, by: role, at: record.acts.length, digest: digestOnly(text) }, text)
  if (isRefusal(next)) throw new Error(next.explain)
  return next
}

test('the state follows from the acts, also after a way through storage', () => {
  const signed = acted(acted(openRecord(item, digestOnly(first)), 'approve', 'handler', first), 'approve', 'head', first)
  const kept = reviewRecord.parse(JSON.parse(JSON.stringify(signed)))
  expect(reviewStateOf(policy, kept)).toEqual(reviewStateOf(policy, signed))
  expect(reviewStateOf(policy, kept).stage).toBe('approved')
})

test('a text that was signed stays at hand after an edit, to show what changed; one that nobody signed does not', () => {
  const signed = acted(openRecord(item, digestOnly(first)), 'approve', 'handler', first)
  const edited = acted(signed, 'edit', 'handler', second)
  expect(reviewStateOf(policy, edited).steps[0]).toMatchObject({ signature: 'lapsed', digest: digestOnly(first) })
  expect(Object.keys(edited.texts)).toEqual([digestOnly(first)])
  const again = acted(edited, 'approve', 'handler', second)
  expect(Object.keys(again.texts)).toEqual([digestOnly(second)])
})

test('what the machine refuses is not written down, and what somebody wrote in anyway counts for nothing', () => {
  const record = openRecord(item, digestOnly(first))
  const outOfOrder = { action: 'approve', role: 'head', by: 'head', at: 1, digest: digestOnly(first) } as const
  expect(recordAct(policy, record, outOfOrder, first)).toMatchObject({ refused: 'out-of-order' })
  expect(reviewStateOf(policy, { ...record, acts: [outOfOrder] }).steps.map(({ signature }) => signature)).toEqual(['none', 'none'])
})

test.each([
  ['an unknown act', { acts: [{ action: 'skip', role: 'head', by: '甲', at: 1, digest: 'a'.repeat(43) }] }],
  ['a digest that is none', { opened: 'd1' }],
  ['a member we do not know', { state: { stage: 'approved' } }],
])('a kept record with %s is not taken', (_, part) => {
  expect(reviewRecord.safeParse({ ...openRecord(item, digestOnly(first)), ...part }).success).toBe(false)
})
