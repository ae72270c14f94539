import type { Draft, Finding, Verdict } from '@qianshao/rules-core'
import type { Checked, FindingId } from '@qianshao/sdk'
import * as z from 'zod/mini'

/**
 * Drafts, verdicts and findings as they cross from a page's content script to the background, both inside this browser:
 * the keys that turn them into ledger entries never leave the background.
 */

const count = z.int().check(z.gte(0))
const span = z.object({ blockId: z.string(), start: count, end: count })
const role = z.enum(['title', 'summary', 'author', 'source', 'body', 'cell', 'caption', 'link', 'image', 'attachment', 'draft'])
const inline = { at: span, order: count }

const draft = z.object({
  blocks: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['title', 'summary', 'author', 'source', 'body', 'cell', 'caption']),
      text: z.string(),
      hidden: z.optional(z.boolean()),
      cell: z.optional(z.object({ table: z.string(), row: count, column: count, header: z.boolean() })),
    }),
  ),
  tables: z.array(z.object({ id: z.string(), rows: count, columns: count })),
  links: z.array(z.object({ ...inline, href: z.string(), hidden: z.boolean() })),
  images: z.array(
    z.object({
      ...inline,
      kind: z.enum(['image', 'video', 'audio', 'frame']),
      src: z.string(),
      alt: z.string(),
      sha256: z.optional(z.string()),
    }),
  ),
  marks: z.array(z.object({ ...inline, style: z.enum(['sup', 'sub', 'del']), text: z.string() })),
  attachments: z.array(z.object({ name: z.string(), href: z.string(), sha256: z.optional(z.string()) })),
  meta: z.looseObject({ surface: z.enum(['website', 'wechat', 'weibo', 'app', 'other-media']) }),
})

const finding = z.looseObject({
  ruleId: z.string(),
  major: count,
  category: z.string(),
  severity: z.enum(['veto', 'fault', 'advice']),
  certainty: z.enum(['certain', 'doubtful']),
  role,
  at: z.optional(span),
  quote: z.string(),
  canonical: z.optional(z.string()),
  message: z.string(),
  citations: z.array(z.looseObject({ clauseId: z.string() })),
  trace: z.array(z.looseObject({ text: z.string() })),
})

const verdict = z.object({
  decision: z.enum(['clear', 'review', 'hold']),
  coverage: z.enum(['full', 'partial']),
  findings: z.array(finding),
  draftDigest: z.nullable(z.string()),
  packs: z.array(z.object({ id: z.string(), version: z.string() })),
  engine: z.string(),
})

const hash16 = z.string().check(z.regex(/^[\w-]{21}[AQgw]$/))
const findingId = z.strictObject({ rule: z.string(), major: count, e: count, v: hash16, s: hash16 })
const checked = z.looseObject({
  e: count,
  draft: hash16,
  size: count,
  findings: z.array(z.looseObject({ rule: z.string() })),
  more: count,
  ms: count,
})

// The schemas check what we rely on; the sender is our own content script, built from the same types.
export const shapes = {
  draft: as<Draft>(draft),
  findings: as<readonly Finding[]>(z.array(finding)),
  verdict: as<Verdict>(verdict),
  findingId: as<FindingId>(findingId),
  findingIds: as<readonly FindingId[]>(z.array(findingId)),
  checked: as<Checked>(checked),
}

function as<T>(schema: z.ZodMiniType): z.ZodMiniType<T> {
  return schema as z.ZodMiniType<T>
}
