import type { Demand, Duty, Every } from '../pack/schema.ts'
import { addDays, addMonths, beijingDay, daysBetween, periodAround, startOfDay } from './days.ts'
import { dueOn, printDistance, stageOf } from './due.ts'
import type { Outcome } from './duty.ts'
import { type DutyEvent, firstAfter, printLeftOut, sortEvents } from './duty-event.ts'
import { actName } from './event-words.ts'
import type { WorkCalendar } from './work-calendar.ts'

type OnDate = Extract<Demand, { kind: 'date' }>
type Once = Extract<Demand, { kind: 'once' }>

/** "By the 15th of each quarter's first month": about the window that opened last, from the period's first day. */
export function dateStatus(
  duty: Duty,
  { of, every, by }: OnDate,
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
): Outcome {
  const { from, to } = periodAround(beijingDay(now), every)
  return windowStatus(duty, of, { from, deadline: by === undefined ? to : dayOf(from, to, by, every) }, events, now, calendar)
}

/** Owed one time for all, by a day: whatever was done before counts. */
export function onceStatus(duty: Duty, { of, by }: Once, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Outcome {
  return windowStatus(duty, of, { from: undefined, deadline: by }, events, now, calendar)
}

function windowStatus(
  duty: Duty,
  of: OnDate['of'],
  { from, deadline }: { from: string | undefined; deadline: string },
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
): Outcome {
  const sorted = sortEvents(duty, events, of, now)
  const act = actName(of)
  const leftOut = printLeftOut(sorted)
  const due = dueOn(deadline, duty.lead, calendar)
  const done = sorted.counted[from === undefined ? 0 : firstAfter(sorted.counted, startOfDay(from) - 1)]
  if (!done) {
    const status = stageOf(due, now)
    return {
      status,
      deadline,
      evidence: [],
      satisfiedBy: status === 'overdue' ? `现在${act}` : `到 ${deadline} 24:00 前${act}`,
      why: `${printDistance(deadline, now)}：${from === undefined ? '' : `${from} 以来`}没有${act}，到 ${deadline} 24:00。${leftOut}`,
    }
  }
  const day = beijingDay(done.at)
  const late = done.at >= due.end
  return {
    status: late ? 'overdue' : 'fresh',
    deadline,
    evidence: [done],
    satisfiedBy: late ? '已经办了，逾期留在记录里' : '已经办了',
    why: `${late ? `${printDistance(deadline, done.at)}才办` : '按时'}：${day} 已${act}，到 ${deadline} 24:00。${leftOut}`,
  }
}

// Days and weeks have no months: their last day is meant. A day that the month lacks is the month's last.
function dayOf(from: string, to: string, by: string, every: Every): string {
  if (every === 'day' || every === 'week') return to
  const month = addMonths(from, Number(by.slice(0, 2)) - 1)
  const length = daysBetween(month, addMonths(month, 1))
  return addDays(month, Math.min(Number(by.slice(3)), length) - 1)
}
