import type { DismissCode } from '../check/settle.ts'
import { beijingDay, periodAround } from '../duties/days.ts'
import type { Every } from '../pack/schema.ts'
import type { LedgerEntry } from './entry.ts'

/** What one account did in one period, for the dashboard and exports. */
export interface LedgerSummary {
  account: string
  /** Beijing days, both included. */
  from: string
  to: string
  publishes: number
  /** The publishes by how they got through: with a receipt, past the guard's check only, or past neither. */
  gates: Record<'receipt' | 'guard' | 'none', number>
  holds: number
  unchecked: { published: number; stopped: number }
  /** Different findings by rule: the same value in the same sentence is one, however often it was checked. */
  findings: Record<string, number>
  /** Entries whose list of findings was cut (protocol.md §4.1): the figures by rule are then a lower bound. */
  cutLists: number
  dismissals: Record<string, Partial<Record<DismissCode, number>>>
  /** By rule. */
  releases: Record<string, number>
}

/** Counts entries by account and Beijing calendar period; accounts in order of id, their periods in order of time. Periods without entries are left out. */
export function summarize(entries: Iterable<LedgerEntry>, every: Every): readonly LedgerSummary[] {
  const summaries = new Map<string, LedgerSummary>()
  const seen = new Set<string>()
  for (const entry of entries) {
    // Devices repeat a line until it is answered; the id makes it one.
    if (seen.has(entry.id)) continue
    seen.add(entry.id)
    const { from, to } = periodAround(beijingDay(entry.at), every)
    const key = `${entry.acct} ${from}`
    const summary = summaries.get(key) ?? emptySummary(entry.acct, from, to)
    summaries.set(key, summary)
    count(summary, entry, (finding) => firstTime(seen, `${key} ${finding}`))
  }
  return [...summaries.values()].sort((a, b) => compare(a.account, b.account) || compare(a.from, b.from))
}

function count(summary: LedgerSummary, entry: LedgerEntry, isNew: (finding: string) => boolean): void {
  switch (entry.kind) {
    case 'publish':
      summary.publishes += 1
      summary.gates[entry.gate] += 1
      break
    case 'hold':
      summary.holds += 1
      break
    case 'unchecked':
      summary.unchecked[entry.published ? 'published' : 'stopped'] += 1
      break
    case 'release':
      add(summary.releases, entry.rule)
      break
    case 'dismiss': {
      const codes = own(summary.dismissals, entry.rule) ?? {}
      summary.dismissals[entry.rule] = codes
      add(codes, entry.code)
      break
    }
    case 'check':
    case 'drift':
    case 'seen':
    case 'health':
      break
  }
  if (!('findings' in entry)) return
  if (entry.more > 0) summary.cutLists += 1
  for (const { rule, major, v, s } of entry.findings) {
    if (isNew(`${rule} ${major} ${entry.e} ${v} ${s}`)) add(summary.findings, rule)
  }
}

function emptySummary(account: string, from: string, to: string): LedgerSummary {
  return {
    account,
    from,
    to,
    publishes: 0,
    gates: { receipt: 0, guard: 0, none: 0 },
    holds: 0,
    unchecked: { published: 0, stopped: 0 },
    findings: {},
    cutLists: 0,
    dismissals: {},
    releases: {},
  }
}

function add<Key extends string>(counts: Partial<Record<Key, number>>, key: Key): void {
  counts[key] = (own(counts, key) ?? 0) + 1
}

function own<Key extends string, Value>(record: Partial<Record<Key, Value>>, key: Key): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function firstTime(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

// By code unit, so that every machine sorts alike.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
