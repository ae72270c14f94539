import type { Period } from '../pack/schema.ts'
import { addDays, addMonths, beijingDay, DAY_MS, daysBetween, HOUR_MS, startOfDay } from './days.ts'
import { addWorkingDays, subtractWorkingDays, type WorkCalendar } from './work-calendar.ts'

/** When something is owed. */
export interface Due {
  /** Beijing day; it counts until 24:00, or until the hour that a duty in hours ends at. */
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
    const end = at + within.count * HOUR_MS + 1
    return withSoon({ deadline: beijingDay(end - 1), end }, end - SOON_HOURS * HOUR_MS, lead, calendar)
  }
  const from = beijingDay(at)
  const deadline = addPeriod(from, within, calendar)
  if (deadline === undefined) return undefined
  const due = dueOn(deadline, lead, calendar)
  // Whoever met a daily duty today has nothing to be reminded of before tomorrow.
  return { ...due, soonFrom: Math.max(due.soonFrom, startOfDay(addDays(from, 1))) }
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

/** 逾期 n 天, 今天到期 or 还剩 n 天. */
export function printDistance(deadline: string, now: number): string {
  const days = daysBetween(beijingDay(now), deadline)
  if (days < 0) return `逾期 ${-days} 天`
  return days === 0 ? '今天到期' : `还剩 ${days} 天`
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

function addPeriod(from: string, { count, of }: Exclude<Period, { of: 'hour' }>, calendar: WorkCalendar): string | undefined {
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
      const day = subtractWorkingDays(deadline, count, calendar)
      return day === undefined ? undefined : startOfDay(day)
    }
    case 'month':
      return startOfDay(addMonths(deadline, -count))
    case 'year':
      return startOfDay(addMonths(deadline, -count * 12))
    default:
      return startOfDay(addDays(deadline, -count))
  }
}
