import type { Duty, EventKind, Period } from '../pack/schema.ts'
import { beijingDay } from './days.ts'
import { type Due, dueAfter, printDistance, printElapsed, printPeriod, printUntil, stageOf } from './due.ts'
import type { Outcome } from './duty.ts'
import { type DutyEvent, printLeftOut, sortEvents } from './duty-event.ts'
import { eventKindNames } from './event-words.ts'
import { type Matter, pairMatters } from './matter.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** A matter with where it stands: `late` was ended, but too late, and stays overdue in the record (design.md §5). */
export interface StandingMatter extends Matter {
  due: Due | undefined
  standing: 'overdue' | 'late' | 'unknown' | 'due-soon' | 'open' | 'met'
}

interface Asked {
  from: readonly EventKind[]
  until: readonly EventKind[]
  /** Absent: the clause gives no number. */
  within: Period | undefined
}

/** Worst first: what is still open and late, what was late, what nobody can tell, what is coming. */
const ORDER: readonly StandingMatter['standing'][] = ['overdue', 'late', 'unknown', 'due-soon', 'open', 'met']
const STATUS = {
  overdue: 'overdue',
  late: 'overdue',
  unknown: 'cannot-tell',
  'due-soon': 'due-soon',
  open: 'fresh',
  met: 'fresh',
} as const

/** Every matter of a duty that is to be ended within a period, oldest first. */
export function standingMatters(
  duty: Duty,
  { from, until, within }: Asked & { within: Period },
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
): readonly StandingMatter[] {
  const { matters } = pairMatters(sortEvents(duty, events, from, now).counted, sortEvents(duty, events, until, now).counted)
  return matters.map((matter) => standingOf(matter, dueAfter(matter.begun.at, within, duty.lead, calendar), now))
}

/** Each thing that began is ended in time: the status is that of the worst one. */
export function matterStatus(duty: Duty, asked: Asked, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Outcome {
  const begun = sortEvents(duty, events, asked.from, now)
  const ended = sortEvents(duty, events, asked.until, now)
  const { unpaired } = pairMatters(begun.counted, ended.counted)
  const [begin, end] = [eventKindNames[asked.from[0]!], eventKindNames[asked.until[0]!]]
  const notes = `${unpaired.length > 0 ? `另有 ${unpaired.length} 次${end}对不上前面的${begin}，没有计入。` : ''}${printLeftOut(begun, ended)}`
  if (asked.within === undefined) return elapsedOnly(pairMatters(begun.counted, ended.counted).matters, now, begin, end, notes)

  const matters = standingMatters(duty, { ...asked, within: asked.within }, events, now, calendar)
  const worst = worstOf(matters)
  const limit = printPeriod(asked.within)
  if (!worst) {
    const why = `没有登记${begin}，没有要${end}的。${notes}`
    return { status: 'fresh', deadline: null, evidence: [], satisfiedBy: `有了${begin}，就登记下来`, why }
  }
  const { due } = worst
  return {
    status: STATUS[worst.standing],
    deadline: due?.deadline ?? null,
    evidence: evidenceOf(worst),
    satisfiedBy: whatHelps(worst, end),
    why: `${explain(worst, { begin, end, limit }, now)}${others(matters, worst, end)}${notes}`,
  }
}

function standingOf(matter: Matter, due: Due | undefined, now: number): StandingMatter {
  if (!due) return { ...matter, due, standing: 'unknown' }
  if (matter.ended) return { ...matter, due, standing: matter.ended.at < due.end ? 'met' : 'late' }
  const stage = stageOf(due, now)
  return { ...matter, due, standing: stage === 'fresh' ? 'open' : stage }
}

// Of those that are open the one that is due first, of those that were ended the last one.
function worstOf(matters: readonly StandingMatter[]): StandingMatter | undefined {
  for (const standing of ORDER) {
    const same = matters.filter((matter) => matter.standing === standing)
    if (same.length > 0) return standing === 'late' || standing === 'met' ? same.at(-1) : same.reduce(dueFirst)
  }
  return undefined
}

function dueFirst(a: StandingMatter, b: StandingMatter): StandingMatter {
  return (b.due?.end ?? 0) < (a.due?.end ?? 0) ? b : a
}

function explain(matter: StandingMatter, words: { begin: string; end: string; limit: string }, now: number): string {
  const { begin, end, limit } = words
  const what = `${beijingDay(matter.begun.at)} ${begin}${named(matter.begun)}`
  if (!matter.due) return `无法计算：${what}，${limit}要用到还没有放假安排的年份。`
  const until = printUntil(matter.due.deadline)
  if (!matter.ended) return `${printDistance(matter.due.deadline, now)}：${what}，还没有${end}，期限 ${limit}，到 ${until}。`
  const day = beijingDay(matter.ended.at)
  if (matter.standing === 'met') return `按时：${what}，${day} ${end}，期限 ${limit}，到 ${until}。`
  return `${printDistance(matter.due.deadline, matter.ended.at)}才${end}：${what}，期限 ${limit}，到 ${until}，${day} ${end}。`
}

function named({ ref }: DutyEvent): string {
  return ref === undefined ? '' : `（${ref}）`
}

function whatHelps(matter: StandingMatter, end: string): string {
  if (matter.standing === 'unknown') return '导入那一年的放假安排'
  if (matter.standing === 'late') return '已经办结，逾期留在记录里'
  if (matter.standing === 'met') return '已经办结'
  return matter.standing === 'overdue' ? `现在${end}，并登记下来` : `到 ${printUntil(matter.due!.deadline)} 前${end}，并登记下来`
}

function others(matters: readonly StandingMatter[], worst: StandingMatter, end: string): string {
  const open = matters.filter((matter) => matter !== worst && matter.ended === undefined).length
  const late = matters.filter((matter) => matter !== worst && matter.standing === 'late').length
  return `${open > 0 ? `另有 ${open} 件没有${end}。` : ''}${late > 0 ? `另有 ${late} 件办得晚了。` : ''}`
}

function evidenceOf({ begun, also, ended }: Matter): readonly DutyEvent[] {
  return [begun, ...also, ...(ended ? [ended] : [])]
}

// 及时、第一时间: how long it took, or takes; whether that is too long no clause says.
function elapsedOnly(matters: readonly Matter[], now: number, begin: string, end: string, notes: string): Outcome {
  const matter = matters.find(({ ended }) => !ended) ?? matters.at(-1)
  const satisfiedBy = '由本单位设定期限后才能计算'
  if (!matter) {
    const why = `条款没有规定期限，也没有登记${begin}，无法判断。${notes}`
    return { status: 'cannot-tell', deadline: null, evidence: [], satisfiedBy, why }
  }
  const elapsed = printElapsed((matter.ended?.at ?? now) - matter.begun.at)
  const what = `${beijingDay(matter.begun.at)} ${begin}${named(matter.begun)}`
  const how = matter.ended ? `${end}用了 ${elapsed}` : `已过 ${elapsed}，还没有${end}`
  return {
    status: 'cannot-tell',
    deadline: null,
    evidence: evidenceOf(matter),
    satisfiedBy,
    why: `条款没有规定期限，无法判断：${what}，${how}。${notes}`,
  }
}
