import { addWorkingDays, type DutyEvent, dutyStatus } from '@qianshao/rules-core'
import { describe, expect, test } from 'vitest'
import { calendarOf, dutyOf } from './office.ts'

const calendar = calendarOf(2024, 2025, 2026)
const at = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00+08:00`)

/** An account's life: what was published, and how its duty stands as the days go by. */
function keep(pack: string, clauseId: string, where: Pick<DutyEvent, 'surface' | 'column'>) {
  const duty = dutyOf(pack, clauseId)
  const events: DutyEvent[] = []
  return {
    publish: (...times: readonly string[]) =>
      events.push(...times.map((time): DutyEvent => ({ kind: 'published', at: at(time), ...where }))),
    on: (time: string) => dutyStatus(duty, events, at(time), calendar),
  }
}

test('a WeChat account through three weeks', () => {
  const account = keep('cn-chongqing', 'cq64-3.3.3-p', { surface: 'wechat' })
  account.publish('2026-11-02 10:00', '2026-11-04 10:00', '2026-11-06 10:00')
  expect(account.on('2026-11-08 23:59')).toMatchObject({ status: 'fresh', deadline: '2026-11-08', clauseIds: ['cq64-3.3.3-p'] })

  account.publish('2026-11-09 10:00')
  expect(account.on('2026-11-13 18:00')).toMatchObject({ status: 'fresh', satisfiedBy: '本周还差 2 次，到 2026-11-15 24:00' })
  expect(account.on('2026-11-14 09:00')).toMatchObject({ status: 'due-soon', deadline: '2026-11-15' })

  // The week is over, and its debt is shown until a week is met again.
  expect(account.on('2026-11-16 00:00')).toMatchObject({ status: 'overdue', deadline: '2026-11-15' })
  account.publish('2026-11-16 10:00', '2026-11-17 10:00')
  expect(account.on('2026-11-17 12:00').why).toBe('逾期 2 天：2026-11-09 至 2026-11-15 只更新了 1 次，每周不少于 3 次。')
  account.publish('2026-11-18 10:00')
  expect(account.on('2026-11-18 12:00')).toMatchObject({ status: 'fresh', deadline: '2026-11-22' })
})

test('a website over National Day: every day means every day', () => {
  const site = keep('cn-chongqing', 'cq64-3.3.3-o', { surface: 'website' })
  site.publish('2026-09-30 17:30')
  expect(site.on('2026-09-30 20:00')).toMatchObject({ status: 'fresh', deadline: '2026-10-01' })
  expect(site.on('2026-10-01 23:59')).toMatchObject({ status: 'due-soon', deadline: '2026-10-01' })
  expect(site.on('2026-10-02 00:00')).toMatchObject({ status: 'overdue', deadline: '2026-10-01' })
  site.publish('2026-10-02 08:00')
  expect(site.on('2026-10-02 09:00')).toMatchObject({ status: 'fresh', deadline: '2026-10-03' })
})

test('a website’s posts do not keep its WeChat account alive', () => {
  const account = keep('cn-chongqing', 'cq64-3.3.3-p', { surface: 'website' })
  account.publish('2026-11-23 10:00', '2026-11-24 10:00', '2026-11-25 10:00')
  expect(account.on('2026-11-25 12:00')).toMatchObject({ status: 'overdue', deadline: '2026-11-22', evidence: [] })
})

// The clause ledger's own cases, each a pair that differs by one day or one item.
describe('the cases written at the clauses', () => {
  const qijiang = 'cn-chongqing-qijiang'
  test.each([
    ['cn-chongqing', 'cq64-3.3.3-o', 'website', undefined, ['2024-03-04 10:00'], '2024-03-06 00:10', 'overdue', '2024-03-05'],
    ['cn-chongqing', 'cq64-3.3.3-o', 'website', undefined, ['2024-03-05 17:30'], '2024-03-06 00:10', 'due-soon', '2024-03-06'],
    [
      'cn-chongqing',
      'cq64-3.3.3-p',
      'weibo',
      undefined,
      ['2024-03-04 10:00', '2024-03-07 10:00'],
      '2024-03-11 00:00',
      'overdue',
      '2024-03-10',
    ],
    [
      'cn-chongqing',
      'cq64-3.3.3-p',
      'app',
      undefined,
      ['2024-03-04 10:00', '2024-03-06 10:00', '2024-03-10 20:00'],
      '2024-03-11 00:00',
      'fresh',
      '2024-03-17',
    ],
    [qijiang, 'qij-18-b', 'website', 'dynamic-news', ['2024-03-01 10:00'], '2024-03-12 09:00', 'overdue', '2024-03-11'],
    [qijiang, 'qij-18-b', 'website', 'dynamic-news', ['2024-03-01 10:00'], '2024-03-11 09:00', 'due-soon', '2024-03-11'],
    [qijiang, 'qij-18-c', 'website', 'notice-policy', ['2024-01-15 10:00'], '2024-04-16 09:00', 'overdue', '2024-04-15'],
    [qijiang, 'qij-18-c', 'wechat', 'notice-policy', ['2024-01-15 10:00'], '2024-04-15 09:00', 'due-soon', '2024-04-15'],
    [qijiang, 'qij-18-e', 'website', 'interview-survey', ['2023-03-01 09:00'], '2024-03-02 09:00', 'overdue', '2024-03-01'],
    [qijiang, 'qij-18-e', 'website', 'interview-survey', ['2023-03-01 09:00'], '2024-03-01 09:00', 'due-soon', '2024-03-01'],
    [
      qijiang,
      'qij-18-f',
      'website',
      'interview-survey',
      ['2024-02-01 09:00', '2024-09-01 09:00'],
      '2025-01-01 00:00',
      'overdue',
      '2024-12-31',
    ],
    [
      qijiang,
      'qij-18-f',
      'website',
      'interview-survey',
      ['2024-02-01 09:00', '2024-06-01 09:00', '2024-09-01 09:00'],
      '2025-01-01 00:00',
      'fresh',
      '2025-12-31',
    ],
  ] as const)('%s %s on %s', (pack, clauseId, surface, column, times, now, status, deadline) => {
    const duty = keep(pack, clauseId, { surface, ...(column !== undefined && { column }) })
    duty.publish(...times)
    expect(duty.on(now)).toMatchObject({ status, deadline, clauseIds: [clauseId] })
  })
})

test('working days follow the notice of the year, and a year without one is never guessed', () => {
  // Received on a Friday; a Sunday and a Saturday are worked, two holidays are not.
  expect(addWorkingDays('2026-09-18', 20, calendar)).toBe('2026-10-22')
  expect(addWorkingDays('2026-12-18', 20, calendar)).toBeUndefined()
})
