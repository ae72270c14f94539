import type { Demand, Duty } from '../pack/schema.ts'
import { beijingDay, daysBetween, startOfDay } from './days.ts'
import { dueAfter, printPeriod } from './due.ts'
import type { Outcome } from './duty.ts'
import { type DutyEvent, printLeftOut, sortEvents } from './duty-event.ts'
import { eventKindNames } from './event-words.ts'
import { type Matter, pairMatters } from './matter.ts'
import type { WorkCalendar } from './work-calendar.ts'

type Stay = Extract<Demand, { kind: 'stay' }>

interface Hanging extends Matter {
  /** The first day, or instant, at which it may come down; undefined in a year without a holiday notice. */
  free: string | undefined
  standing: 'early' | 'unknown' | 'up' | 'done'
}

const ORDER: readonly Hanging['standing'][] = ['early', 'unknown', 'up', 'done']

/**
 * "Hangs for at least thirty days": the day it was hung is not counted, and the date is the first day on which it may come down. Coming
 * down earlier is overdue; while it hangs nothing has to be done, so it is never due soon.
 */
export function stayStatus(
  duty: Duty,
  { from, until, atLeast }: Stay,
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
): Outcome {
  const begun = sortEvents(duty, events, from, now)
  const ended = sortEvents(duty, events, until, now)
  const { matters, unpaired } = pairMatters(begun.counted, ended.counted)
  const [begin, end] = [eventKindNames[from[0]!], eventKindNames[until[0]!]]
  const notes = `${unpaired.length > 0 ? `另有 ${unpaired.length} 次${end}对不上前面的${begin}，没有计入。` : ''}${printLeftOut(begun, ended)}`
  const hanging = matters.map((matter): Hanging => {
    const due = dueAfter(matter.begun.at, atLeast, undefined, calendar)
    if (!due) return { ...matter, free: undefined, standing: 'unknown' }
    const freeFrom = atLeast.of === 'hour' ? due.end - 1 : startOfDay(due.deadline)
    const standing = matter.ended ? (matter.ended.at < freeFrom ? 'early' : 'done') : now < freeFrom ? 'up' : 'done'
    return { ...matter, free: due.deadline, standing }
  })
  const shown = ORDER.map((standing) => hanging.filter((one) => one.standing === standing).at(-1)).find((one) => one !== undefined)
  const limit = printPeriod(atLeast)
  if (!shown) {
    const why = `没有登记${begin}，没有要保留的。${notes}`
    return { status: 'fresh', deadline: null, evidence: [], satisfiedBy: `${begin}和${end}都登记下来`, why }
  }
  const what = `${beijingDay(shown.begun.at)} ${begin}${shown.begun.ref === undefined ? '' : `（${shown.begun.ref}）`}`
  const evidence = [shown.begun, ...(shown.ended ? [shown.ended] : [])]
  if (shown.free === undefined) {
    const why = `无法计算：${what}，${limit}要用到还没有放假安排的年份。${notes}`
    return { status: 'cannot-tell', deadline: null, evidence, satisfiedBy: '导入那一年的放假安排', why }
  }
  const down = shown.ended && beijingDay(shown.ended.at)
  if (shown.standing === 'early') {
    const kept = daysBetween(beijingDay(shown.begun.at), down!)
    const why = `撤早了：${what}，${down} ${end}，只保留 ${kept} 天，至少 ${limit}，${shown.free} 起才可以${end}。${notes}`
    return { status: 'overdue', deadline: shown.free, evidence, satisfiedBy: '重新挂出，并重新计算', why }
  }
  const how = down ? `${down} ${end}` : '还挂着'
  return {
    status: 'fresh',
    deadline: shown.free,
    evidence,
    satisfiedBy: shown.standing === 'up' ? `保留到 ${shown.free}，之后才可以${end}` : '已经保留够了',
    why: `${shown.standing === 'up' ? '还在保留期' : '保留够了'}：${what}，${how}，至少 ${limit}，${shown.free} 起可以${end}。${notes}`,
  }
}
