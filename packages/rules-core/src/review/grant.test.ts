import { expect, test } from 'vitest'
import type { ReviewPolicy, ReviewStep } from '../pack/schema.ts'
import { advanceReview, openReview } from './advance-review.ts'
import type { Grant } from './grant.ts'

const step = (role: ReviewStep['role'], differsFrom: ReviewStep['differsFrom']): ReviewStep => ({
  role,
  title: role,
  attests: ['political'],
  proofreads: false,
  differsFrom,
})
const policy: ReviewPolicy = {
  steps: [step('handler', ['head']), step('head', ['handler'])],
  branches: [],
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['one'],
}
const DAY = 86_400_000
const grant: Grant = { from: '丙', to: '丁', roles: ['head'], since: 0, until: 10 * DAY }
const opened = openReview(policy, { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }, 'd1')
const handed = (by: string) => {
  const next = advanceReview(policy, opened, { action: 'approve', role: 'handler', by, at: 1, digest: 'd1' })
  if ('refused' in next) throw new Error(next.explain)
  return next
}
const signing = (by: string, given: Grant, at = DAY) =>
  advanceReview(policy, handed('甲'), { action: 'approve', role: 'head', by, at, digest: 'd1', grant: given })

test('a person who was authorised signs for the one who is away, and both are named', () => {
  expect(signing('丁', grant)).toMatchObject({ stage: 'approved', steps: [{}, { by: '丁', onBehalf: '丙' }] })
})

test.each<[string, string, Grant, number?]>([
  ['is for somebody else', '戊', grant],
  ['is from the signer', '丁', { ...grant, from: '丁' }],
  ['does not cover the step', '丁', { ...grant, roles: ['handler'] }],
  ['has not begun', '丁', { ...grant, since: 2 * DAY }],
  ['has ended', '丁', grant, 10 * DAY],
  ['is longer than thirty days', '丁', { ...grant, until: 31 * DAY }],
])('refused: the grant %s', (_, by, given, at) => {
  expect(signing(by, given, at)).toMatchObject({ refused: 'out-of-order', missing: ['head'] })
})

test.each(['丙', '丁'])('%s has signed the step that another must sign', (by) => {
  const next = advanceReview(policy, handed(by), { action: 'approve', role: 'head', by: '丁', at: DAY, digest: 'd1', grant })
  expect(next).toMatchObject({ refused: 'same-person' })
})
