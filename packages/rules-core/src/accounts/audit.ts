import { $ZodError } from 'zod/v4/core'
import { type Citation, cite } from '../pack/cite.ts'
import { type LayeredPack, layer } from '../pack/layer.ts'
import { PackError, type PackProblem, problemsOf } from '../pack/pack-error.ts'
import type { Audit, PolicyPack, Severity } from '../pack/schema.ts'
import type { AccountBook, BookRecord } from './book.ts'
import type { BookHit, BookView } from './checks/check.ts'
import { bookChecks } from './checks/index.ts'
import type { RecordKind } from './record-kinds.ts'

/** One thing found in the account book. */
export interface AuditFinding {
  auditIds: readonly string[]
  title: string
  office: string
  kind: RecordKind
  /** What the record is called. */
  name: string
  place?: string
  message: string
  /** What exactly was found, with its numbers. */
  detail: string
  severity: Severity
  /** As findings in drafts are shown (design.md §3): only what is in force holds. */
  shownAs: 'hold' | 'ask' | 'hint'
  /** A number of it is ours, not the clause's. */
  setting?: 'product'
  citations: readonly Citation[]
}

const STRICTNESS: Readonly<Record<Severity, number>> = { advice: 0, fault: 1, veto: 2 }

/**
 * Runs the audits of a chain of packs over an account book. `today` is a Beijing day. Two packs that ask the same of a record make one
 * finding with both clauses. Throws a PackError naming every check and option that does not exist.
 */
export function auditAccounts(packs: readonly PolicyPack[], book: AccountBook, today: string): readonly AuditFinding[] {
  const layered = layer(packs)
  const view = viewOf(book, today)
  const found = new Map<string, AuditFinding>()
  for (const { audit, citations, find } of readyAudits(layered)) {
    for (const hit of find(view)) {
      const one = findingFrom(audit, citations, hit)
      const key = `${audit.check}\n${hit.record.kind}\n${one.office}\n${one.name}\n${one.place ?? ''}\n${one.detail}`
      const before = found.get(key)
      found.set(key, before ? merged(before, one) : one)
    }
  }
  return [...found.values()].sort((a, b) => a.office.localeCompare(b.office, 'zh') || STRICTNESS[b.severity] - STRICTNESS[a.severity])
}

interface ReadyAudit {
  audit: Audit
  citations: readonly Citation[]
  find(view: BookView): Iterable<BookHit>
}

function readyAudits(layered: LayeredPack): readonly ReadyAudit[] {
  const problems: PackProblem[] = []
  const ready = layered.audits.flatMap((audit): ReadyAudit[] => {
    const citations = cite(layered.clauses, layered.documents, audit.clauseIds).filter(({ standing }) => standing !== 'repealed')
    const check = bookChecks.find(({ name }) => name === audit.check)
    if (!check) {
      problems.push({ path: `audits[${audit.id}].check`, problem: `没有 ${audit.check} 这种体检` })
      return []
    }
    try {
      const find = check.prepare(audit.options ?? {})
      return citations.length === 0 ? [] : [{ audit, citations, find }]
    } catch (error) {
      if (!(error instanceof $ZodError)) throw error
      problems.push(...problemsOf(error, [`audits[${audit.id}]`, 'options']))
      return []
    }
  })
  if (problems.length > 0) throw new PackError(layered.packs.at(-1)!.id, problems)
  return ready
}

function findingFrom(audit: Audit, citations: readonly Citation[], { record, detail }: BookHit): AuditFinding {
  return {
    auditIds: [audit.id],
    title: audit.title,
    office: record.office || '（没有写单位）',
    kind: record.kind,
    name: record.name,
    ...(record.place !== undefined && { place: record.place }),
    message: audit.message,
    detail,
    severity: audit.severity,
    shownAs: shownAs(audit.severity, citations),
    ...(audit.setting && { setting: audit.setting }),
    citations,
  }
}

function merged(before: AuditFinding, one: AuditFinding): AuditFinding {
  const stricter = STRICTNESS[one.severity] > STRICTNESS[before.severity] ? one : before
  const citations = [
    ...before.citations,
    ...one.citations.filter(({ clauseId }) => before.citations.every((other) => other.clauseId !== clauseId)),
  ]
  return {
    ...stricter,
    auditIds: [...before.auditIds, ...one.auditIds],
    citations,
    shownAs: shownAs(stricter.severity, stricter.citations),
  }
}

function shownAs(severity: Severity, citations: readonly Citation[]): AuditFinding['shownAs'] {
  if (severity === 'advice') return 'hint'
  return severity === 'veto' && citations.some(({ standing }) => standing === 'in-force') ? 'hold' : 'ask'
}

function viewOf(book: AccountBook, today: string): BookView {
  const byKind = new Map<RecordKind, BookRecord[]>()
  for (const record of book) {
    const same = byKind.get(record.kind)
    if (same) same.push(record)
    else byKind.set(record.kind, [record])
  }
  const offices = new Map<string, BookRecord | undefined>()
  for (const record of book) if (record.office !== '' && !offices.has(record.office)) offices.set(record.office, undefined)
  for (const record of byKind.get('office') ?? []) offices.set(record.office, record)
  return {
    today,
    of: (kinds) => kinds.flatMap((kind) => byKind.get(kind) ?? []),
    officeOf: (record) => offices.get(record.office),
    offices: () => [...offices].map(([name, record]) => ({ name, record })),
  }
}
