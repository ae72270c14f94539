import type { Period } from '../pack/schema.ts'
import { addDays, addMonths, beijingDay, beijingInstant, DAY_MS, daysBetween, HOUR_MS, startOfDay } from './days.ts'
import { addWorkingDays, subtractWorkingDays, type WorkCalendar } from './work-calendar.ts'

/** When something is owed. */
export interface Due {
  /** Beijing day, which counts until 24:00; of a duty in hours its last instant, in ISO 8601 with +08:00. */
  deadline: string
  /** The first instant that is too late, epoch milliseconds. */
  end: number
  /** From when it is `due-soon`, epoch milliseconds. */
  soonFrom: number
}

const SOON_HOURS = 4 // of a duty counted in hours (design.md §5)

/** A limit that began with an event, whose own day is not counted. Undefined: it runs into a year without a holiday notice. */
export function dueAfter(at: number, within: Period, lead: Period | undefined, calendar: WorkCalendar): Due | undefined {
  if (within.of === 'hour') {
    const last = at + within.count * HOUR_MS
    return withSoon({ deadline: beijingInstant(last), end: last + 1 }, last - SOON_HOURS * HOUR_MS, lead, calendar)
  }
  const deadline = addPeriod(beijingDay(at), within, calendar)
  return deadline === undefined ? undefined : dueOn(deadline, lead, calendar)
}

/** Something owed on a day. `due-soon` is the last day and the day before it, or a longer lead (design.md §5). */
export function dueOn(deadline: string, lead: Period | undefined, calendar: WorkCalendar): Due {
  const end = startOfDay(deadline) + DAY_MS
  return withSoon({ deadline, end }, startOfDay(addDays(deadline, -1)), lead, calendar)
}

/** Where `now` stands. */
export function stageOf(due: Due, now: number): 'fresh' | 'due-soon' | 'overdue' {
  if (now >= due.end) return 'overdue'
  return now >= due.soonFrom ? 'due-soon' : 'fresh'
}

/** 逾期 n 天, 今天到期 or 还剩 n 天; of a duty in hours, hours and minutes. */
export function printDistance(deadline: string, now: number): string {
  if (isInstant(deadline)) {
    const left = Date.parse(deadline) - now
    return left < 0 ? `逾期 ${printElapsed(-left)}` : `还剩 ${printElapsed(left)}`
  }
  const days = daysBetween(beijingDay(now), deadline)
  if (days < 0) return `逾期 ${-days} 天`
  return days === 0 ? '今天到期' : `还剩 ${days} 天`
}

/** 2026-03-11 24:00, or the minute that a duty in hours ends at. */
export function printUntil(deadline: string): string {
  return isInstant(deadline) ? `${deadline.slice(0, 10)} ${deadline.slice(11, 16)}` : `${deadline} 24:00`
}

/** How long ago, in the largest two units: 3 天 2 小时, 5 小时 20 分, 8 分. */
export function printElapsed(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`
  return `${rest} 分`
}

export function printPeriod({ count, of }: Period): string {
  return `${count} ${PERIOD_NAMES[of]}`
}

const PERIOD_NAMES: Readonly<Record<Period['of'], string>> = {
  hour: '小时',
  'natural-day': '个自然日',
  'working-day': '个工作日',
  month: '个月',
  year: '年',
}

function isInstant(deadline: string): boolean {
  return deadline.length > 10
}

/** The day that a period ends on which began on another; undefined in a year without a holiday notice. */
export function addPeriod(from: string, { count, of }: Exclude<Period, { of: 'hour' }>, calendar: WorkCalendar): string | undefined {
  switch (of) {
    case 'working-day':
      return addWorkingDays(from, count, calendar)
    case 'month':
      return addMonths(from, count)
    case 'year':
      return addMonths(from, count * 12)
    default:
      return addDays(from, count)
  }
}

function withSoon(due: Omit<Due, 'soonFrom'>, soonFrom: number, lead: Period | undefined, calendar: WorkCalendar): Due {
  const asked = lead === undefined ? undefined : leadStart(due, lead, calendar)
  return { ...due, soonFrom: asked === undefined ? soonFrom : Math.min(soonFrom, asked) }
}

// A lead of n days covers the last day and the n days before it.
function leadStart({ deadline, end }: Omit<Due, 'soonFrom'>, { count, of }: Period, calendar: WorkCalendar): number | undefined {
  switch (of) {
    case 'hour':
      return end - count * HOUR_MS
    case 'working-day': {
      const day = subtractWorkingDays(deadline.slice(0, 10), count, calendar)
      return day === undefined ? undefined : startOfDay(day)
    }
    case 'month':
      return startOfDay(addMonths(deadline.slice(0, 10), -count))
    case 'year':
      return startOfDay(addMonths(deadline.slice(0, 10), -count * 12))
    default:
      return startOfDay(addDays(deadline.slice(0, 10), -count))
  }
}
