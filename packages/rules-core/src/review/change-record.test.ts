import { expect, test } from 'vitest'
import { digestOnly } from '../draft/digest.ts'
import type { Unit } from '../draft/units.ts'
import type { ReviewPolicy, ReviewStep } from '../pack/schema.ts'
import { changeRecord, PLAIN_ITEM, type ReviewChange } from './change-record.ts'
import { isRefusal, type ReviewAction } from './review.ts'
import { type ReviewRecord, reviewStateOf } from './review-record.ts'

const step = (role: ReviewStep['role'], title: string): ReviewStep => ({ role, title, attests: [], proofreads: true, differsFrom: [] })
const policy: ReviewPolicy = {
  steps: [step('handler', '经办人员'), step('head', '主要负责人')],
  branches: [
    // biome-ignore lint/suspicious/noThenProperty: the pack's own word.
    { when: { sensitive: true }, then: { do: 'add', step: step('main-leader', '主要领导') }, clauseIds: ['two'] },
  ],
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['one'],
}
const textOf = (...lines: string[]): Unit[] => lines.map((text) => ({ kind: 'p', text }))
const notice = textOf('定于3月12日植树。')
const later = textOf('定于3月14日植树。')

const signs = (action: ReviewAction['action'], role: ReviewAction['role'], text: Unit[]): ReviewChange => ({
  change: 'act',
  act: { action, role, by: role, at: 1, digest: digestOnly(text) },
  text,
})

function through(...changes: readonly ReviewChange[]): ReviewRecord {
  let record: ReviewRecord | undefined
  for (const change of changes) {
    const next = changeRecord(policy, record, change)
    if (isRefusal(next)) throw new Error(next.explain)
    record = next
  }
  return record!
}
const standing = (record: ReviewRecord) => reviewStateOf(policy, record).steps.map(({ signature }) => signature)

test('signing another text than the one under review lapses what was signed before', () => {
  expect(standing(through(signs('approve', 'handler', notice), signs('approve', 'head', notice)))).toEqual(['valid', 'valid'])
  expect(standing(through(signs('approve', 'handler', notice), signs('approve', 'handler', later)))).toEqual(['valid', 'none'])
  const both = [signs('approve', 'handler', notice), signs('approve', 'head', notice), signs('approve', 'handler', later)]
  expect(standing(through(...both))).toEqual(['valid', 'lapsed'])
})

test('a publication of another text is no edit: it is refused', () => {
  const signed = through(signs('approve', 'handler', notice), signs('approve', 'head', notice))
  expect(changeRecord(policy, signed, signs('publish', 'handler', later))).toMatchObject({ refused: 'text-changed' })
  expect(standing(signed)).toEqual(['valid', 'valid'])
})

test('a text that is not the one signed is refused, and nothing is written down', () => {
  const change = signs('approve', 'handler', notice)
  if (change.change === 'act') change.text = later
  expect(changeRecord(policy, undefined, change)).toMatchObject({ refused: 'text-changed' })
})

test('what kind of item it is may change until somebody has signed', () => {
  const sensitive: ReviewChange = { change: 'describe', item: { ...PLAIN_ITEM, sensitive: true }, subjects: ['行政管理事项'] }
  const record = through(signs('submit', 'handler', notice), sensitive)
  expect(reviewStateOf(policy, record).steps.map(({ step: { role } }) => role)).toEqual(['handler', 'head', 'main-leader'])
  expect(record.subjects).toEqual(['行政管理事项'])
  expect(changeRecord(policy, through(signs('approve', 'handler', notice)), sensitive)).toMatchObject({ refused: 'out-of-order' })
})

test('an answer is kept with the text it was given about', () => {
  const answer = { confirmationId: 'confirm.secrecy', answer: 'yes', by: '甲', at: 1, digest: digestOnly(notice) }
  expect(through({ change: 'answer', answer }).answers).toEqual([answer])
})
