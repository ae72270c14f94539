import { kindOf } from '@qianshao/rules-core'
import type { Context } from '../context.ts'
import type { EntryDetail } from '../dashboard/shapes.ts'
import { entryLine } from './entry-line.ts'
import { officeRules } from './office-rules.ts'

/** One entry with its rules' messages and the clauses they rest on; undefined if there is none. */
export async function entryDetail({ store, packs }: Context, officeId: string, id: string): Promise<EntryDetail | undefined> {
  const [row, office, devices] = await Promise.all([store.entry(officeId, id), store.office(officeId), store.devices(officeId)])
  if (!row || !office) return undefined
  const { entry } = row
  const rules = officeRules(packs, office.pack)
  const logged = 'findings' in entry ? entry.findings : []
  return {
    line: entryLine(row, office),
    device: row.device,
    deviceName: devices.find((device) => device.id === row.device)?.name ?? null,
    receivedAt: row.receivedAt,
    hash: row.hash,
    seq: entry.seq,
    clock: entry.clock,
    packs: 'packs' in entry ? entry.packs : [],
    findings: logged.map((finding) => {
      const rule = rules.rule(finding.rule)
      return {
        rule: finding.rule,
        category: rule?.category ?? null,
        message: rule?.message ?? null,
        kind: kindOf({ severity: finding.sev, certainty: finding.cert }),
        role: finding.role,
        block: finding.pos[0],
        excerpt: finding.ex,
        citations: [...rules.cite(rule?.clauseIds ?? [])],
      }
    }),
    more: 'more' in entry ? entry.more : 0,
    stored: row.line,
  }
}
