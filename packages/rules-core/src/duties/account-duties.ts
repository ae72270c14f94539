import * as z from 'zod/mini'
import type { Surface } from '../draft/draft.ts'
import { type Duty, eventKind, surface } from '../pack/schema.ts'
import type { PlannedSilence } from './duty.ts'
import type { DutyEvent } from './duty-event.ts'
import { type Planned, upcoming } from './upcoming.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** An event of a register, with the account that it names. */
export interface RegisteredEvent extends DutyEvent {
  account?: string
}

const words = z.string().check(z.maxLength(200))

/** The same as it is kept. */
export const registeredEvent = z.strictObject({
  kind: eventKind,
  at: z.int(),
  surface: z.optional(surface),
  column: z.optional(words),
  ref: z.optional(words),
  draftRef: z.optional(words),
  duty: z.optional(words),
  account: z.optional(words),
})

/** A duty of one account, or of the office as a whole: then `account` is ''. */
export interface AccountDuty extends Planned {
  account: string
}

/** Every account against the cadences of its surface, and the office against everything else, most urgent first. */
export function accountDuties(
  duties: readonly Duty[],
  events: readonly RegisteredEvent[],
  now: number,
  calendar: WorkCalendar,
  silences: readonly PlannedSilence[] = [],
): readonly AccountDuty[] {
  const cadences = duties.filter(isCadence)
  const rest = duties.filter((duty) => !isCadence(duty))
  const accounts = groupPublications(events)
  const lines = [...accounts].flatMap(([account, { surface, published }]) => {
    const bound = cadences.filter(({ appliesTo }) => !appliesTo.surfaces || !surface || appliesTo.surfaces.includes(surface))
    return upcoming(bound, published, now, calendar, silences).map((line) => ({ ...line, account }))
  })
  // With no publication at all nobody knows which accounts there are: the office as a whole is silent.
  const silent = accounts.size === 0 ? cadences : []
  const office = [...rest, ...silent]
    .flatMap((duty) => upcoming([duty], eventsFor(duty, events), now, calendar, silences))
    .map((line) => ({ ...line, account: '' }))
  return [...lines, ...office].sort(byUrgency)
}

function isCadence({ demand }: Duty): boolean {
  return (demand.kind === 'gap' || demand.kind === 'quota') && demand.of === undefined
}

// Every letter is 收到, but not every letter reports an incident: where the clause gives no number, only what was registered for it counts.
function eventsFor({ id, demand }: Duty, events: readonly RegisteredEvent[]): readonly RegisteredEvent[] {
  return demand.kind === 'answer' && demand.within === undefined ? events.filter(({ duty }) => duty === id) : events
}

// An account by its name, else by its surface.
function groupPublications(events: readonly RegisteredEvent[]) {
  const groups = new Map<string, { surface: Surface | undefined; published: RegisteredEvent[] }>()
  for (const event of events) {
    if (event.kind !== 'published') continue
    const name = event.account ?? event.surface ?? ''
    const group = groups.get(name) ?? { surface: event.surface, published: [] }
    group.surface ??= event.surface
    group.published.push(event)
    groups.set(name, group)
  }
  return groups
}

const URGENCY: Readonly<Record<Planned['status'], number>> = { overdue: 0, 'due-soon': 1, fresh: 2, 'cannot-tell': 3 }

function byUrgency(a: AccountDuty, b: AccountDuty): number {
  return URGENCY[a.status] - URGENCY[b.status] || (a.deadline ?? '9').localeCompare(b.deadline ?? '9')
}
