import type { Draft, DraftMeta, Fields } from '../draft/draft.ts'
import { readPlain } from '../draft/read-plain.ts'
import type { PolicyPack, Rule } from '../pack/schema.ts'

/** A plain draft in one line. */
export function draftOf(body: string, fields: Fields = {}, meta: Partial<DraftMeta> = {}): Draft {
  return readPlain(body, fields, { surface: 'website', ...meta })
}

/** A small pack around some rules; each cites the pack's only clause unless it names its own. */
export function packOf(rules: readonly Partial<Rule>[], pack: Partial<PolicyPack> = {}): PolicyPack {
  const id = pack.id ?? 'cn'
  return {
    format: 1,
    id,
    title: '测试规则包',
    version: '2026.1.0',
    documents: [{ id: `${id}-document`, title: '测试文件', issuer: '测试机关', standing: 'in-force' }],
    clauses: [{ id: `${id}-1`, documentId: `${id}-document`, locator: '第一条', quote: '不得发布' }],
    rules: rules.map((rule) => ({
      id: 'test.rule',
      major: 1,
      category: 'id-card',
      detector: 'resident-id',
      severity: 'veto',
      clauseIds: [`${id}-1`],
      message: '文中有测试内容，发布前请改。',
      examples: { flag: [], pass: [] },
      ...rule,
    })),
    ...pack,
  }
}
