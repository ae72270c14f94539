import type { Demand, Duty } from '../pack/schema.ts'
import { addDays, beijingDay, startOfDay } from './days.ts'
import { type Due, dueAfter, printDistance, printElapsed, printPeriod, printUntil, stageOf } from './due.ts'
import type { Outcome } from './duty.ts'
import { type DutyEvent, printLeftOut, sortEvents } from './duty-event.ts'
import { actName } from './event-words.ts'
import type { WorkCalendar } from './work-calendar.ts'

type Gap = Extract<Demand, { kind: 'gap' }>

/** "Not more than ten natural days apart": about the gap that is running since the last one. */
export function gapStatus(duty: Duty, { atMost, of }: Gap, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Outcome {
  const sorted = sortEvents(duty, events, of ?? ['published'], now, 'last')
  const act = actName(of ?? ['published'])
  const leftOut = printLeftOut(sorted)
  const last = sorted.counted.at(-1)
  if (!last) {
    const limit = atMost ? `（不超过 ${printPeriod(atMost)}）` : ''
    return {
      status: 'cannot-tell',
      deadline: null,
      evidence: [],
      satisfiedBy: `登记或导入最近一次${act}`,
      why: `没有${act}记录，无法计算间隔${limit}。${leftOut}`,
    }
  }
  const since = `上次${act}是 ${beijingDay(last.at)}`
  if (!atMost) {
    return {
      status: 'cannot-tell',
      deadline: null,
      evidence: [last],
      satisfiedBy: '由本单位设定间隔后才能计算',
      why: `条款没有规定间隔，无法判断：${since}，已过 ${printElapsed(now - last.at)}。${leftOut}`,
    }
  }
  const limit = printPeriod(atMost)
  const due = dueAfter(last.at, atMost, duty.lead, calendar)
  if (!due) {
    return {
      status: 'cannot-tell',
      deadline: null,
      evidence: [last],
      satisfiedBy: '导入那一年的放假安排',
      why: `无法计算：${since}，之后 ${limit}要用到还没有放假安排的年份。${leftOut}`,
    }
  }
  const status = stageOf(notOnItsOwnDay(due, last, atMost.of === 'hour'), now)
  const until = printUntil(due.deadline)
  return {
    status,
    deadline: due.deadline,
    evidence: [last],
    satisfiedBy: status === 'overdue' ? `现在${act} 1 次` : `到 ${until} 前再${act} 1 次`,
    why: `${printDistance(due.deadline, now)}：${since}，间隔不超过 ${limit}，到 ${until}。${leftOut}`,
  }
}

// Whoever met a daily duty today has nothing to be reminded of before tomorrow.
function notOnItsOwnDay(due: Due, last: DutyEvent, inHours: boolean): Due {
  if (inHours) return due
  return { ...due, soonFrom: Math.max(due.soonFrom, startOfDay(addDays(beijingDay(last.at), 1))) }
}
