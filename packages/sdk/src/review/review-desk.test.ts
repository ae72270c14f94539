import { type Confirmation, digestOnly, type ReviewPolicy, type ReviewStep, type Unit } from '@qianshao/rules-core'
import { expect, test, vi } from 'vitest'
import { localReview, memoryReviews } from './local-review.ts'
import { openReviewDesk } from './review-desk.ts'
import type { ReviewHome } from './review-home.ts'

const step = (role: ReviewStep['role'], title: string, differsFrom: ReviewStep['differsFrom']): ReviewStep => ({
  role,
  title,
  attests: [],
  proofreads: true,
  differsFrom,
})
const policy: ReviewPolicy = {
  steps: [step('handler', '经办人员', ['head']), step('head', '主要负责人', [])],
  branches: [],
  carry: 'never',
  sameDeskAllowed: true,
  clauseIds: ['one'],
}
const notice: Unit[] = [{ kind: 'p', text: '定于3月12日植树。' }]
const digest = digestOnly(notice)
const question: Confirmation = {
  id: 'confirm.secrecy',
  act: 'publish',
  title: '保密审查',
  question: '没有涉密内容，对吗？',
  askedOf: '经办人员',
  answer: 'yes',
  severity: 'veto',
  clauseIds: ['one'],
}

function deskOver(home: ReviewHome, confirmations: readonly Confirmation[] = []) {
  let now = 0
  return openReviewDesk({ basis: { policy, citations: [], confirmations, guidance: [] }, home, now: () => (now += 60_000) })
}

test('two persons of one desk sign, and the same review is there after the page is opened again', async () => {
  const store = memoryReviews()
  const desk = deskOver(localReview(policy, store, 'article-7'), [question])
  expect(desk.missing(digest)?.signatures).toEqual(['经办人员', '主要负责人'])
  expect(await desk.act({ action: 'approve', role: 'handler', by: '甲' }, notice)).toBeUndefined()
  expect(await desk.act({ action: 'approve', role: 'head', by: '乙' }, notice)).toBeUndefined()
  expect(desk.missing(digest)).toEqual({ explain: '还有 1 个问题没有答好，答好后再发。', signatures: [], questions: [question.question] })
  expect(await desk.answer({ confirmationId: question.id, answer: 'yes', by: '甲' }, digest)).toBeUndefined()
  expect(desk.missing(digest)).toBeUndefined()
  expect(desk.signed(digest)).toEqual({ reviews: 2, minutes: 1 })

  const reopened = deskOver(localReview(policy, store, 'article-7'), [question])
  await vi.waitFor(() => expect(reopened.missing(digest)).toBeUndefined())
  expect(deskOver(localReview(policy, store, 'article-8')).missing(digest)?.signatures).toHaveLength(2)
})

test('where the pack does not allow it, one desk signs only one of two steps that must differ', async () => {
  const strict = { ...policy, sameDeskAllowed: false }
  const desk = deskOver(localReview(strict, memoryReviews(), 'article-7'))
  await desk.act({ action: 'approve', role: 'handler', by: '甲' }, notice)
  expect(await desk.act({ action: 'approve', role: 'head', by: '乙' }, notice)).toMatch('在他自己的电脑上签')
  expect(desk.missing(digest)?.signatures).toEqual(['主要负责人'])
})

test('a kept review that cannot be read signs for nothing and is not written over', async () => {
  const write = vi.fn()
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const desk = deskOver({ signsBy: 'login', read: async () => ({ stage: 'approved' }), write })
  await vi.waitFor(() => expect(desk.trouble.value).toMatch('读不出来'))
  expect(desk.missing(digest)?.explain).toMatch('读不出来')
  expect(await desk.act({ action: 'approve', role: 'handler', by: '甲' }, notice)).toMatch('读不出来')
  expect(write).not.toHaveBeenCalled()
  warn.mockRestore()
})

test('a signature that could not be kept is none', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const desk = deskOver({ signsBy: 'login', read: async () => null, write: () => Promise.reject(new Error('offline')) })
  expect(await desk.act({ action: 'approve', role: 'handler', by: '甲' }, notice)).toMatch('签字没有生效')
  expect(desk.missing(digest)?.signatures).toHaveLength(2)
  warn.mockRestore()
})
