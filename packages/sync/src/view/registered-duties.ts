import { type Duty, dutyStatus, type PlannedSilence, type RegisteredEvent, type Surface, type WorkCalendar } from '@qianshao/rules-core'
import type { Column } from '../store/store.ts'

/** About publications alone, which is what the ledger knows. */
export function isCadence({ demand }: Duty): boolean {
  return (demand.kind === 'gap' || demand.kind === 'quota') && demand.of === undefined
}

/**
 * Where a duty beside publications stands by what the office has registered; undefined where nothing that it is about is registered: a
 * register of letters says nothing of filings. A report counts for the duty it names, and where the clause gives no number only what
 * was registered for that duty does: not every letter reports an incident.
 */
export function registeredStatus(
  duty: Duty,
  events: readonly RegisteredEvent[],
  now: number,
  calendar: WorkCalendar,
  silences: readonly PlannedSilence[] = [],
) {
  if (duty.past || duty.owedBy !== undefined) return undefined
  const { demand } = duty
  const mustBeNamed = demand.kind === 'answer' && demand.within === undefined
  const own = events.filter(
    (event) =>
      event.kind !== 'published' && (event.duty === duty.id || (event.duty === undefined && event.kind !== 'reported' && !mustBeNamed)),
  )
  const about: readonly string[] = 'from' in demand ? demand.from : (demand.of ?? [])
  const begun = own.filter(({ kind }) => about.includes(kind))
  if (begun.length === 0) return undefined
  // One register holds letters and applications: the answer to the one says nothing of the other.
  const numbers = new Set(begun.map(({ ref }) => ref))
  const ends: readonly string[] = demand.kind === 'answer' ? demand.by : []
  return dutyStatus(
    duty,
    own.filter(({ kind, ref }) => !ends.includes(kind) || ref === undefined || numbers.has(ref)),
    now,
    calendar,
    silences,
  )
}

/** What the register says was published in a column: elsewhere than through us, or before. */
export function registeredPublications(
  column: Column,
  accountName: string | undefined,
  surface: Surface,
  events: readonly RegisteredEvent[],
  isWhole: boolean,
): readonly RegisteredEvent[] {
  return events.flatMap((event) => {
    if (event.kind !== 'published') return []
    const named = event.account === undefined || event.account === column.account || event.account === accountName
    if (!named || (event.surface !== undefined && event.surface !== surface)) return []
    if (event.account === undefined && event.surface === undefined) return []
    const here = isWhole || event.column === column.id || event.column === column.title || event.column === column.class
    return here ? [{ ...event, surface, column: column.class }] : []
  })
}
