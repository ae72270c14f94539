import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, beijingDay, DAY_MS, daysBetween, HOUR_MS, isDay, periodAround, startOfDay, weekday } from './days.ts'

const day = fc.integer({ min: -10_000, max: 40_000 }).map((n) => addDays('2000-01-01', n))

test.each([
  ['2026-03-01T15:59:59.999Z', '2026-03-01'],
  ['2026-03-01T16:00:00.000Z', '2026-03-02'],
  ['2026-03-01T23:59:59+08:00', '2026-03-01'],
  ['2026-03-02T00:00:00+08:00', '2026-03-02'],
  ['2025-12-31T23:59:59-05:00', '2026-01-01'],
  // 1986 to 1991 China had summer time; days are still counted at +08:00.
  ['1990-07-01T00:30:00+08:00', '1990-07-01'],
])('%s is %s in Beijing', (at, expected) => {
  expect(beijingDay(Date.parse(at))).toBe(expected)
})

test('a day begins at 00:00 Beijing time', () => {
  expect(startOfDay('2026-11-25')).toBe(Date.parse('2026-11-25T00:00:00+08:00'))
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2025-11-30', 3, '2026-02-28'],
  ['2025-12-31', 2, '2026-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-08-31', 1, '2026-09-30'],
])('%s and %i months is %s', (from, months, expected) => {
  expect(addMonths(from, months)).toBe(expected)
})

test.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['20260101', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

describe('the period around a day', () => {
  test.each([
    ['2026-11-25', 'day', '2026-11-25', '2026-11-25'],
    ['2026-11-23', 'week', '2026-11-23', '2026-11-29'],
    ['2026-11-29', 'week', '2026-11-23', '2026-11-29'],
    ['2026-01-01', 'week', '2025-12-29', '2026-01-04'],
    ['2024-02-10', 'month', '2024-02-01', '2024-02-29'],
    ['2026-12-31', 'month', '2026-12-01', '2026-12-31'],
    ['2026-05-31', 'quarter', '2026-04-01', '2026-06-30'],
    ['2026-12-01', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-06-30', 'half-year', '2026-01-01', '2026-06-30'],
    ['2026-07-01', 'half-year', '2026-07-01', '2026-12-31'],
    ['2026-02-28', 'year', '2026-01-01', '2026-12-31'],
  ] as const)('%s by %s', (on, every, from, to) => {
    expect(periodAround(on, every)).toEqual({ from, to })
  })

  test('holds the day, and its neighbours touch it', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'year' as const), (on, every) => {
        const { from, to } = periodAround(on, every)
        expect(from <= on && on <= to).toBe(true)
        expect(periodAround(addDays(from, -1), every).to).toBe(addDays(from, -1))
        expect(periodAround(to, every)).toEqual({ from, to })
      }),
    )
  })
})

test('counting days forth and back agrees', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, count) => {
      const to = addDays(from, count)
      expect(daysBetween(from, to)).toBe(count)
      expect(isDay(to)).toBe(true)
      expect(weekday(to)).toBe(((((weekday(from) - 1 + count) % 7) + 7) % 7) + 1)
    }),
  )
})

test('every day from year 1 to 9999 has the name that Date gives it, and comes back', () => {
  const first = Date.parse('0001-01-01T00:00:00Z')
  const last = Date.parse('9999-12-31T00:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: first / DAY_MS, max: last / DAY_MS }), fc.integer({ min: 0, max: DAY_MS - 1 }), (number, within) => {
      const start = number * DAY_MS - 8 * HOUR_MS
      const name = new Date(number * DAY_MS).toISOString().slice(0, 10)
      expect(beijingDay(start + within)).toBe(name)
      expect(startOfDay(name)).toBe(start)
    }),
    { numRuns: 3_000 },
  )
})
