import type { Duty } from '../pack/schema.ts'
import { addDays, beijingDay, DAY_MS, daysBetween, periodAround, startOfDay } from './days.ts'
import { dueAfter } from './due.ts'
import { type DutyEvent, firstAfter, sortEvents } from './duty-event.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** When a cadence will be missed if the office goes on as it did. */
export interface Forecast {
  /** The Beijing day on which the limit is passed; null: the pace is enough. */
  breachOn: string | null
  /** How that comes about, in Chinese. */
  why: string
}

/** The last ones only: an office that has changed its habit should soon see it. */
const LOOK_BACK = 8

/** The next breach at the present pace; undefined where there is no pace to go by, or no cadence. */
export function forecast(duty: Duty, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Forecast | undefined {
  const { demand } = duty
  if (demand.kind === 'gap') {
    const { counted } = sortEvents(duty, events, demand.of ?? ['published'], now)
    const recent = counted.slice(-LOOK_BACK)
    const last = recent.at(-1)
    if (!last || recent.length < 3 || !demand.atMost) return undefined
    const due = dueAfter(last.at, demand.atMost, undefined, calendar)
    if (!due) return undefined
    const pace = (last.at - recent[0]!.at) / (recent.length - 1)
    const days = Math.max(1, Math.round(pace / DAY_MS))
    // What is already late cannot be expected at a moment that has passed.
    const next = Math.max(last.at + pace, now)
    const basis = `近 ${recent.length} 次平均 ${days} 天一次`
    if (next < due.end) return { breachOn: null, why: `${basis}，照此不会超过期限。` }
    const breachOn = beijingDay(due.end)
    return { breachOn, why: `${basis}，照此 ${breachOn} 起逾期。` }
  }
  if (demand.kind !== 'quota') return undefined
  const { counted } = sortEvents(duty, events, demand.of ?? ['published'], now)
  const running = periodAround(beijingDay(now), demand.every)
  const counts = closedCounts(counted, running.from, demand.every)
  if (counts.length < 2) return undefined
  const average = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const have = counted.length - firstAfter(counted, startOfDay(running.from) - 1)
  // The part of the pace that is still to come in the running period.
  const left = (daysBetween(beijingDay(now), running.to) + 1) / (daysBetween(running.from, running.to) + 1)
  const expected = have + average * left
  const basis = `近 ${counts.length} 期平均 ${print(average)} 次，本期已有 ${have} 次`
  if (expected + 0.5 >= demand.atLeast) return { breachOn: null, why: `${basis}，照此够 ${demand.atLeast} 次。` }
  const breachOn = addDays(running.to, 1)
  return { breachOn, why: `${basis}，照此到 ${running.to} 不够 ${demand.atLeast} 次，${breachOn} 起逾期。` }
}

/** How many there were in each of the closed periods before a day, newest first, back to the first that is known. */
function closedCounts(counted: readonly DutyEvent[], runningFrom: string, every: Parameters<typeof periodAround>[1]): readonly number[] {
  const first = counted[0]
  if (!first) return []
  const counts: number[] = []
  let end = runningFrom
  while (counts.length < LOOK_BACK && end > beijingDay(first.at)) {
    const { from } = periodAround(addDays(end, -1), every)
    counts.push(firstAfter(counted, startOfDay(end) - 1) - firstAfter(counted, startOfDay(from) - 1))
    end = from
  }
  return counts
}

function print(count: number): string {
  return String(Math.round(count * 10) / 10)
}
