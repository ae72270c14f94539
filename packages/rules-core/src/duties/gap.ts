import type { Demand, Duty } from '../pack/schema.ts'
import { beijingDay } from './days.ts'
import { dueAfter, printDistance, printPeriod, stageOf } from './due.ts'
import type { Outcome } from './duty.ts'
import { type DutyEvent, printLeftOut, sortEvents } from './duty-event.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** "Not more than ten natural days apart": about the gap that is running since the last publication. */
export function gapStatus(
  duty: Duty,
  { atMost }: Extract<Demand, { kind: 'gap' }>,
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
): Outcome {
  const sorted = sortEvents(duty, events, 'published', now)
  const limit = printPeriod(atMost)
  const leftOut = printLeftOut(sorted)
  const last = sorted.counted.at(-1)
  if (!last) {
    return {
      status: 'cannot-tell',
      deadline: null,
      evidence: [],
      satisfiedBy: '登记或导入最近一次更新',
      why: `没有更新记录，无法计算间隔（不超过 ${limit}）。${leftOut}`,
    }
  }
  const since = `上次更新是 ${beijingDay(last.at)}`
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
  const status = stageOf(due, now)
  const until = atMost.of === 'hour' ? `${due.deadline} ${printTime(due.end - 1)}` : `${due.deadline} 24:00`
  // A duty in hours can be overdue on its own day.
  const distance = status === 'overdue' && due.deadline === beijingDay(now) ? '今天已逾期' : printDistance(due.deadline, now)
  return {
    status,
    deadline: due.deadline,
    evidence: [last],
    satisfiedBy: status === 'overdue' ? '现在更新 1 次' : `到 ${until} 前再更新 1 次`,
    why: `${distance}：${since}，间隔不超过 ${limit}，到 ${until}。${leftOut}`,
  }
}

function printTime(at: number): string {
  const minutes = Math.floor((at - Date.parse(`${beijingDay(at)}T00:00:00+08:00`)) / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
