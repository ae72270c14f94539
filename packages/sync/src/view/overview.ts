import { beijingDay, type LedgerEntry } from '@qianshao/rules-core'
import type { Context } from '../context.ts'
import type { DutyLine, Figure, Overview } from '../dashboard/shapes.ts'
import { type PeriodName, startOf } from '../period.ts'
import type { EntryRow, Office } from '../store/store.ts'
import { entryLine } from './entry-line.ts'
import { figureCounts } from './figures.ts'
import { missingEntries } from './missing-entries.ts'
import { type OfficeRules, officeRules } from './office-rules.ts'

const DAY = 86_400_000
const WEEKS = 12
const RECENT = 6

/** The figures of one office, or of all: this period, the one before up to the same point, and twelve weeks. */
export async function overviewOf(
  context: Context,
  period: PeriodName,
  only: string | undefined,
  duties: readonly DutyLine[],
): Promise<Overview> {
  const { store, packs } = context
  const now = context.clock.now()
  const offices = (await store.offices()).filter(({ id }) => only === undefined || id === only)
  const byId = new Map(offices.map((office) => [office.id, office]))
  const from = startOf(period, now)
  const before = startOf(period, now, 1)
  const weekStart = startOf('week', now, WEEKS - 1)
  const scope = only === undefined ? {} : { office: only }
  const rows = await store.entries({ ...scope, from: Math.min(before, weekStart), to: now + DAY })
  const spans: Spans = { now: [from, now + DAY], before: [before, before + (now - from)], weekStart }
  const recent = await store.entries({ ...scope, newestFirst: true, limit: RECENT })
  const tails = (await Promise.all(offices.map(({ id }) => store.deviceTails(id)))).flat()
  const devices = (await Promise.all(offices.map(({ id }) => store.devices(id)))).flat()
  const inUse = devices.filter(({ revokedAt }) => revokedAt === null)
  return {
    asOf: now,
    from: beijingDay(from),
    before: { from: beijingDay(spans.before[0]), to: beijingDay(spans.before[1]) },
    offices: offices.length,
    devices: inUse.length,
    uncompared: inUse.filter(({ comparedAt }) => comparedAt === null).length,
    entries: tails.reduce((sum, { stored }) => sum + stored, 0),
    refused: await store.refusedCount(only, from, now + DAY),
    missing: missingEntries(tails),
    figures: {
      published: figure(rows, spans, figureCounts.published),
      covered: figure(rows, spans, figureCounts.covered),
      held: figure(rows, spans, figureCounts.held),
      unchecked: figure(rows, spans, figureCounts.unchecked),
    },
    weeks: Array.from({ length: WEEKS }, (_, i) => week(rows, weekStart + i * 7 * DAY)),
    categories: categoriesOf(rows, spans, rulesOf(packs, byId)),
    duties: {
      overdue: duties.filter(({ status }) => status === 'overdue').length,
      dueSoon: duties.filter(({ status }) => status === 'due-soon').length,
      lines: duties.filter(({ status }) => status === 'overdue' || status === 'due-soon').slice(0, 20),
    },
    recent: recent.map((row) => entryLine(row, byId.get(row.office))),
  }
}

interface Spans {
  now: readonly [number, number]
  before: readonly [number, number]
  weekStart: number
}

function figure(rows: readonly EntryRow[], { now, before, weekStart }: Spans, counts: (entry: LedgerEntry) => boolean): Figure {
  const hits = rows.filter(({ entry }) => counts(entry)).map(({ entry }) => entry.at)
  const within = ([from, to]: readonly [number, number]) => hits.filter((at) => at >= from && at < to).length
  return {
    now: within(now),
    before: within(before),
    weeks: Array.from({ length: WEEKS }, (_, i) => within([weekStart + i * 7 * DAY, weekStart + (i + 1) * 7 * DAY])),
  }
}

function week(rows: readonly EntryRow[], start: number): Overview['weeks'][number] {
  const inside = rows.filter(({ entry }) => entry.at >= start && entry.at < start + 7 * DAY)
  const gate = (name: string) => inside.filter(({ entry }) => entry.kind === 'publish' && entry.gate === name).length
  const unchecked = inside.filter(({ entry }) => figureCounts.unchecked(entry)).length
  return { day: beijingDay(start), receipt: gate('receipt'), guard: gate('guard'), unchecked }
}

function rulesOf(packs: Context['packs'], offices: ReadonlyMap<string, Office>): (office: string) => OfficeRules {
  const ready = new Map<string, OfficeRules>()
  return (id) => {
    const pack = offices.get(id)?.pack ?? ''
    const rules = ready.get(pack) ?? officeRules(packs, pack)
    ready.set(pack, rules)
    return rules
  }
}

/**
 * Findings by category, most frequent first. A text that is held three times with the same finding has it once:
 * rule, value and sentence are the finding's identity (protocol.md §2.3).
 */
function categoriesOf(rows: readonly EntryRow[], spans: Spans, rulesFor: (office: string) => OfficeRules): Overview['categories'] {
  const firstSeen = new Map<string, { category: string; at: number }>()
  for (const { office, device, entry } of rows) {
    if (entry.at < Math.min(spans.now[0], spans.weekStart)) continue
    for (const finding of findingsOf(entry)) {
      // Until an office key is granted (epoch 0) each device hashes with its own key.
      const identity = [office, 'e' in entry && entry.e === 0 ? device : '', finding.rule, finding.major, finding.v, finding.s].join(' ')
      if (!firstSeen.has(identity))
        firstSeen.set(identity, { category: rulesFor(office).rule(finding.rule)?.category ?? finding.rule, at: entry.at })
    }
  }
  const byCategory = new Map<string, number[]>()
  for (const { category, at } of firstSeen.values()) byCategory.set(category, [...(byCategory.get(category) ?? []), at])
  return [...byCategory]
    .map(([category, times]) => ({
      category,
      found: times.filter((at) => at >= spans.now[0]).length,
      weeks: Array.from({ length: WEEKS }, (_, i) => times.filter((at) => Math.floor((at - spans.weekStart) / (7 * DAY)) === i).length),
    }))
    .sort((a, b) => b.found - a.found || b.weeks.reduce((sum, n) => sum + n, 0) - a.weeks.reduce((sum, n) => sum + n, 0))
}

function findingsOf(entry: LedgerEntry) {
  return entry.kind === 'publish' || entry.kind === 'hold' ? entry.findings : []
}
