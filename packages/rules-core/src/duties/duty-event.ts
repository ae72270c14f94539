import type { Surface } from '../draft/draft.ts'
import type { Duty, EventKind } from '../pack/schema.ts'

/** Something that happened, from the ledger, the account book, or an import. */
export interface DutyEvent {
  kind: EventKind
  /** Epoch milliseconds. */
  at: number
  /** Absent: the caller has already chosen the account. */
  surface?: Surface
  /** A column class (design.md §8). */
  column?: string
  /** What names the thing on its platform; two events with one `ref` are one thing seen twice. */
  ref?: string
  draftRef?: string
}

/** Events sorted by what a duty does with them. */
export interface SortedEvents {
  /** Up to `now`, each thing once, oldest first. */
  counted: readonly DutyEvent[]
  /** After `now`: scheduled, or a clock that is wrong. */
  future: readonly DutyEvent[]
  /** They would count if they named their column. */
  columnless: readonly DutyEvent[]
}

/** Picks the events of one kind that a duty is about. */
export function sortEvents(duty: Duty, events: readonly DutyEvent[], kind: EventKind, now: number): SortedEvents {
  const { surfaces, columns } = duty.appliesTo
  const ofKind = events.filter(
    (event) => event.kind === kind && (!surfaces || event.surface === undefined || surfaces.includes(event.surface)),
  )
  const applicable = ofKind.filter((event) => !columns || (event.column !== undefined && columns.includes(event.column)))
  const once = eachOnce([...applicable].sort((a, b) => a.at - b.at))
  return {
    counted: once.filter((event) => event.at <= now),
    future: once.filter((event) => event.at > now),
    columnless: columns ? eachOnce(ofKind.filter((event) => event.column === undefined && event.at <= now)) : [],
  }
}

/** What a person should know about events that were left out; empty if there are none. */
export function printLeftOut({ future, columnless }: SortedEvents): string {
  const notes = [
    ...(future.length > 0 ? [`另有 ${future.length} 次记在将来，没有计入。`] : []),
    ...(columnless.length > 0 ? [`另有 ${columnless.length} 次没有注明栏目，没有计入。`] : []),
  ]
  return notes.join('')
}

// The ledger and the platform's own list report the same post; without a name, one moment in one place is one push.
function eachOnce(sorted: readonly DutyEvent[]): readonly DutyEvent[] {
  const seen = new Set<string>()
  return sorted.filter((event) => {
    const key = JSON.stringify([
      event.surface ?? '',
      ...(event.ref === undefined ? [event.at, event.column ?? '', event.draftRef ?? ''] : [event.ref]),
    ])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
