import type { Demand, Duty, Every } from '../pack/schema.ts'
import { addDays, beijingDay, DAY_MS, periodAround, startOfDay } from './days.ts'
import { dueOn, printDistance, stageOf } from './due.ts'
import type { Outcome } from './duty.ts'
import { type DutyEvent, firstAfter, printLeftOut, sortEvents } from './duty-event.ts'
import { actName } from './event-words.ts'
import type { WorkCalendar } from './work-calendar.ts'

type Quota = Extract<Demand, { kind: 'quota' }>
/** A calendar period with what was done in it. */
interface Stretch {
  from: string
  to: string
  events: readonly DutyEvent[]
}

/**
 * "At least three times a week": the running period is not over, so it is only due; a closed period that had too few stays
 * overdue with its own date until the running one has met its number (design.md §5). Of several in a row the first one counts.
 */
export function quotaStatus(duty: Duty, quota: Quota, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Outcome {
  const { atLeast, every } = quota
  const kinds = quota.of ?? ['published']
  const sorted = sortEvents(duty, events, kinds, now)
  const act = actName(kinds)
  const leftOut = printLeftOut(sorted)
  const stretchAround = byPeriod(sorted.counted, every)
  const running = stretchAround(beijingDay(now))
  const left = atLeast - running.events.length
  const [here, each] = NAMES[every]

  if (left <= 0) {
    // Whoever updated today owes the next update tomorrow; for longer periods the date met is kept.
    const deadline = every === 'day' ? addDays(running.to, 1) : running.to
    const done = `${here}已${act} ${running.events.length} 次，不少于 ${atLeast} 次`
    return { status: 'fresh', deadline, evidence: running.events, satisfiedBy: `${here}已经够了`, why: `${done}。${leftOut}` }
  }
  const owed = `${here}还差 ${left} 次，到 ${running.to} 24:00`
  const missed = firstMissed(sorted.counted[0], running, quota, stretchAround)
  if (missed) {
    const which = missed.from === missed.to ? missed.from : `${missed.from} 至 ${missed.to}`
    const had = missed.events.length === 0 ? `没有${act}` : `只${act}了 ${missed.events.length} 次`
    return {
      status: 'overdue',
      deadline: missed.to,
      evidence: [...missed.events, ...running.events],
      satisfiedBy: `${owed}；够了就不再逾期`,
      why: `${printDistance(missed.to, now)}：${which} ${had}，${each}不少于 ${atLeast} 次。${leftOut}`,
    }
  }
  return {
    status: stageOf(dueOn(running.to, duty.lead, calendar), now) === 'fresh' ? 'fresh' : 'due-soon',
    deadline: running.to,
    evidence: running.events,
    satisfiedBy: owed,
    why: `还差 ${left} 次：${here}已${act} ${running.events.length} 次，${each}不少于 ${atLeast} 次，到 ${running.to} 24:00。${leftOut}`,
  }
}

/**
 * The first of the unmet closed periods right before the running one. Before the first event that is known nothing is judged: the
 * account may not have existed. Without any, the last closed period was missed; but too few publications of a year (全年不少于)
 * are no breach before that year has ended.
 */
function firstMissed(
  first: DutyEvent | undefined,
  running: Stretch,
  { atLeast, every, of }: Quota,
  stretchAround: (day: string) => Stretch,
): Stretch | undefined {
  const last = stretchAround(addDays(running.from, -1))
  if (!first) return every === 'year' && of === undefined ? undefined : last
  const begin = beijingDay(first.at)
  let missed: Stretch | undefined
  for (let at = last; at.to >= begin && at.events.length < atLeast; at = stretchAround(addDays(at.from, -1))) missed = at
  return missed
}

// By bisection: a busy account has a thousand events, and only its last period or two are asked for.
function byPeriod(counted: readonly DutyEvent[], every: Every): (day: string) => Stretch {
  return (day) => {
    const { from, to } = periodAround(day, every)
    const begin = firstAfter(counted, startOfDay(from) - 1)
    return { from, to, events: counted.slice(begin, firstAfter(counted, startOfDay(to) + DAY_MS - 1)) }
  }
}

const NAMES: Readonly<Record<Every, readonly [running: string, each: string]>> = {
  day: ['今天', '每天'],
  week: ['本周', '每周'],
  month: ['本月', '每月'],
  quarter: ['本季度', '每季度'],
  'half-year': ['本半年', '每半年'],
  year: ['今年', '全年'],
}
