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
  return dayName(Math.floor((at + BEIJING_MS) / DAY_MS))
}

/** An instant as ISO 8601 with Beijing's offset; milliseconds only where there are any. */
export function beijingInstant(at: number): string {
  return new Date(at + BEIJING_MS).toISOString().replace(/(?:\.000)?Z$/, '+08:00')
}

/** 00:00 Beijing time of a day, in epoch milliseconds. */
export function startOfDay(day: string): number {
  return dayNumber(day) * DAY_MS - BEIJING_MS
}

/** Whether a string is a day that exists: 2026-02-29 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const start = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text)
}

export function addDays(day: string, count: number): string {
  return dayName(dayNumber(day) + count)
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
  return dayNumber(to) - dayNumber(from)
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

// Days from 1970-01-01 and back, by whole numbers: Date and its strings were most of the work where a thousand accounts are computed.
// The year is counted from March, so that the leap day is its last (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
function dayNumber(day: string): number {
  const [year, month, date] = partsOf(day)
  const from = month > 2 ? year : year - 1
  const era = Math.floor(from / 400)
  const ofEra = from - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

function dayName(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const day = shifted - era * 146_097
  const ofEra = Math.floor((day - Math.floor(day / 1_460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365)
  const ofYear = day - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100))
  const march = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * march + 2) / 5) + 1
  const month = march < 10 ? march + 3 : march - 9
  const year = era * 400 + ofEra + (month > 2 ? 0 : 1)
  return `${year > 999 ? year : String(year).padStart(4, '0')}-${month > 9 ? '' : '0'}${month}-${date > 9 ? '' : '0'}${date}`
}
