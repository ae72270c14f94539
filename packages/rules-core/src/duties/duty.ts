import type { Duty } from '../pack/schema.ts'
import type { DutyEvent } from './duty-event.ts'
import { gapStatus } from './gap.ts'
import { quotaStatus } from './quota.ts'
import type { WorkCalendar } from './work-calendar.ts'

export interface DutyStatus {
  dutyId: string
  status: 'fresh' | 'due-soon' | 'overdue' | 'cannot-tell'
  /** Beijing day, which counts until 24:00; null when it cannot be told. */
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

/**
 * Where a duty stands at `now` (epoch milliseconds). Events may come in any order, twice, or with a date in the future;
 * those of other kinds, surfaces and columns do not count. The readings are those of design.md §5.
 */
export function dutyStatus(duty: Duty, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): DutyStatus {
  return { dutyId: duty.id, clauseIds: duty.clauseIds, ...answer(duty, events, now, calendar) }
}

function answer(duty: Duty, events: readonly DutyEvent[], now: number, calendar: WorkCalendar): Outcome {
  switch (duty.demand.kind) {
    case 'gap':
      return gapStatus(duty, duty.demand, events, now, calendar)
    case 'quota':
      return quotaStatus(duty, duty.demand, events, now, calendar)
  }
}
