import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import year2026 from '../../packs/cn/calendars/2026.json' with { type: 'json' }
import type { Demand, Duty } from '../pack/schema.ts'
import { addDays, beijingDay, DAY_MS, HOUR_MS, startOfDay } from './days.ts'
import { dutyStatus } from './duty.ts'
import type { DutyEvent } from './duty-event.ts'
import { parseCalendar } from './work-calendar.ts'

const calendar = parseCalendar([year2026])
const at = (text: string) => Date.parse(text.includes('T') ? `${text}+08:00` : `${text}T10:00:00+08:00`)
const published = (text: string, more: Partial<DutyEvent> = {}): DutyEvent => ({ kind: 'published', at: at(text), ...more })
const dutyOf = (demand: Demand, more: Partial<Duty> = {}): Duty => ({
  id: 'cadence.test',
  title: '测试更新',
  appliesTo: {},
  demand,
  severity: 'fault',
  clauseIds: ['test-1'],
  ...more,
})
const statusOf = (demand: Demand, events: readonly string[], now: string, more: Partial<Duty> = {}) =>
  dutyStatus(
    dutyOf(demand, more),
    events.map((text) => published(text)),
    at(now),
    calendar,
  )

describe('not more than … apart', () => {
  const gap = (count: number, of: 'hour' | 'natural-day' | 'working-day' | 'month' | 'year'): Demand => ({
    kind: 'gap',
    atMost: { count, of },
  })

  test.each([
    ['ten days', gap(10, 'natural-day'), '2026-03-01', '2026-03-09T23:59:59', 'fresh', '2026-03-11'],
    ['the day before the last', gap(10, 'natural-day'), '2026-03-01', '2026-03-10T00:00:00', 'due-soon', '2026-03-11'],
    ['the last day until 24:00', gap(10, 'natural-day'), '2026-03-01', '2026-03-11T23:59:59.999', 'due-soon', '2026-03-11'],
    ['24:00 itself is too late', gap(10, 'natural-day'), '2026-03-01', '2026-03-12T00:00:00', 'overdue', '2026-03-11'],
    ['its own day is not counted, early', gap(10, 'natural-day'), '2026-03-01T00:00:00', '2026-03-11T23:59:59', 'due-soon', '2026-03-11'],
    ['its own day is not counted, late', gap(10, 'natural-day'), '2026-03-01T23:59:59', '2026-03-11T23:59:59', 'due-soon', '2026-03-11'],
    ['one second later is another day', gap(10, 'natural-day'), '2026-03-02T00:00:00', '2026-03-12T23:59:59', 'due-soon', '2026-03-12'],
    ['through a holiday', gap(10, 'natural-day'), '2026-09-28', '2026-10-09', 'overdue', '2026-10-08'],
    ['over a leap day', gap(10, 'natural-day'), '2024-02-25', '2024-03-06', 'due-soon', '2024-03-06'],
    ['over the year’s end', gap(10, 'natural-day'), '2025-12-28', '2026-01-08', 'overdue', '2026-01-07'],
    ['three months', gap(3, 'month'), '2024-01-15', '2024-04-15T09:00:00', 'due-soon', '2024-04-15'],
    ['three months and a day', gap(3, 'month'), '2024-01-15', '2024-04-16T09:00:00', 'overdue', '2024-04-15'],
    ['three months from a 30th', gap(3, 'month'), '2025-11-30', '2026-02-28', 'due-soon', '2026-02-28'],
    ['three months from a 31st', gap(3, 'month'), '2026-03-31', '2026-07-01T00:00:00', 'overdue', '2026-06-30'],
    ['a year', gap(1, 'year'), '2023-03-01T09:00:00', '2024-03-01T09:00:00', 'due-soon', '2024-03-01'],
    ['a year and a day', gap(1, 'year'), '2023-03-01T09:00:00', '2024-03-02T09:00:00', 'overdue', '2024-03-01'],
    ['a year from a leap day', gap(1, 'year'), '2024-02-29', '2025-03-01', 'overdue', '2025-02-28'],
    ['a day, on the event’s own day', gap(1, 'natural-day'), '2026-03-01', '2026-03-01T23:59:59', 'fresh', '2026-03-02'],
    ['a day, on the next', gap(1, 'natural-day'), '2026-03-01', '2026-03-02T00:00:00', 'due-soon', '2026-03-02'],
    ['working days', gap(5, 'working-day'), '2026-09-30', '2026-10-13', 'due-soon', '2026-10-13'],
    ['working days, too late', gap(5, 'working-day'), '2026-09-30', '2026-10-14T00:00:00', 'overdue', '2026-10-13'],
    [
      'hours, with more than four left',
      gap(24, 'hour'),
      '2026-03-01T10:00:00',
      '2026-03-02T05:59:59.999',
      'fresh',
      '2026-03-02T10:00:00+08:00',
    ],
    ['hours, the last four', gap(24, 'hour'), '2026-03-01T10:00:00', '2026-03-02T06:00:00', 'due-soon', '2026-03-02T10:00:00+08:00'],
    ['hours, to the millisecond', gap(24, 'hour'), '2026-03-01T10:00:00', '2026-03-02T10:00:00', 'due-soon', '2026-03-02T10:00:00+08:00'],
    [
      'hours, one millisecond over',
      gap(24, 'hour'),
      '2026-03-01T10:00:00',
      '2026-03-02T10:00:00.001',
      'overdue',
      '2026-03-02T10:00:00+08:00',
    ],
  ])('%s', (_, demand, event, now, status, deadline) => {
    expect(statusOf(demand, [event], now)).toMatchObject({ status, deadline })
  })

  test('without any publication nothing can be told', () => {
    const status = statusOf(gap(10, 'natural-day'), [], '2026-03-01')
    expect(status).toMatchObject({ status: 'cannot-tell', deadline: null, evidence: [] })
    expect(status.why).toContain('没有更新记录')
  })

  test('working days in a year without a notice cannot be told, and say so', () => {
    const status = statusOf(gap(5, 'working-day'), ['2026-12-30'], '2026-12-31')
    expect(status).toMatchObject({ status: 'cannot-tell', deadline: null })
    expect(status.why).toContain('无法计算')
  })

  test('the last publication decides, whatever the order and however often it is reported', () => {
    const events = ['2026-03-09', '2026-03-01', '2026-03-09', '2026-02-01']
    expect(statusOf(gap(10, 'natural-day'), events, '2026-03-12')).toMatchObject({
      deadline: '2026-03-19',
      evidence: [{ at: at('2026-03-09') }],
    })
  })

  test('a publication in the future does not count and is named', () => {
    const status = statusOf(gap(10, 'natural-day'), ['2026-03-01', '2026-03-20'], '2026-03-12')
    expect(status).toMatchObject({ status: 'overdue', deadline: '2026-03-11' })
    expect(status.why).toBe('逾期 1 天：上次更新是 2026-03-01，间隔不超过 10 个自然日，到 2026-03-11 24:00。另有 1 次记在将来，没有计入。')
  })

  test.each([
    ['2026-03-08', 'fresh', '还剩 3 天', '到 2026-03-11 24:00 前再更新 1 次'],
    ['2026-03-11', 'due-soon', '今天到期', '到 2026-03-11 24:00 前再更新 1 次'],
    ['2026-03-14', 'overdue', '逾期 3 天', '现在更新 1 次'],
  ])('on %s it says so', (now, status, begin, satisfiedBy) => {
    const answer = statusOf(gap(10, 'natural-day'), ['2026-03-01'], now)
    expect(answer).toMatchObject({ status, satisfiedBy, clauseIds: ['test-1'], dutyId: 'cadence.test' })
    expect(answer.why.startsWith(`${begin}：`)).toBe(true)
  })

  test('an office’s longer lead warns earlier, a shorter one not later', () => {
    const lead = (count: number, of: 'natural-day' | 'working-day' | 'month') => ({ lead: { count, of } })
    expect(statusOf(gap(10, 'natural-day'), ['2026-03-01'], '2026-03-06', lead(5, 'natural-day')).status).toBe('due-soon')
    expect(statusOf(gap(10, 'natural-day'), ['2026-03-01'], '2026-03-05', lead(5, 'natural-day')).status).toBe('fresh')
    expect(statusOf(gap(3, 'month'), ['2026-01-15'], '2026-03-15', lead(1, 'month')).status).toBe('due-soon')
    expect(statusOf(gap(3, 'month'), ['2026-01-15'], '2026-03-14', lead(1, 'month')).status).toBe('fresh')
    expect(statusOf(gap(10, 'natural-day'), ['2026-09-28'], '2026-09-29T23:00:00', lead(1, 'working-day')).status).toBe('fresh')
    expect(statusOf(gap(10, 'natural-day'), ['2026-09-28'], '2026-09-30T00:00:00', lead(1, 'working-day')).status).toBe('due-soon')
    expect(statusOf(gap(10, 'natural-day'), ['2026-03-01'], '2026-03-01T23:00:00', lead(1, 'month')).status).toBe('fresh')
    expect(statusOf(gap(10, 'natural-day'), ['2026-12-28'], '2027-01-06', lead(5, 'working-day')).status).toBe('due-soon')
  })
})

describe('at least … every …', () => {
  const weekly: Demand = { kind: 'quota', atLeast: 3, every: 'week' }
  const daily: Demand = { kind: 'quota', atLeast: 1, every: 'day' }
  const yearly: Demand = { kind: 'quota', atLeast: 3, every: 'year' }

  test.each([
    // The week of Wednesday 2026-11-25 is 11-23 to 11-29.
    ['one of three on a Wednesday', weekly, ['2026-11-23'], '2026-11-25', 'fresh', '2026-11-29'],
    ['two of three on a Saturday', weekly, ['2026-11-23', '2026-11-24'], '2026-11-28T00:00:00', 'due-soon', '2026-11-29'],
    ['two of three on Sunday at 23:59', weekly, ['2026-11-23', '2026-11-24'], '2026-11-29T23:59:59', 'due-soon', '2026-11-29'],
    ['two of three when Monday begins', weekly, ['2026-11-23', '2026-11-24'], '2026-11-30T00:00:00', 'overdue', '2026-11-29'],
    [
      'three on one day',
      weekly,
      ['2026-11-23T09:00:00', '2026-11-23T10:00:00', '2026-11-23T11:00:00'],
      '2026-11-25',
      'fresh',
      '2026-11-29',
    ],
    ['three, and on Sunday still fresh', weekly, ['2026-11-23', '2026-11-24', '2026-11-25'], '2026-11-29T23:00:00', 'fresh', '2026-11-29'],
    ['the third on Sunday at 23:59:59', weekly, ['2026-11-23', '2026-11-24', '2026-11-29T23:59:59'], '2026-11-30', 'fresh', '2026-12-06'],
    ['the third on Monday at 00:00', weekly, ['2026-11-23', '2026-11-24', '2026-11-30T00:00:00'], '2026-11-30', 'overdue', '2026-11-29'],
    ['a met week, nothing in the next', weekly, ['2026-11-16', '2026-11-17', '2026-11-18'], '2026-11-25', 'fresh', '2026-11-29'],
    ['a missed week stays', weekly, ['2026-11-16', '2026-11-23', '2026-11-24'], '2026-11-25', 'overdue', '2026-11-22'],
    [
      '… until the running one is met',
      weekly,
      ['2026-11-16', '2026-11-23', '2026-11-24', '2026-11-25'],
      '2026-11-25T11:00:00',
      'fresh',
      '2026-11-29',
    ],
    ['of two missed the first', weekly, ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-17'], '2026-11-25', 'overdue', '2026-11-15'],
    [
      'a miss before a met week is past',
      weekly,
      ['2026-11-09', '2026-11-16', '2026-11-17', '2026-11-18'],
      '2026-11-25',
      'fresh',
      '2026-11-29',
    ],
    ['no publication at all', weekly, [], '2026-11-25', 'overdue', '2026-11-22'],
    ['a week over the year’s end', weekly, ['2025-12-29', '2025-12-31', '2026-01-04'], '2026-01-04T23:59:59', 'fresh', '2026-01-04'],

    ['daily, updated today', daily, ['2026-11-25'], '2026-11-25T23:59:59', 'fresh', '2026-11-26'],
    ['daily, updated yesterday', daily, ['2026-11-24T23:59:59'], '2026-11-25T00:00:00', 'due-soon', '2026-11-25'],
    ['daily, a day without', daily, ['2026-11-23'], '2026-11-25T00:00:00', 'overdue', '2026-11-24'],
    ['daily, many days without', daily, ['2026-11-01'], '2026-11-25', 'overdue', '2026-11-02'],
    ['daily, on weekends and holidays too', daily, ['2026-09-30'], '2026-10-02T00:10:00', 'overdue', '2026-10-01'],
    ['daily, over a leap day', daily, ['2024-02-28'], '2024-02-29', 'due-soon', '2024-02-29'],
    ['daily, no publication at all', daily, [], '2026-11-25', 'overdue', '2026-11-24'],
    ['daily, made up for', daily, ['2026-11-20', '2026-11-25'], '2026-11-25T12:00:00', 'fresh', '2026-11-26'],

    ['a year is not over', yearly, ['2026-02-01'], '2026-12-29T23:59:59', 'fresh', '2026-12-31'],
    ['a year’s last day', yearly, ['2026-02-01', '2026-06-01'], '2026-12-31T23:59:59', 'due-soon', '2026-12-31'],
    ['a year is over', yearly, ['2024-02-01', '2024-09-01'], '2025-01-01T00:00:00', 'overdue', '2024-12-31'],
    ['a year that was met', yearly, ['2024-02-01', '2024-06-01', '2024-09-01'], '2025-01-01T00:00:00', 'fresh', '2025-12-31'],
    ['a year without any', yearly, [], '2026-06-01', 'fresh', '2026-12-31'],
    ['a year without any, at its end', yearly, [], '2026-12-31', 'due-soon', '2026-12-31'],
    ['last year had one too few', yearly, ['2025-02-01', '2025-09-01', '2026-03-01'], '2026-06-01', 'overdue', '2025-12-31'],
    ['a year met early', yearly, ['2026-01-05', '2026-01-06', '2026-01-07'], '2026-12-31T23:00:00', 'fresh', '2026-12-31'],
    [
      'by the quarter',
      { kind: 'quota', atLeast: 1, every: 'quarter' },
      ['2026-03-31T23:59:59'],
      '2026-07-01T00:00:00',
      'overdue',
      '2026-06-30',
    ],
    ['by the half year', { kind: 'quota', atLeast: 1, every: 'half-year' }, ['2026-02-01'], '2026-12-30', 'due-soon', '2026-12-31'],
    ['by the month', { kind: 'quota', atLeast: 2, every: 'month' }, ['2026-02-01'], '2026-02-27', 'due-soon', '2026-02-28'],
  ] as const)('%s', (_, demand, events, now, status, deadline) => {
    expect(statusOf(demand, events, now)).toMatchObject({ status, deadline })
  })

  test('says how many are left, and until when', () => {
    expect(statusOf(weekly, ['2026-11-23'], '2026-11-25')).toMatchObject({
      satisfiedBy: '本周还差 2 次，到 2026-11-29 24:00',
      why: '还差 2 次：本周已更新 1 次，每周不少于 3 次，到 2026-11-29 24:00。',
    })
    expect(statusOf(weekly, ['2026-11-16', '2026-11-24'], '2026-11-25')).toMatchObject({
      satisfiedBy: '本周还差 2 次，到 2026-11-29 24:00；够了就不再逾期',
      why: '逾期 3 天：2026-11-16 至 2026-11-22 只更新了 1 次，每周不少于 3 次。',
      evidence: [{ at: at('2026-11-16') }, { at: at('2026-11-24') }],
    })
    expect(statusOf(daily, [], '2026-11-25').why).toBe('逾期 1 天：2026-11-24 没有更新，每天不少于 1 次。')
  })

  test('one thing seen twice is one, two things of one moment are two when they have names', () => {
    const status = (events: readonly DutyEvent[]) => dutyStatus(dutyOf(weekly), events, at('2026-11-25'), calendar).evidence.length
    const twice = published('2026-11-23', { ref: 'a' })
    expect(status([twice, twice, published('2026-11-23T12:00:00', { ref: 'a' })])).toBe(1)
    expect(status([twice, published('2026-11-23', { ref: 'b' })])).toBe(2)
    expect(status([published('2026-11-23'), published('2026-11-23'), published('2026-11-23', { column: 'dynamic-news' })])).toBe(2)
    expect(status([published('2026-11-23', { surface: 'wechat' }), published('2026-11-23', { surface: 'weibo' })])).toBe(2)
  })

  test('an office’s lead warns on Friday', () => {
    expect(statusOf(weekly, ['2026-11-23'], '2026-11-27', { lead: { count: 2, of: 'natural-day' } }).status).toBe('due-soon')
    expect(statusOf(weekly, ['2026-11-23'], '2026-11-27').status).toBe('fresh')
  })

  test('a site that slept for thirty years is answered at once', () => {
    const events = Array.from({ length: 5_000 }, (_, i) => published('1996-01-01', { ref: String(i) }))
    const begin = performance.now()
    expect(dutyStatus(dutyOf(daily), events, at('2026-11-25'), calendar)).toMatchObject({ status: 'overdue', deadline: '1996-01-02' })
    expect(performance.now() - begin).toBeLessThan(8_000)
  }, 30_000)
})

describe('what a duty is about', () => {
  const gap: Demand = { kind: 'gap', atMost: { count: 10, of: 'natural-day' } }
  const news = dutyOf(gap, { appliesTo: { surfaces: ['website'], columns: ['dynamic-news', 'district-own'] } })
  const evidence = (event: DutyEvent) => dutyStatus(news, [event], at('2026-03-05'), calendar).evidence.length

  test.each([
    ['its surface and column', { surface: 'website', column: 'dynamic-news' }, 1],
    ['a class of the office’s own', { surface: 'website', column: 'district-own' }, 1],
    ['no surface: the caller chose the account', { column: 'dynamic-news' }, 1],
    ['another surface', { surface: 'wechat', column: 'dynamic-news' }, 0],
    ['another column', { surface: 'website', column: 'notice-policy' }, 0],
    ['no column', { surface: 'website' }, 0],
    ['another kind', { kind: 'replied', surface: 'website', column: 'dynamic-news' }, 0],
  ] as const)('%s', (_, event, expected) => {
    expect(evidence(published('2026-03-01', event))).toBe(expected)
  })

  test('publications without a column are named, not silently dropped', () => {
    const { why } = dutyStatus(news, [published('2026-03-01', { surface: 'website' })], at('2026-03-05'), calendar)
    expect(why).toContain('另有 1 次没有注明栏目，没有计入。')
  })
})

describe('whatever the events', () => {
  const demand = fc.oneof(
    fc.record({
      kind: fc.constant('gap' as const),
      atMost: fc.record({ count: fc.integer({ min: 1, max: 40 }), of: fc.constantFrom('hour', 'natural-day', 'month', 'year' as const) }),
    }),
    fc.record({
      kind: fc.constant('quota' as const),
      atLeast: fc.integer({ min: 1, max: 4 }),
      every: fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'year' as const),
    }),
  )
  const base = startOfDay('2025-12-20')
  const moment = fc.integer({ min: 0, max: 120 * 24 }).map((hours) => base + hours * HOUR_MS)
  const events = fc.array(
    moment.map((when): DutyEvent => ({ kind: 'published', at: when })),
    { maxLength: 12 },
  )
  const RANK = { 'cannot-tell': -1, fresh: 0, 'due-soon': 1, overdue: 2 }

  test('order and repetition change nothing', () => {
    fc.assert(
      fc.property(demand, events, moment, (asked, some, now) => {
        const status = dutyStatus(dutyOf(asked), some, now, calendar)
        const same = dutyStatus(dutyOf(asked), [...some].reverse().concat(some), now, calendar)
        const { why: _, ...rest } = status
        expect(same).toMatchObject(rest)
      }),
    )
  })

  test('a gap only gets more urgent while nothing is published, and keeps its date', () => {
    fc.assert(
      fc.property(demand, events, moment, fc.nat(90 * 24), (asked, some, now, hours) => {
        fc.pre(asked.kind === 'gap')
        const past = some.filter((event) => event.at <= now)
        const before = dutyStatus(dutyOf(asked), past, now, calendar)
        const later = dutyStatus(dutyOf(asked), past, now + hours * HOUR_MS, calendar)
        expect(RANK[later.status]).toBeGreaterThanOrEqual(RANK[before.status])
        expect(later.deadline).toBe(before.deadline)
      }),
    )
  })

  test('a quota that is overdue stays so, with its date, while nothing is published', () => {
    fc.assert(
      fc.property(demand, events, moment, fc.nat(90), (asked, some, now, days) => {
        fc.pre(asked.kind === 'quota')
        const past = some.filter((event) => event.at <= now)
        fc.pre(past.length > 0)
        const before = dutyStatus(dutyOf(asked), past, now, calendar)
        fc.pre(before.status === 'overdue')
        const later = dutyStatus(dutyOf(asked), past, now + days * DAY_MS, calendar)
        expect(later).toMatchObject({ status: 'overdue', deadline: before.deadline })
      }),
    )
  })

  test('overdue means that the date is past, anything else that it is not', () => {
    fc.assert(
      fc.property(demand, events, moment, (asked, some, now) => {
        const { status, deadline } = dutyStatus(dutyOf(asked), some, now, calendar)
        const today = beijingDay(now)
        if (deadline === null) expect(status).toBe('cannot-tell')
        // Hours end at an instant, everything else with its day.
        else if (deadline.length > 10) expect(status === 'overdue').toBe(Date.parse(deadline) < now)
        else expect(status === 'overdue').toBe(deadline < today)
      }),
    )
  })

  test('publishing now never makes it worse', () => {
    fc.assert(
      fc.property(demand, events, moment, (asked, some, now) => {
        const before = dutyStatus(dutyOf(asked), some, now, calendar)
        const after = dutyStatus(dutyOf(asked), [...some, { kind: 'published', at: now, ref: 'new' }], now, calendar)
        if (before.status !== 'cannot-tell') expect(RANK[after.status]).toBeLessThanOrEqual(RANK[before.status])
        if (asked.kind === 'gap' && asked.atMost.of !== 'hour') expect(after.status).toBe('fresh')
      }),
    )
  })

  test('the day after a deadline is the first on which it is overdue', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 40 }), (when, count) => {
        const duty = dutyOf({ kind: 'gap', atMost: { count, of: 'natural-day' } })
        const on = (now: number) => dutyStatus(duty, [{ kind: 'published', at: when }], now, calendar)
        const deadline = addDays(beijingDay(when), count)
        expect(on(startOfDay(deadline) + DAY_MS - 1)).toMatchObject({ status: 'due-soon', deadline })
        expect(on(startOfDay(deadline) + DAY_MS).status).toBe('overdue')
      }),
    )
  })
})
