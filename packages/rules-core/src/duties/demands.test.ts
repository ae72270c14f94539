import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import year2024 from '../../packs/cn/calendars/2024.json' with { type: 'json' }
import type { Demand, Duty, EventKind } from '../pack/schema.ts'
import { dutyStatus, type PlannedSilence } from './duty.ts'
import { type DutyEvent, sortEvents } from './duty-event.ts'
import { parseCalendar } from './work-calendar.ts'

const calendar = parseCalendar([year2024])
const at = (text: string) => Date.parse(text.includes('T') ? `${text}+08:00` : `${text}T10:00:00+08:00`)
/** `received 2024-01-10 LY-1` */
const event = (text: string): DutyEvent => {
  const [kind, when, ref] = text.split(' ')
  return { kind: kind as EventKind, at: at(when!), ...(ref !== undefined && { ref }) }
}
const dutyOf = (demand: Demand, more: Partial<Duty> = {}): Duty => ({
  id: 'duty.test',
  title: '测试',
  appliesTo: {},
  demand,
  severity: 'fault',
  clauseIds: ['test-1'],
  ...more,
})
const statusOf = (demand: Demand, events: readonly string[], now: string, more: Partial<Duty> = {}, silences: PlannedSilence[] = []) =>
  dutyStatus(dutyOf(demand, more), events.map(event), at(now), calendar, silences)

describe('each is ended in time', () => {
  const letters: Demand = { kind: 'answer', from: ['received'], by: ['replied'], within: { count: 2, of: 'month' } }
  const hours: Demand = { kind: 'answer', from: ['received'], by: ['replied'], within: { count: 24, of: 'hour' } }
  const foi: Demand = { kind: 'answer', from: ['applied'], by: ['answered'], within: { count: 20, of: 'working-day' } }
  const filing: Demand = {
    kind: 'answer',
    from: ['decided', 'changed'],
    by: ['filed', 'reported'],
    within: { count: 2, of: 'working-day' },
  }

  test.each<[string, Demand, string[], string, string, string | null]>([
    ['no letter, nothing owed', letters, [], '2024-03-11', 'fresh', null],
    ['two months over', letters, ['received 2024-01-10'], '2024-03-11', 'overdue', '2024-03-10'],
    ['the last day', letters, ['received 2024-01-10'], '2024-03-10T23:59:59', 'due-soon', '2024-03-10'],
    ['the day before the last', letters, ['received 2024-01-10'], '2024-03-09T00:00:00', 'due-soon', '2024-03-10'],
    ['two days before', letters, ['received 2024-01-10'], '2024-03-08T23:59:59', 'fresh', '2024-03-10'],
    ['from a month’s end', letters, ['received 2023-12-31'], '2024-02-28', 'due-soon', '2024-02-29'],
    ['answered in time keeps its date', letters, ['received 2024-01-10', 'replied 2024-03-10'], '2024-06-01', 'fresh', '2024-03-10'],
    ['answered late stays overdue', letters, ['received 2024-01-10', 'replied 2024-03-11'], '2024-06-01', 'overdue', '2024-03-10'],
    [
      'of several open ones the first',
      letters,
      ['received 2024-01-20 b', 'received 2024-01-10 a', 'replied 2024-01-12 c'],
      '2024-03-15',
      'overdue',
      '2024-03-10',
    ],
    ['by name', letters, ['received 2024-01-10 a', 'received 2024-01-20 b', 'replied 2024-01-25 a'], '2024-03-15', 'fresh', '2024-03-20'],
    ['24 hours, to the second', hours, ['received 2024-03-05'], '2024-03-06T10:00:00', 'due-soon', '2024-03-06T10:00:00+08:00'],
    ['24 hours over', hours, ['received 2024-03-05'], '2024-03-06T10:00:01', 'overdue', '2024-03-06T10:00:00+08:00'],
    ['24 hours run through a holiday', hours, ['received 2024-10-01'], '2024-10-02T09:00:00', 'due-soon', '2024-10-02T10:00:00+08:00'],
    [
      '24 hours, replied at the last',
      hours,
      ['received 2024-03-05', 'replied 2024-03-06'],
      '2024-03-09',
      'fresh',
      '2024-03-06T10:00:00+08:00',
    ],
    ['20 working days', foi, ['applied 2024-03-01'], '2024-03-29T23:59:59', 'due-soon', '2024-03-29'],
    ['20 working days over', foi, ['applied 2024-03-01'], '2024-04-01', 'overdue', '2024-03-29'],
    ['20 working days over the spring festival', foi, ['applied 2024-02-01'], '2024-02-20', 'fresh', '2024-03-05'],
    ['into a year without a notice', foi, ['applied 2024-12-20'], '2024-12-21', 'cannot-tell', null],
    ['two working days', filing, ['changed 2024-05-30'], '2024-06-03', 'due-soon', '2024-06-03'],
    ['two working days over', filing, ['decided 2024-05-30'], '2024-06-04', 'overdue', '2024-06-03'],
    ['filed or reported', filing, ['decided 2024-05-30', 'reported 2024-06-03'], '2024-06-09', 'fresh', '2024-06-03'],
  ])('%s', (_, demand, events, now, status, deadline) => {
    expect(statusOf(demand, events, now)).toMatchObject({ status, deadline })
  })

  test('says what is open, what was late and what belongs to nothing', () => {
    const events = [
      'received 2024-01-10 a',
      'received 2024-02-01 b',
      'replied 2024-01-09 c',
      'received 2023-10-01 d',
      'replied 2023-12-02 d',
    ]
    expect(statusOf(letters, events, '2024-03-13').why).toBe(
      '逾期 3 天：2024-01-10 收到（a），还没有回复，期限 2 个月，到 2024-03-10 24:00。另有 1 件没有回复。另有 1 件办得晚了。另有 1 次回复对不上前面的收到，没有计入。',
    )
    expect(statusOf(hours, ['received 2024-03-05'], '2024-03-06T10:30:00').why).toContain('逾期 30 分：')
    expect(statusOf(letters, ['received 2023-10-01 d', 'replied 2023-12-03 d'], '2024-01-01').why).toBe(
      '逾期 2 天才回复：2023-10-01 收到（d），期限 2 个月，到 2023-12-01 24:00，2023-12-03 回复。',
    )
  })

  test('without a number the elapsed time is shown, and nothing is told', () => {
    const soon: Demand = { kind: 'answer', from: ['received'], by: ['replied'] }
    expect(statusOf(soon, ['received 2024-03-05T08:00:00'], '2024-03-05T20:05:00')).toMatchObject({
      status: 'cannot-tell',
      deadline: null,
      why: '条款没有规定期限，无法判断：2024-03-05 收到，已过 12 小时 5 分，还没有回复。',
    })
    expect(statusOf(soon, ['received 2024-03-05T08:00:00', 'replied 2024-03-05T08:20:00'], '2024-03-09').why).toContain('回复用了 20 分')
    expect(statusOf(soon, [], '2024-03-09').status).toBe('cannot-tell')
    expect(statusOf({ kind: 'gap', of: ['reported'] }, ['reported 2024-03-01'], '2024-03-20').why).toBe(
      '条款没有规定间隔，无法判断：上次登记是 2024-03-01，已过 19 天。',
    )
  })

  test('an office’s own number is called a product setting', () => {
    const { why, status } = statusOf(letters, ['received 2024-01-10'], '2024-03-11', { setting: 'product' })
    expect(status).toBe('overdue')
    expect(why).toContain('数字是产品设置，条款没有写明。')
  })
})

describe('by a date', () => {
  const quarterly: Demand = { kind: 'date', of: ['filed', 'reported'], every: 'quarter', by: '01-15' }

  test.each<[string, Demand, string[], string, string, string]>([
    ['before the 14th', quarterly, [], '2024-04-13T23:59:59', 'fresh', '2024-04-15'],
    ['the day before', quarterly, [], '2024-04-14T00:00:00', 'due-soon', '2024-04-15'],
    ['the 15th is included', quarterly, [], '2024-04-15T23:59:59', 'due-soon', '2024-04-15'],
    ['after the 15th', quarterly, [], '2024-04-16T00:00:00', 'overdue', '2024-04-15'],
    ['filed in the window', quarterly, ['filed 2024-04-12'], '2024-06-30', 'fresh', '2024-04-15'],
    ['filed on the 15th', quarterly, ['reported 2024-04-15T23:59:59'], '2024-06-30', 'fresh', '2024-04-15'],
    ['filed late stays overdue', quarterly, ['filed 2024-04-16'], '2024-06-30', 'overdue', '2024-04-15'],
    ['before the quarter ended is not that quarter’s', quarterly, ['filed 2024-03-31'], '2024-04-16', 'overdue', '2024-04-15'],
    ['a new window', quarterly, ['filed 2024-04-12'], '2024-07-01T00:00:00', 'fresh', '2024-07-15'],
    ['by the period’s end', { kind: 'date', of: ['reported'], every: 'half-year' }, [], '2024-06-29', 'due-soon', '2024-06-30'],
    [
      'a day that the month lacks',
      { kind: 'date', of: ['reported'], every: 'year', by: '02-31' },
      [],
      '2024-03-01',
      'overdue',
      '2024-02-29',
    ],
    ['once, missed', { kind: 'once', of: ['reported'], by: '2019-10-30' }, [], '2019-10-31', 'overdue', '2019-10-30'],
    ['once, done', { kind: 'once', of: ['reported'], by: '2019-10-30' }, ['reported 2019-10-25'], '2019-10-31', 'fresh', '2019-10-30'],
  ])('%s', (_, demand, events, now, status, deadline) => {
    expect(statusOf(demand, events, now)).toMatchObject({ status, deadline })
  })

  test('what is history says so', () => {
    const { why } = statusOf({ kind: 'once', of: ['reported'], by: '2019-10-30' }, [], '2024-01-01', { past: true })
    expect(why).toContain('只作记录')
  })
})

describe('stays up', () => {
  const notice: Demand = { kind: 'stay', from: ['hung'], until: ['removed'], atLeast: { count: 30, of: 'natural-day' } }

  test.each<[string, string[], string, string, string | null]>([
    ['nothing hung', [], '2024-03-20', 'fresh', null],
    ['still up', ['hung 2024-03-01'], '2024-03-20', 'fresh', '2024-03-31'],
    ['down on the 29th day', ['hung 2024-03-01', 'removed 2024-03-30T23:59:59'], '2024-04-20', 'overdue', '2024-03-31'],
    ['down on the 30th day', ['hung 2024-03-01', 'removed 2024-03-31T00:00:00'], '2024-04-20', 'fresh', '2024-03-31'],
    ['up for years', ['hung 2024-03-01'], '2024-12-20', 'fresh', '2024-03-31'],
    ['one early, one kept', ['hung 2024-03-01 a', 'removed 2024-03-20 a', 'hung 2024-03-05 b'], '2024-05-01', 'overdue', '2024-03-31'],
  ])('%s', (_, events, now, status, deadline) => {
    expect(statusOf(notice, events, now)).toMatchObject({ status, deadline })
  })

  test('says how long it was kept', () => {
    expect(statusOf(notice, ['hung 2024-03-01 G1', 'removed 2024-03-20 G1'], '2024-04-20').why).toBe(
      '撤早了：2024-03-01 挂出（G1），2024-03-20 撤下，只保留 19 天，至少 30 个自然日，2024-03-31 起才可以撤下。',
    )
  })
})

describe('no longer, no more often', () => {
  const offline: Demand = { kind: 'limit', from: ['offline'], until: ['online'], atMost: { count: 30, of: 'natural-day' } }
  const once: Demand = { kind: 'limit', from: ['offline'], atMost: { times: 1, every: 'year' } }

  test.each<[string, Demand, string[], string, string, string | null]>([
    ['offline too long', offline, ['offline 2024-03-01'], '2024-04-05', 'overdue', '2024-03-31'],
    ['back in time', offline, ['offline 2024-03-01', 'online 2024-03-28'], '2024-04-05', 'fresh', '2024-03-31'],
    ['back on the last day', offline, ['offline 2024-03-01', 'online 2024-03-31T23:59:59'], '2024-04-05', 'fresh', '2024-03-31'],
    ['back a day late', offline, ['offline 2024-03-01', 'online 2024-04-01T00:00:00'], '2024-04-05', 'overdue', '2024-03-31'],
    ['once a year', once, ['offline 2024-03-01'], '2024-04-05', 'fresh', null],
    ['twice a year', once, ['offline 2024-03-01', 'offline 2024-11-01'], '2024-11-01', 'overdue', null],
    ['once in each of two years', once, ['offline 2023-12-31T23:59:59', 'offline 2024-01-01T00:00:00'], '2024-02-01', 'fresh', null],
  ])('%s', (_, demand, events, now, status, deadline) => {
    expect(statusOf(demand, events, now)).toMatchObject({ status, deadline })
  })
})

describe('what does not count', () => {
  const gap: Demand = { kind: 'gap', atMost: { count: 10, of: 'natural-day' } }
  const post = (when: string, more: Partial<DutyEvent>): DutyEvent => ({ kind: 'published', at: at(when), ...more })
  const gapOf = (events: DutyEvent[]) => dutyStatus(dutyOf(gap), events, at('2024-03-09'), calendar)

  test('the same text under another date is no update, and is named', () => {
    const { deadline, why } = gapOf([post('2024-03-01', { draftRef: 'x' }), post('2024-03-08', { draftRef: 'x' })])
    expect(deadline).toBe('2024-03-11')
    expect(why).toContain('另有 1 次是以前发过的同一篇换了日期，没有计入。')
  })

  test('the same text on the same day, or on another surface, is none of that', () => {
    const samePlace = gapOf([post('2024-03-01', { draftRef: 'x' }), post('2024-03-01T23:00:00', { draftRef: 'x' })])
    expect(samePlace.why).not.toContain('同一篇')
    const two = [post('2024-03-01', { draftRef: 'x', surface: 'wechat' }), post('2024-03-08', { draftRef: 'x', surface: 'weibo' })]
    expect(gapOf(two).deadline).toBe('2024-03-18')
  })

  test('the last one is the same whether one or all are asked for, with names that repeat', () => {
    const moment = fc.integer({ min: 0, max: 400 }).map((hours) => at('2024-03-01') + hours * 3_600_000)
    const some = fc.array(
      fc.record(
        {
          kind: fc.constant('published' as const),
          at: moment,
          ref: fc.constantFrom('a', 'b', 'c'),
          surface: fc.constantFrom('wechat', 'weibo'),
        },
        { requiredKeys: ['kind', 'at'] },
      ),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(some, moment, (events: DutyEvent[], now) => {
        const all = sortEvents(dutyOf(gap), events, ['published'], now)
        const last = sortEvents(dutyOf(gap), events, ['published'], now, 'last')
        expect(last.counted.at(-1)).toBe(all.counted.at(-1))
        expect(last.future).toEqual(all.future)
      }),
    )
  })

  test('what was done for another duty', () => {
    const training = { demand: { kind: 'quota', atLeast: 1, every: 'year', of: ['reported'] } as Demand, id: 'report.training' }
    const events: DutyEvent[] = [{ kind: 'reported', at: at('2024-03-01'), duty: 'report.self-check' }]
    expect(dutyStatus(dutyOf(training.demand, { id: training.id }), events, at('2024-06-01'), calendar).evidence).toEqual([])
  })

  test('a planned silence is told with its reason, and moves nothing', () => {
    const silences = [{ from: '2024-02-10', to: '2024-02-17', reason: '春节' }]
    const silent = statusOf(gap, ['published 2024-02-05'], '2024-02-16', {}, silences)
    expect(silent).toMatchObject({ status: 'overdue', deadline: '2024-02-15' })
    expect(silent.why).toContain('2024-02-10 至 2024-02-17 已报备停更（春节），期限不变。')
    const letters: Demand = { kind: 'answer', from: ['received'], by: ['replied'], within: { count: 5, of: 'natural-day' } }
    expect(statusOf(letters, ['received 2024-02-12'], '2024-02-14', {}, silences).why).not.toContain('停更')
    expect(statusOf(gap, ['published 2024-03-05'], '2024-03-06', {}, silences).why).not.toContain('停更')
    expect(statusOf(gap, ['published 2024-02-05'], '2024-02-16', {}, [{ ...silences[0]!, duty: 'other.duty' }]).why).not.toContain('停更')
  })
})

test('a yearly act that was never registered was missed last year; publications of a year are judged at its end', () => {
  const training: Demand = { kind: 'quota', atLeast: 1, every: 'year', of: ['reported'] }
  expect(statusOf(training, [], '2025-01-01T00:00:00')).toMatchObject({ status: 'overdue', deadline: '2024-12-31' })
  expect(statusOf(training, ['reported 2023-11-20'], '2024-12-30')).toMatchObject({ status: 'due-soon', deadline: '2024-12-31' })
  expect(statusOf({ kind: 'quota', atLeast: 3, every: 'year' }, [], '2025-01-01T00:00:00')).toMatchObject({ deadline: '2025-12-31' })
})
