import type { LedgerEntry } from '@qianshao/rules-core'
import type { EntryLine } from '../dashboard/shapes.ts'
import type { EntryRow, Office } from '../store/store.ts'

/** One row of the ledger as a list shows it: names put back from the office's own book, nothing else added. */
export function entryLine(row: EntryRow, office: Office | undefined): EntryLine {
  const { entry } = row
  const columnId = entry.kind === 'publish' ? entry.column : undefined
  const column = office?.columns.find((candidate) => candidate.account === entry.acct && candidate.id === columnId)
  return {
    office: row.office,
    officeName: office?.name ?? row.office,
    id: entry.id,
    at: entry.at,
    kind: entry.kind,
    account: entry.acct,
    accountName: office?.accounts.find(({ id }) => id === entry.acct)?.name ?? null,
    column: column?.title ?? columnId ?? null,
    label: (entry.kind === 'publish' && entry.label) || null,
    kinds: kindsOf(entry),
    note: noteOf(entry),
  }
}

function kindsOf(entry: LedgerEntry): EntryLine['kinds'] {
  if (!('counts' in entry) || entry.kind === 'drift') return null
  const { counts, findings } = entry
  // Findings are listed worst first, at most twenty: certain vetoes are the first ones.
  const hold = findings.filter(({ sev, cert }) => sev === 'veto' && cert === 'certain').length
  return { hold, ask: Math.max(0, counts.veto + counts.fault - hold), hint: counts.advice }
}

function noteOf(entry: LedgerEntry): string | null {
  switch (entry.kind) {
    case 'publish':
      return entry.gate
    case 'hold':
      return entry.how
    case 'unchecked':
      return entry.published ? `${entry.why} published` : entry.why
    case 'drift':
      return entry.state
    case 'dismiss':
      return entry.code
    case 'release':
      return entry.role
    default:
      return null
  }
}
