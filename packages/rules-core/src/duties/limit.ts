import type { Demand, Duty, EventKind, Every } from '../pack/schema.ts'
import { beijingDay, DAY_MS, periodAround, startOfDay } from './days.ts'
import type { Outcome } from './duty.ts'
import { type DutyEvent, firstAfter, printLeftOut, sortEvents } from './duty-event.ts'
import { eventKindNames } from './event-words.ts'
import { matterStatus } from './matter-status.ts'
import type { WorkCalendar } from './work-calendar.ts'

type Limit = Extract<Demand, { kind: 'limit' }>

/** "Offline for at most thirty days", or "at most once a year": what began ends in time, or happens no more often. */
export function limitStatus(duty: Duty, limit: Limit, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Outcome {
  const { from, until, atMost } = limit
  if ('times' in atMost) return timesStatus(duty, from, atMost, events, now)
  return matterStatus(duty, { from, until: until ?? [], within: atMost }, events, now, calendar)
}

/** Only the running calendar period is judged. A number of times has no date of its own. */
function timesStatus(
  duty: Duty,
  kinds: readonly EventKind[],
  { times, every }: { times: number; every: Every },
  events: readonly DutyEvent[],
  now: number,
): Outcome {
  const sorted = sortEvents(duty, events, kinds, now)
  const { from, to } = periodAround(beijingDay(now), every)
  const first = firstAfter(sorted.counted, startOfDay(from) - 1)
  const evidence = sorted.counted.slice(first, firstAfter(sorted.counted, startOfDay(to) + DAY_MS - 1))
  const act = eventKindNames[kinds[0]!]
  const days = evidence.map(({ at }) => beijingDay(at)).join('、')
  const had = `${from} 至 ${to} ${act} ${evidence.length} 次${days && `（${days}）`}，最多 ${times} 次`
  const left = times - evidence.length
  return {
    status: left < 0 ? 'overdue' : 'fresh',
    deadline: null,
    evidence,
    satisfiedBy: left > 0 ? `${to} 前还可以${act} ${left} 次` : `${to} 前不再${act}`,
    why: `${left < 0 ? '超过次数' : '没有超过'}：${had}。${printLeftOut(sorted)}`,
  }
}
