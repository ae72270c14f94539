import { describe, expect, test } from 'vitest'
import { parsePack } from '../pack/parse-pack.ts'
import { auditAccounts } from './audit.ts'
import { bookChecks } from './checks/index.ts'
import { readRegister } from './read-register.ts'

const parent = {
  format: 1,
  id: 'up',
  title: '上级',
  version: '1.0.0',
  documents: [{ id: 'd', title: '办法', issuer: '某市', standing: 'in-force' }],
  clauses: [{ id: 'd-1', documentId: 'd', locator: '第一条', quote: '只开设一个' }],
}
const one = { major: 1, title: '账号数', check: 'one-per-platform', options: { max: 1 }, message: '多了。' }
const pack = (more: object, base: object = parent) => parsePack({ ...base, ...more })
const two = readRegister(
  {
    单位: '甲局',
    账号: [
      { 平台: '微信', 名称: '甲' },
      { 平台: '微信', 名称: '乙' },
    ],
  },
  { place: '登记' },
).book

describe('auditAccounts', () => {
  test('two packs that ask the same make one finding with both clauses, as strict as the stricter', () => {
    const up = pack({ audits: [{ ...one, id: 'audit.one', severity: 'fault', clauseIds: ['d-1'] }] })
    const down = pack(
      { audits: [{ ...one, id: 'audit.one-down', severity: 'veto', clauseIds: ['e-1'] }] },
      {
        ...parent,
        id: 'down',
        extends: 'up',
        documents: [{ id: 'e', title: '细则', issuer: '某区', standing: 'in-force' }],
        clauses: [{ id: 'e-1', documentId: 'e', locator: '第二条', quote: '同一平台一个' }],
      },
    )
    const findings = auditAccounts([up, down], two, '2026-03-01')
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ severity: 'veto', shownAs: 'hold', auditIds: ['audit.one', 'audit.one-down'] })
    expect(findings[0]!.citations.map(({ clauseId }) => clauseId)).toEqual(['d-1', 'e-1'])
  })

  test('a consultation draft asks and never holds, until an office adopts it', () => {
    const draft = pack({
      documents: [{ ...parent.documents[0], standing: 'consultation' }],
      audits: [{ ...one, id: 'audit.one', severity: 'veto', clauseIds: ['d-1'] }],
    })
    expect(auditAccounts([draft], two, '2026-03-01')[0]!.shownAs).toBe('ask')
    const own = pack(
      { adopts: ['d'] },
      { format: 1, id: 'own', extends: 'up', title: '本单位', version: '1.0.0', documents: [], clauses: [] },
    )
    expect(auditAccounts([draft, own], two, '2026-03-01')[0]!.shownAs).toBe('hold')
  })

  test('a check that does not exist, and options that it does not take, are all named', () => {
    const wrong = pack({
      audits: [
        { ...one, id: 'audit.a', check: 'nothing', severity: 'fault', clauseIds: ['d-1'] },
        { ...one, id: 'audit.b', options: { most: 1 }, severity: 'fault', clauseIds: ['d-1'] },
      ],
    })
    expect(() => auditAccounts([wrong], [], '2026-03-01')).toThrow(/audit\.a[\s\S]*audit\.b/)
  })

  test('no two checks have one name', () => {
    const names = bookChecks.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('forty thousand accounts of one office in bounded time', () => {
    const account = (i: number) => ({
      kind: 'account' as const,
      office: '甲局',
      name: `账号${i}`,
      values: { platform: '微信', functions: ['旅游'], monthlyReads: i },
    })
    const up = pack({
      audits: [
        { ...one, id: 'audit.one', severity: 'fault', clauseIds: ['d-1'] },
        { ...one, id: 'audit.same', check: 'same-name', options: {}, severity: 'fault', clauseIds: ['d-1'] },
        { ...one, id: 'audit.similar', check: 'similar', options: { of: ['account'], share: 0.1 }, severity: 'advice', clauseIds: ['d-1'] },
      ],
    })
    const start = performance.now()
    const findings = auditAccounts(
      [up],
      Array.from({ length: 40_000 }, (_, i) => account(i)),
      '2026-03-01',
    )
    expect(findings.length).toBeGreaterThan(1)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
