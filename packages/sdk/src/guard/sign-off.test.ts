import type { Confirmation, ReviewAction, ReviewItem, ReviewPolicy, ReviewStep } from '@qianshao/rules-core'
import { advanceReview, isRefusal, openReview } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { signOffBy } from './sign-off.ts'

const step = (role: ReviewStep['role'], title: string): ReviewStep => ({
  role,
  title,
  attests: ['political'],
  proofreads: true,
  differsFrom: [],
})
const policy: ReviewPolicy = {
  steps: [step('handler', '经办人员'), step('head', '主要负责人')],
  branches: [],
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['one'],
}
const item: ReviewItem = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }
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

function openDesk(confirmations: readonly Confirmation[] = []) {
  let state = openReview(policy, item, 'd1')
  const answers: { confirmationId: string; answer: string; by: string; at: number; digest: string }[] = []
  return {
    act(action: ReviewAction['action'], role: ReviewAction['role'], digest: string) {
      const next = advanceReview(policy, state, { action, role, by: role, at: 1, digest })
      if (!isRefusal(next)) state = next
    },
    answer: (digest: string) => answers.push({ confirmationId: question.id, answer: 'yes', by: '甲', at: 1, digest }),
    port: signOffBy({ policy, state: () => state, confirmations, answers: () => answers }),
  }
}

test('whose signature is missing is said by title, until all have signed exactly this text', () => {
  const desk = openDesk()
  desk.act('approve', 'handler', 'd1')
  expect(desk.port.missing('d1')).toEqual({ explain: '还差 1 个签字：主要负责人。', signatures: ['主要负责人'], questions: [] })
  desk.act('approve', 'head', 'd1')
  expect(desk.port.missing('d1')).toBeUndefined()
  expect(desk.port.missing('d2')?.signatures).toEqual(['经办人员', '主要负责人'])
})

test('an edit asks for every signature again', () => {
  const desk = openDesk()
  desk.act('approve', 'handler', 'd1')
  desk.act('approve', 'head', 'd1')
  desk.act('edit', 'handler', 'd2')
  expect(desk.port.missing('d2')?.signatures).toEqual(['经办人员', '主要负责人'])
  desk.act('approve', 'handler', 'd2')
  desk.act('approve', 'head', 'd2')
  expect(desk.port.missing('d2')).toBeUndefined()
})

test('a question is answered about exactly this text', () => {
  const desk = openDesk([question])
  desk.act('approve', 'handler', 'd1')
  desk.act('approve', 'head', 'd1')
  desk.answer('d0')
  expect(desk.port.missing('d1')).toMatchObject({ signatures: [], questions: ['没有涉密内容，对吗？'] })
  desk.answer('d1')
  expect(desk.port.missing('d1')).toBeUndefined()
})

test('a text that could not be read has no signatures', () => {
  expect(openDesk().port.missing(undefined)?.explain).toContain('读不到这一稿')
})
