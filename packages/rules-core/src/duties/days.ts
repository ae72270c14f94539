import type { Every } from '../pack/schema.ts'

/**
 * Day arithmetic in Beijing time. A day is a `YYYY-MM-DD` string, an instant is epoch milliseconds.
 * China keeps one fixed offset and no summer time, so neither Intl nor the machine's time zone is asked.
 */

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000
const BEIJING_MS = 8 * HOUR_MS

/** The Beijing day that an instant falls on. */
export function beijingDay(at: number): string {
  return new Date(at + BEIJING_MS).toISOString().slice(0, 10)
}

/** An instant as ISO 8601 with Beijing's offset; milliseconds only where there are any. */
export function beijingInstant(at: number): string {
  return new Date(at + BEIJING_MS).toISOString().replace(/(?:\.000)?Z$/, '+08:00')
}

/** 00:00 Beijing time of a day, in epoch milliseconds. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - BEIJING_MS
}

/** Whether a string is a day that exists: 2026-02-29 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const start = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text)
}

export function addDays(day: string, count: number): string {
  return beijingDay(startOfDay(day) + count * DAY_MS)
}

/** The same day of a later month, or that month's last day: 31 January and one month is 28 or 29 February (design.md §5). */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = partsOf(day)
  const target = year * 12 + (month - 1) + count
  const first = firstOfMonth(target)
  const last = addDays(firstOfMonth(target + 1), -1)
  return addDays(first, Math.min(date, partsOf(last)[2]) - 1)
}

/** Days from one day to another: 1 from today to tomorrow. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS)
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: string): number {
  // 1970-01-05 was a Monday.
  return ((((daysBetween('1970-01-05', day) % 7) + 7) % 7) + 1) as number
}

/** The calendar period of a kind that a day lies in, both ends included. A week is Monday to Sunday (design.md §5). */
export function periodAround(day: string, every: Every): { from: string; to: string } {
  if (every === 'day') return { from: day, to: day }
  if (every === 'week') {
    const from = addDays(day, 1 - weekday(day))
    return { from, to: addDays(from, 6) }
  }
  const [year, month] = partsOf(day)
  const length = MONTHS[every]
  const first = year * 12 + Math.floor((month - 1) / length) * length
  return { from: firstOfMonth(first), to: addDays(firstOfMonth(first + length), -1) }
}

const MONTHS: Readonly<Record<Exclude<Every, 'day' | 'week'>, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

function partsOf(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

// Months counted from year 0.
function firstOfMonth(months: number): string {
  const year = String(Math.floor(months / 12)).padStart(4, '0')
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`
}
