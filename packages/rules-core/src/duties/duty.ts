import * as z from 'zod/mini'
import type { Duty } from '../pack/schema.ts'
import { answerStatus } from './answer.ts'
import { dateStatus, onceStatus } from './date.ts'
import { beijingDay } from './days.ts'
import type { DutyEvent } from './duty-event.ts'
import { gapStatus } from './gap.ts'
import { limitStatus } from './limit.ts'
import { quotaStatus } from './quota.ts'
import { stayStatus } from './stay.ts'
import type { WorkCalendar } from './work-calendar.ts'

export interface DutyStatus {
  dutyId: string
  status: 'fresh' | 'due-soon' | 'overdue' | 'cannot-tell'
  /** Beijing day, which counts until 24:00; of a duty in hours an instant, ISO 8601 with +08:00; null where there is none. */
  deadline: string | null
  clauseIds: readonly string[]
  /** The events that decided. */
  evidence: readonly DutyEvent[]
  /** What would satisfy the duty, in Chinese. */
  satisfiedBy: string
  /** How the status comes about, in Chinese. */
  why: string
}

/** What a demand says; the duty's own members are added to it. */
export type Outcome = Pick<DutyStatus, 'status' | 'deadline' | 'evidence' | 'satisfiedBy' | 'why'>

const day = z.iso.date()

/** A time in which nothing will be published, said beforehand and with a reason. It explains a silence; it moves no deadline. */
export const plannedSilence = z.strictObject({
  /** Beijing days, both included. */
  from: day,
  to: day,
  reason: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Id of a duty. Absent: every duty to publish; a letter waits all the same. */
  duty: z.optional(z.string()),
})
export type PlannedSilence = z.infer<typeof plannedSilence>

/**
 * Where a duty stands at `now` (epoch milliseconds). Events may come in any order, twice, or with a date in the future;
 * those of other kinds, surfaces and columns do not count. The readings are those of design.md §5.
 */
export function dutyStatus(
  duty: Duty,
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
  silences: readonly PlannedSilence[] = [],
): DutyStatus {
  const outcome = outcomeOf(duty, events, now, calendar)
  const why = `${outcome.why}${duty.setting ? OUR_NUMBER : ''}${duty.past ? LONG_PAST : ''}${printSilences(duty, outcome.deadline, silences, now)}`
  return { dutyId: duty.id, clauseIds: duty.clauseIds, ...outcome, why }
}

const OUR_NUMBER = '数字是产品设置，条款没有写明。'
const LONG_PAST = '这是一次性的事项，日期早已过去，只作记录。'

function outcomeOf(duty: Duty, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Outcome {
  const { demand } = duty
  switch (demand.kind) {
    case 'gap':
      return gapStatus(duty, demand, events, now, calendar)
    case 'quota':
      return quotaStatus(duty, demand, events, now, calendar)
    case 'answer':
      return answerStatus(duty, demand, events, now, calendar)
    case 'date':
      return dateStatus(duty, demand, events, now, calendar)
    case 'once':
      return onceStatus(duty, demand, events, now, calendar)
    case 'stay':
      return stayStatus(duty, demand, events, now, calendar)
    case 'limit':
      return limitStatus(duty, demand, events, now, calendar)
  }
}

function isToPublish({ demand }: Duty): boolean {
  return (demand.kind === 'gap' || demand.kind === 'quota') && demand.of === undefined
}

// Those that are running, or that lie over the deadline.
function printSilences(duty: Duty, deadline: string | null, silences: readonly PlannedSilence[], now: number): string {
  const days = [beijingDay(now), ...(deadline === null ? [] : [deadline.slice(0, 10)])]
  return silences
    .filter(
      ({ from, to, duty: only }) =>
        (only === undefined ? isToPublish(duty) : only === duty.id) && days.some((day) => from <= day && day <= to),
    )
    .map(({ from, to, reason }) => `${from} 至 ${to} 已报备停更（${reason}），期限不变。`)
    .join('')
}
