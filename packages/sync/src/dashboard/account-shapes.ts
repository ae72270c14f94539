import * as z from 'zod/mini'
import { dutyLine, importPreview } from './shapes.ts'

/** What the page of the account book gets from the endpoint. */

const count = z.int().check(z.gte(0))

export const auditLine = z.object({
  /** The registered office whose book it is; `unit` is the 单位 that the record names. */
  office: z.string(),
  unit: z.string(),
  title: z.string(),
  name: z.string(),
  kindName: z.string(),
  message: z.string(),
  detail: z.string(),
  shownAs: z.enum(['hold', 'ask', 'hint']),
  citations: dutyLine.shape.citations,
})
export const recordLine = z.object({
  office: z.string(),
  unit: z.string(),
  kindName: z.string(),
  name: z.string(),
  platform: z.string(),
  state: z.string(),
  supervisor: z.string(),
  /** How many findings name it. */
  found: count,
})
export const accounts = z.object({
  asOf: z.int(),
  today: z.string(),
  offices: z.array(z.object({ id: z.string(), name: z.string(), records: count, updatedAt: z.nullable(z.int()), audits: count })),
  findings: z.array(auditLine),
  records: z.array(recordLine),
  /** All of them, where the lists hold only the first. */
  all: z.object({ findings: count, records: count }),
})

export const accountPreview = z.extend(importPreview, {
  kinds: z.array(z.object({ kindName: z.string(), now: count, before: count })),
  findings: count,
})

export type AuditLine = z.infer<typeof auditLine>
export type RecordLine = z.infer<typeof recordLine>
export type Accounts = z.infer<typeof accounts>
export type AccountPreview = z.infer<typeof accountPreview>
