import {
  type Clause,
  type Demand,
  type Duty,
  type DutyEvent,
  type DutyStatus,
  dutyStatus,
  type EventKind,
  eventKindNames,
  layer,
  PackError,
  type PolicyPack,
  problemsOf,
  type ReadInstant,
  readInstant,
  type Surface,
  type WorkCalendar,
} from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { UnusableInput } from './read-draft.ts'

/** One question: where does the duty that serves a clause stand? (house.md §4) */
export interface DutyAnswer {
  id: string
  status: DutyStatus['status']
  deadline: string | null
  clause: string
  why: string
}

const surfaces: readonly string[] = ['website', 'wechat', 'weibo', 'app', 'other-media'] satisfies readonly Surface[]
const optionalText = z.optional(z.nullable(z.string()))
const surface = z.optional(z.nullable(z.string().check(z.refine((text) => surfaces.includes(text), `只能是 ${surfaces.join('、')}`))))

/** Members we do not know are ignored. */
const caseLine = z.object({
  id: z.union([z.string(), z.number()]),
  pack: optionalText,
  clause: z.string(),
  surface,
  column: optionalText,
  events: z.array(
    z.object({
      kind: z
        .string()
        .check(z.refine((text) => Object.hasOwn(eventKindNames, text), `不认识这种事件。可用：${Object.keys(eventKindNames).join('、')}`)),
      at: z.string(),
      surface,
      column: optionalText,
      ref: optionalText,
      draftRef: optionalText,
      duty: optionalText,
    }),
  ),
  now: z.string(),
})
type DutyCase = z.infer<typeof caseLine>

/** Answers one line after another; packs are read once. */
export function openDutyDesk(loadChain: (id: string) => readonly PolicyPack[], calendar: WorkCalendar): (line: string) => DutyAnswer {
  const desks = new Map<string, { clauses: ReadonlyMap<string, Clause>; duties: readonly Duty[] }>()
  const deskOf = (id: string) => {
    const known = desks.get(id)
    if (known) return known
    const { clauses, duties } = layer(loadChain(id))
    const desk = { clauses: new Map(clauses.map((clause) => [clause.id, clause])), duties }
    desks.set(id, desk)
    return desk
  }
  return (line) => {
    const asked = parseCase(line)
    const pack = asked.pack ?? 'cn'
    try {
      const { clauses, duties } = deskOf(pack)
      const clause = clauses.get(asked.clause)
      if (!clause) throw new UnusableInput(`规则包 ${pack} 里没有条款 ${asked.clause}`, String(asked.id))
      return { id: String(asked.id), ...answerFor(asked, clause, duties, calendar) }
    } catch (cause) {
      if (cause instanceof PackError || cause instanceof UnusableInput) throw new UnusableInput(cause.message, String(asked.id))
      throw cause
    }
  }
}

function answerFor(asked: DutyCase, clause: Clause, duties: readonly Duty[], calendar: WorkCalendar): Omit<DutyAnswer, 'id'> {
  const serving = duties.filter(({ clauseIds }) => clauseIds.includes(clause.id))
  const now = presentInstant(asked.now, asked)
  const events = asked.events.map((event, i) => ({ event, ...eventInstant(event.at, i, asked) }))
  const zoneNote = [now, ...events].every(({ zoned }) => zoned) ? '' : '没有写时区的时间，按北京时间计算。'
  const cannotTell = (why: string) => ({ status: 'cannot-tell' as const, deadline: null, clause: clause.id, why: `${why}${zoneNote}` })
  if (serving.length === 0) return cannotTell(`没有时限依据这一条（${clause.locator}），没有可以计算的日期。`)
  const fitting = serving.filter((duty) => isAbout(duty, asked))
  if (fitting.length === 0) return cannotTell(`这一条（${clause.locator}）不管这个渠道或栏目。`)
  // An office's own number, where there is one, says more than that the clause has none.
  const withNumber = fitting.filter(({ demand }) => hasNumber(demand))
  const statuses = (withNumber.length > 0 ? withNumber : fitting).map((duty) => {
    const placed = events.map(({ event, at }) => place(event, at, duty, asked))
    return dutyStatus(duty, placed, now.at, calendar)
  })
  const { status, deadline, why } = statuses.sort(byUrgency)[0]!
  return { status, deadline, clause: clause.id, why: `${why}${zoneNote}` }
}

// The clause has chosen the duty: what the case leaves open is about it.
function place(event: DutyCase['events'][number], at: number, duty: Duty, asked: DutyCase): DutyEvent {
  const where = event.surface ?? asked.surface ?? duty.appliesTo.surfaces?.[0]
  const column = event.column ?? asked.column ?? duty.appliesTo.columns?.[0]
  return {
    kind: event.kind as EventKind,
    at,
    ...(where !== undefined && { surface: where as Surface }),
    ...(column !== undefined && { column }),
    ...(event.ref != null && { ref: event.ref }),
    ...(event.draftRef != null && { draftRef: event.draftRef }),
    ...(event.duty != null && { duty: event.duty }),
  }
}

function hasNumber(demand: Demand): boolean {
  if (demand.kind === 'gap') return demand.atMost !== undefined
  return demand.kind !== 'answer' || demand.within !== undefined
}

function isAbout({ appliesTo }: Duty, asked: DutyCase): boolean {
  if (asked.surface != null && appliesTo.surfaces && !appliesTo.surfaces.includes(asked.surface as Surface)) return false
  return asked.column == null || !appliesTo.columns || appliesTo.columns.includes(asked.column)
}

/** A day alone is taken at noon, as the ledger takes the platform's own list. */
const NOON = 12

function eventInstant(text: string, i: number, { id }: DutyCase): ReadInstant {
  return readInstant(text, NOON) ?? refuse(`events[${i}].at`, text, id)
}

// A day alone, as the present, is that whole day: what was done on it has happened.
function presentInstant(text: string, { id }: DutyCase): ReadInstant {
  const read = readInstant(text, 24) ?? refuse('now', text, id)
  return read.dayOnly ? { ...read, at: read.at - 1 } : read
}

function refuse(path: string, text: string, id: string | number): never {
  throw new UnusableInput(`${path}：“${text.slice(0, 40)}”不是存在的时间，写作 2026-03-01T09:00:00+08:00`, String(id))
}

const URGENCY = { overdue: 0, 'due-soon': 1, 'cannot-tell': 2, fresh: 3 } as const

function byUrgency(a: DutyStatus, b: DutyStatus): number {
  return URGENCY[a.status] - URGENCY[b.status] || (a.deadline ?? '9').localeCompare(b.deadline ?? '9')
}

function parseCase(line: string): DutyCase {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new UnusableInput('不是正确的 JSON')
  }
  const parsed = caseLine.safeParse(json)
  if (parsed.success) return parsed.data
  const problems = problemsOf(parsed.error).map(({ path, problem }) => `${path || '整行'}：${problem}`)
  throw new UnusableInput(problems.join('；'), idOf(json))
}

function idOf(json: unknown): string | null {
  const read = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(json)
  return read.success ? String(read.data.id) : null
}
