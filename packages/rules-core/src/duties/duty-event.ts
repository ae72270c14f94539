import type { Surface } from '../draft/draft.ts'
import type { Duty, EventKind } from '../pack/schema.ts'
import { DAY_MS, HOUR_MS } from './days.ts'

/** Something that happened, from the ledger, the account book, or an import. */
export interface DutyEvent {
  kind: EventKind
  /** Epoch milliseconds. */
  at: number
  /** Absent: the caller has already chosen the account. */
  surface?: Surface
  /** A column class (design.md §8). */
  column?: string
  /** What names the thing on its platform or in the register; two publications with one `ref` are one thing seen twice. */
  ref?: string
  /** Names the text: the same one under another date is no update. */
  draftRef?: string
  /** The id of the one duty that this was done for, where the kind alone does not tell (`reported`). Absent: any. */
  duty?: string
}

/** Events sorted by what a duty does with them. */
export interface SortedEvents {
  /** Up to `now`, each thing once, oldest first. */
  counted: readonly DutyEvent[]
  /** After `now`: scheduled, or a clock that is wrong. */
  future: readonly DutyEvent[]
  /** They would count if they named their column. */
  columnless: readonly DutyEvent[]
  /** The text of an earlier publication under a later date (伪造发稿日期 is what an inspection calls it at worst). */
  repeated: readonly DutyEvent[]
}

/**
 * Picks the events of some kinds that a duty is about. Only publications must name their column: a letter is one wherever it arrived.
 * Who asks for the `last` alone may get `counted` with that one only, which spares comparing all with all.
 */
export function sortEvents(
  duty: Duty,
  events: readonly DutyEvent[],
  kinds: readonly EventKind[],
  now: number,
  wanted: 'all' | 'last' = 'all',
): SortedEvents {
  const { surfaces, columns } = duty.appliesTo
  const applicable: DutyEvent[] = []
  const columnless: DutyEvent[] = []
  let inOrder = true
  let before = Number.NEGATIVE_INFINITY
  let latest = Number.NEGATIVE_INFINITY
  let namesTexts = false
  for (const event of events) {
    if (!kinds.includes(event.kind)) continue
    if (event.duty !== undefined && event.duty !== duty.id) continue
    if (surfaces && event.surface !== undefined && !surfaces.includes(event.surface)) continue
    if (columns && event.column === undefined && event.kind === 'published') {
      if (event.at <= now) columnless.push(event)
      continue
    }
    if (columns && event.column !== undefined && !columns.includes(event.column)) continue
    if (before > event.at) inOrder = false
    before = event.at
    if (event.at > latest) latest = event.at
    if (event.draftRef !== undefined) namesTexts = true
    applicable.push(event)
  }
  if (!inOrder) applicable.sort((a, b) => a.at - b.at)
  // Nothing to count among the future and the repeated ones: only the last has to be looked for.
  if (wanted === 'last' && latest <= now && !namesTexts) return { counted: lastOf(applicable), future: [], columnless, repeated: [] }
  const { once, repeated } = eachOnce(applicable)
  const past = firstAfter(once, now)
  return { counted: past === once.length ? once : once.slice(0, past), future: once.slice(past), columnless, repeated }
}

/** The index of the first of some sorted events that is later than an instant. */
export function firstAfter(sorted: readonly DutyEvent[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.at <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** What a person should know about events that were left out; empty if there are none. */
export function printLeftOut(...sorted: readonly SortedEvents[]): string {
  const future = sorted.reduce((sum, one) => sum + one.future.length, 0)
  const columnless = sorted.reduce((sum, one) => sum + one.columnless.length, 0)
  const repeated = sorted.reduce((sum, one) => sum + one.repeated.length, 0)
  const notes = [
    ...(future > 0 ? [`另有 ${future} 次记在将来，没有计入。`] : []),
    ...(columnless > 0 ? [`另有 ${columnless} 次没有注明栏目，没有计入。`] : []),
    ...(repeated > 0 ? [`另有 ${repeated} 次是以前发过的同一篇换了日期，没有计入。`] : []),
  ]
  return notes.join('')
}

// From the end: the first one that is no second report of an earlier one.
function lastOf(sorted: readonly DutyEvent[]): readonly DutyEvent[] {
  for (let i = sorted.length - 1; i >= 0; i -= 1) {
    const event = sorted[i]!
    if (!(event.kind === 'published' && event.ref !== undefined && isNamedBefore(sorted, i)) && !isSaidBefore(sorted, i)) return [event]
  }
  return []
}

function isNamedBefore(sorted: readonly DutyEvent[], i: number): boolean {
  const { ref, surface } = sorted[i]!
  for (let j = 0; j < i; j += 1) {
    const other = sorted[j]!
    if (other.ref === ref && other.surface === surface && other.kind === 'published') return true
  }
  return false
}

// The ledger and the platform's own list report the same post; without a name, one moment in one place is one thing.
function eachOnce(sorted: readonly DutyEvent[]): { once: readonly DutyEvent[]; repeated: readonly DutyEvent[] } {
  const refs = new BySurface(() => new Set<string>())
  const texts = new BySurface(() => new Map<string, number>())
  const repeated: DutyEvent[] = []
  const once = sorted.filter((event, i) => {
    if (event.kind === 'published') {
      if (event.ref !== undefined && !addNew(refs.of(event.surface), event.ref)) return false
      if (event.draftRef !== undefined && isOldText(texts.of(event.surface), event.draftRef, event.at)) {
        repeated.push(event)
        return false
      }
    }
    return !isSaidBefore(sorted, i)
  })
  return { once, repeated }
}

/** Something kept for each surface. The last one is at hand: an account's events all have the same. */
class BySurface<Kept> {
  private readonly kept = new Map<string | undefined, Kept>()
  private readonly create: () => Kept
  private lastKey: string | undefined
  private last: Kept | undefined

  constructor(create: () => Kept) {
    this.create = create
  }

  of(surface: string | undefined): Kept {
    if (this.last !== undefined && this.lastKey === surface) return this.last
    const kept = this.kept.get(surface) ?? this.create()
    this.kept.set(surface, kept)
    this.last = kept
    this.lastKey = surface
    return kept
  }
}

// One look-up instead of two: with a thousand accounts these are most of the work.
function addNew(names: Set<string>, name: string): boolean {
  const before = names.size
  return names.add(name).size > before
}

function isOldText(first: Map<string, number>, text: string, at: number): boolean {
  const seen = first.get(text)
  if (seen === undefined) first.set(text, at)
  return seen !== undefined && dayNumber(seen) !== dayNumber(at)
}

function isSaidBefore(sorted: readonly DutyEvent[], i: number): boolean {
  const event = sorted[i]!
  for (let j = i - 1; j >= 0 && sorted[j]!.at === event.at; j -= 1) if (isSame(sorted[j]!, event)) return true
  return false
}

function isSame(a: DutyEvent, b: DutyEvent): boolean {
  if (a.kind !== b.kind || a.surface !== b.surface || a.ref !== b.ref) return false
  // A post with a name of its own is the same whatever else is said of it.
  if (a.ref !== undefined && a.kind === 'published') return true
  return a.column === b.column && a.draftRef === b.draftRef && a.duty === b.duty
}

function dayNumber(at: number): number {
  return Math.floor((at + 8 * HOUR_MS) / DAY_MS)
}
