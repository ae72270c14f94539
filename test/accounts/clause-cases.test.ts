import { type AuditFinding, auditAccounts, beijingDay, type PolicyPack, readRegister } from '@qianshao/rules-core'
import { describe, expect, test } from 'vitest'
import { packs } from '../shipped-packs.ts'
import cases from './clause-cases.json' with { type: 'json' }

const NOW = Date.parse('2024-06-01T12:00:00+08:00')

/** The pack with only the audits that cite one clause, so that a case is answered by its own clause and no other. */
function audited(clause: string): PolicyPack[] {
  const pack = packs.find(({ audits }) => audits?.some(({ clauseIds }) => clauseIds.includes(clause)))
  if (!pack) throw new Error(`no audit cites ${clause}`)
  const { extends: _, ...alone } = pack
  return [
    { ...alone, audits: pack.audits!.filter(({ clauseIds }) => clauseIds.includes(clause)), rules: [], review: undefined } as PolicyPack,
  ]
}

export function findingsOf(clause: string, register: Record<string, unknown>, today?: string): readonly AuditFinding[] {
  const read = readRegister(register, { place: '登记' })
  expect(read.problems).toEqual([])
  return auditAccounts(audited(clause), read.book, read.today ?? today ?? beijingDay(NOW))
}

describe('what the clauses themselves give as examples', () => {
  test.each(cases.map((one) => [`${one.clause} ${one.found ? 'finds' : 'passes'} ${JSON.stringify(one.register)}`, one] as const))(
    '%s',
    (_, one) => {
      const findings = findingsOf(one.clause, one.register)
      expect(findings.map(({ detail }) => detail)).toHaveLength(one.found ? Math.max(1, findings.length) : 0)
      for (const finding of findings) expect(finding.citations.map(({ clauseId }) => clauseId)).toContain(one.clause)
    },
  )
})
