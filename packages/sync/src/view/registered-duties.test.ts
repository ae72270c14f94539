import type { Duty, RegisteredEvent } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { registeredPublications, registeredStatus } from './registered-duties.ts'

const NOW = Date.parse('2026-07-02T08:00:00+08:00')
const calendar = { isWorkingDay: () => undefined }
const at = (day: string) => Date.parse(`${day}T09:00:00+08:00`)
const duty = (id: string, demand: Duty['demand'], more: Partial<Duty> = {}): Duty => ({
  id,
  title: id,
  appliesTo: {},
  demand,
  severity: 'fault',
  clauseIds: ['one'],
  ...more,
})
const letters = duty('reply', { kind: 'answer', from: ['received'], by: ['replied'], within: { count: 2, of: 'month' } })
const incident = duty('incident', { kind: 'answer', from: ['received'], by: ['replied'] })
const report = duty('report', { kind: 'date', of: ['reported'], every: 'quarter' })
const letter: RegisteredEvent = { kind: 'received', at: at('2026-04-01'), ref: 'L1' }

test.each([
  ['an empty register', letters, [], undefined],
  ['a letter that waited too long', letters, [letter], 'overdue'],
  ['a letter for a duty without a number', incident, [letter], undefined],
  ['a letter registered for it', incident, [{ ...letter, duty: 'incident' }], 'cannot-tell'],
  ['letters alone, asked of reports', report, [letter], undefined],
  ['a report that names nothing', report, [{ kind: 'reported', at: at('2026-06-20') }], undefined],
  ['a report that names it', report, [{ kind: 'reported', at: at('2026-07-01'), duty: 'report' }], 'fresh'],
  ['a duty of the supervisor', { ...letters, owedBy: 'supervisor' }, [letter], undefined],
] as const)('%s', (_, asked, events, status) => {
  expect(registeredStatus(asked as Duty, events, NOW, calendar)?.status).toBe(status)
})

test('an answer to a letter is not told of as a stray answer to an application', () => {
  const applications = duty('apply', { kind: 'answer', from: ['applied'], by: ['answered', 'replied'], within: { count: 1, of: 'month' } })
  const register: RegisteredEvent[] = [
    { kind: 'applied', at: at('2026-06-20'), ref: 'S1' },
    { ...letter, kind: 'replied', at: at('2026-06-21') },
  ]
  expect(registeredStatus(applications, register, NOW, calendar)?.why).not.toContain('对不上')
})

test('publications of a register count for the account they name, or for their surface', () => {
  const column = { account: 'wechat:gh_1', id: 'whole-account', title: '石桥镇发布', class: 'whole-account' }
  const counted = (event: Partial<RegisteredEvent>) =>
    registeredPublications(column, '石桥镇发布', 'wechat', [{ kind: 'published', at: NOW, ...event }], true).length
  expect(counted({ account: '石桥镇发布' })).toBe(1)
  expect(counted({ account: 'wechat:gh_1' })).toBe(1)
  expect(counted({ surface: 'wechat' })).toBe(1)
  expect(counted({ account: '别的账号' })).toBe(0)
  expect(counted({ surface: 'weibo' })).toBe(0)
  expect(counted({})).toBe(0)
})
