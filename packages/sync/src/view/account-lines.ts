import { type AccountBook, type AuditFinding, auditAccounts, type BookRecord, beijingDay, kindNames } from '@qianshao/rules-core'
import type { Context } from '../context.ts'
import type { Accounts, AuditLine, RecordLine } from '../dashboard/account-shapes.ts'
import type { Office } from '../store/store.ts'
import { chainOf } from './office-rules.ts'

/** More lines than anybody reads on one page; the export has them all. */
const MOST_LINES = 500

/** The books of every office, or of one, with what their audits find today. */
export async function accountLines({ store, packs, clock }: Context, only?: string): Promise<Accounts> {
  const now = clock.now()
  const today = beijingDay(now)
  const findings: AuditLine[] = []
  const records: RecordLine[] = []
  const offices: Accounts['offices'] = []
  for (const office of await store.offices()) {
    const stored = await store.accountBook(office.id)
    const chain = chainOf(packs, office.pack)
    const audits = chain.reduce((sum, pack) => sum + (pack.audits?.length ?? 0), 0)
    offices.push({ id: office.id, name: office.name, records: stored?.records.length ?? 0, updatedAt: stored?.updatedAt ?? null, audits })
    if (!stored || (only !== undefined && office.id !== only)) continue
    const found = auditBook(packs, office, stored.records, today)
    findings.push(...found.map((one) => auditLine(office, one)))
    records.push(...recordLines(office, stored.records, found))
  }
  const all = { findings: findings.length, records: records.length }
  return { asOf: now, today, offices, findings: findings.slice(0, MOST_LINES), records: records.slice(0, MOST_LINES), all }
}

export function auditBook(packs: Context['packs'], office: Office, book: AccountBook, today: string): readonly AuditFinding[] {
  const chain = chainOf(packs, office.pack)
  return chain.length === 0 ? [] : auditAccounts(chain, book, today)
}

function auditLine(office: Office, finding: AuditFinding): AuditLine {
  const { title, name, kind, message, detail, shownAs, citations } = finding
  return {
    office: office.id,
    unit: finding.office,
    title,
    name,
    kindName: kindNames[kind][0]!,
    message,
    detail,
    shownAs,
    citations: [...citations],
  }
}

function recordLines(office: Office, book: AccountBook, findings: readonly AuditFinding[]): RecordLine[] {
  const counts = new Map<string, number>()
  for (const { kind, office: unit, name } of findings) {
    const key = `${kind}\n${unit}\n${name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return book.map((record) => ({
    office: office.id,
    unit: record.office,
    kindName: kindNames[record.kind][0]!,
    name: record.name,
    platform: written(record, 'platform') || written(record, 'address') || written(record, 'site'),
    state: written(record, 'state'),
    supervisor: written(record, 'supervisor'),
    found: counts.get(`${record.kind}\n${record.office}\n${record.name}`) ?? 0,
  }))
}

function written(record: BookRecord, key: string): string {
  const value = record.values[key]
  return typeof value === 'string' ? value : ''
}
