import type { Duty } from '../pack/schema.ts'
import { type DutyStatus, dutyStatus, type PlannedSilence } from './duty.ts'
import type { DutyEvent } from './duty-event.ts'
import { type Forecast, forecast } from './forecast.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** A duty with where it stands and, for a cadence, where its pace leads. */
export interface Planned extends DutyStatus {
  title: string
  /** Whose it is; absent: the publishing office's. */
  owedBy: Duty['owedBy']
  forecast: Forecast | undefined
}

const URGENCY: Readonly<Record<DutyStatus['status'], number>> = { overdue: 0, 'due-soon': 1, fresh: 2, 'cannot-tell': 3 }

/** The duties in the order in which a person should look at them: late ones, then by the next date. What is history is left out. */
export function upcoming(
  duties: readonly Duty[],
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
  silences: readonly PlannedSilence[] = [],
): readonly Planned[] {
  return duties
    .filter(({ past }) => !past)
    .map((duty) => ({
      ...dutyStatus(duty, events, now, calendar, silences),
      title: duty.title,
      owedBy: duty.owedBy,
      forecast: forecast(duty, events, now, calendar),
    }))
    .sort(byUrgency)
}

function byUrgency(a: Planned, b: Planned): number {
  return URGENCY[a.status] - URGENCY[b.status] || (a.deadline ?? '9').localeCompare(b.deadline ?? '9') || a.dutyId.localeCompare(b.dutyId)
}
