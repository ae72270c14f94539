import { expect, test } from 'vitest'
import year2026 from '../../packs/cn/calendars/2026.json' with { type: 'json' }
import type { Demand, Duty } from '../pack/schema.ts'
import type { DutyEvent } from './duty-event.ts'
import { forecast } from './forecast.ts'
import { toIcs } from './to-ics.ts'
import { upcoming } from './upcoming.ts'
import { parseCalendar } from './work-calendar.ts'

const calendar = parseCalendar([year2026])
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
const dutyOf = (id: string, demand: Demand, more: Partial<Duty> = {}): Duty => ({
  id,
  title: id,
  appliesTo: {},
  demand,
  severity: 'fault',
  clauseIds: ['test-1'],
  ...more,
})
const posts = (...days: string[]): DutyEvent[] => days.map((day) => ({ kind: 'published', at: at(day) }))
const gap: Demand = { kind: 'gap', atMost: { count: 10, of: 'natural-day' } }
const weekly: Demand = { kind: 'quota', atLeast: 3, every: 'week' }

test('what is late comes first, then what is due first; history is left out', () => {
  const duties = [
    dutyOf('a.fresh', { kind: 'gap', atMost: { count: 30, of: 'natural-day' } }),
    dutyOf('b.unknown', { kind: 'gap' }),
    dutyOf('c.late', { kind: 'gap', atMost: { count: 2, of: 'natural-day' } }),
    dutyOf('d.soon', { kind: 'gap', atMost: { count: 4, of: 'natural-day' } }),
    dutyOf('e.past', { kind: 'once', of: ['reported'], by: '2019-10-30' }, { past: true }),
  ]
  expect(upcoming(duties, posts('2026-03-01'), at('2026-03-04'), calendar).map(({ dutyId }) => dutyId)).toEqual([
    'c.late',
    'd.soon',
    'a.fresh',
    'b.unknown',
  ])
})

test.each([
  ['a pace that is enough', ['2026-03-01', '2026-03-06', '2026-03-11'], '2026-03-12', null],
  ['a pace that is not', ['2026-02-01', '2026-02-13', '2026-02-25'], '2026-02-26', '2026-03-08'],
  ['already late', ['2026-02-01', '2026-02-03', '2026-02-05'], '2026-03-01', '2026-02-16'],
])('forecast of a gap: %s', (_, days, now, breachOn) => {
  expect(forecast(dutyOf('a.gap', gap), posts(...days), at(now), calendar)?.breachOn).toBe(breachOn)
})

test('forecast of a quota: by the weeks before and what there is', () => {
  const twoAWeek = posts('2026-03-02', '2026-03-04', '2026-03-09', '2026-03-11')
  expect(forecast(dutyOf('a.quota', weekly), twoAWeek, at('2026-03-16'), calendar)).toEqual({
    breachOn: '2026-03-23',
    why: '近 2 期平均 2 次，本期已有 0 次，照此到 2026-03-22 不够 3 次，2026-03-23 起逾期。',
  })
  const made = [...twoAWeek, ...posts('2026-03-16', '2026-03-17')]
  expect(forecast(dutyOf('a.quota', weekly), made, at('2026-03-17'), calendar)?.breachOn).toBeNull()
})

test('nothing is foretold from too little', () => {
  expect(forecast(dutyOf('a.gap', gap), posts('2026-03-01'), at('2026-03-02'), calendar)).toBeUndefined()
  expect(forecast(dutyOf('a.quota', weekly), posts('2026-03-01'), at('2026-03-02'), calendar)).toBeUndefined()
})

test('a calendar file keeps to RFC 5545', () => {
  const long = '逾期 3 天：上次更新是 2026-03-01，间隔不超过 10 个自然日；到 2026-03-11 24:00, 请尽快'
  const ics = toIcs(
    [
      { uid: 'cadence.news', title: '动态要闻', deadline: '2026-12-31', description: long },
      { uid: 'reply.24', title: '留言', deadline: '2026-03-06T10:00:00+08:00', description: '两行\n反斜杠\\' },
    ],
    at('2026-03-04'),
  )
  const lines = ics.split('\r\n')
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  const unfolded = ics.replaceAll('\r\n ', '').split('\r\n')
  expect(unfolded).toContain(`DESCRIPTION:${long.replaceAll(',', '\\,')}`)
  expect(unfolded).toContain('DESCRIPTION:两行\\n反斜杠\\\\')
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261231')
  expect(unfolded).toContain('DTEND;VALUE=DATE:20270101')
  expect(unfolded).toContain('DTSTART:20260306T020000Z')
  expect(unfolded.filter((line) => line.startsWith('UID:'))).toEqual(['UID:cadence.news@qianshao', 'UID:reply.24@qianshao'])
})
