import type { Demand, Duty } from '../pack/schema.ts'
import type { Outcome } from './duty.ts'
import type { DutyEvent } from './duty-event.ts'
import { matterStatus } from './matter-status.ts'
import type { WorkCalendar } from './work-calendar.ts'

type Answer = Extract<Demand, { kind: 'answer' }>

/** "Each letter is answered within two months": every beginning needs an ending of its own, counted from the day after it. */
export function answerStatus(
  duty: Duty,
  { from, by, within }: Answer,
  events: readonly DutyEvent[],
  now: number,
  calendar: WorkCalendar,
): Outcome {
  return matterStatus(duty, { from, until: by, within }, events, now, calendar)
}
