import * as z from 'zod/mini'

/** What the endpoint tells a device of its own office's duties: `GET /v1/duties`, signed like every request. No text, no other office. */

const instant = z.int().check(z.gte(0))
const words = z.string().check(z.maxLength(2_000))

export const dutyCitation = z.object({
  clauseId: z.string(),
  document: z.string(),
  number: z.optional(z.string()),
  locator: z.string(),
  quote: z.string(),
  standing: z.enum(['in-force', 'consultation', 'repealed']),
})

export const owedDuty = z.object({
  account: z.string(),
  column: z.string(),
  columnTitle: z.string(),
  dutyId: z.string(),
  dutyTitle: z.string(),
  /** What is asked, in Chinese. */
  demand: z.string(),
  status: z.enum(['overdue', 'due-soon', 'fresh', 'cannot-tell']),
  /** Beijing day; null where there is none. */
  deadline: z.nullable(z.string()),
  why: words,
  satisfiedBy: words,
  /** Where the pace leads; null where there is too little to go by. */
  forecast: z.nullable(z.string()),
  /** When the publications were that decided, the last few. */
  evidence: z.array(instant),
  citations: z.array(dutyCitation),
})
export type OwedDuty = z.infer<typeof owedDuty>

/** Most urgent first. */
export const owedDuties = z.object({ asOf: instant, lines: z.array(owedDuty).check(z.maxLength(2_000)) })
export type OwedDuties = z.infer<typeof owedDuties>
