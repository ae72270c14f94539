import * as z from 'zod/mini'
import { certainty, reviewRole, severity } from '../pack/schema.ts'

/**
 * One line of the ledger (发布台账), shared by the sdk that writes it and the endpoint that stores it: protocol.md §4.1.
 * Closed shapes without text. The one free text is `reason` of a release.
 */

const uuid7 = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
// The last character makes the base64url canonical.
const hash16 = z.string().check(z.regex(/^[\w-]{21}[AQgw]$/))
const hash32 = z.string().check(z.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/))
const ruleId = z.string().check(z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/), z.maxLength(60))
const columnId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))
const packRef = z.string().check(z.regex(/^[a-z0-9-]{1,64}@[0-9A-Za-z.+-]{1,32}$/))
const person = z.string().check(z.regex(/^per_[\w-]{21}[AQgw]$/))
const accountId = z.string().check(z.regex(/^(?:wechat|weibo|web|app):[\x21-\x7e]{1,74}$/), z.maxLength(80))
const masked = z.string().check(
  z.regex(/^.{0,2}\*{3}.{0,2}$/su),
  z.refine((excerpt) => excerpt.split('*').length === 4, 'one run of three asterisks'),
)
const count = z.int().check(z.gte(0), z.lte(100_000))
const positive = z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER))
// 2020-01-01 in Beijing; the upper bound, now + 1 day, is the reader's, who has a clock.
const instant = z.int().check(z.gte(1_577_808_000_000), z.lte(Number.MAX_SAFE_INTEGER))
const bucket = (last: number) => z.int().check(z.gte(0), z.lte(last))
const day = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/))
const epoch = z.int().check(z.gte(0), z.lte(100_000))
const place = z.enum(['title', 'summary', 'author', 'source', 'body', 'cell', 'caption', 'link', 'image', 'attachment', 'draft'])
const dismissCode = z.enum(['not-applicable', 'already-public', 'own-contact', 'quotation', 'masked', 'wrong-match'])
const siteId = z.enum(['wechat-mp', 'weibo'])

const finding = z.strictObject({
  rule: ruleId,
  major: count,
  sev: severity,
  cert: certainty,
  v: hash16,
  s: hash16,
  role: place,
  pos: z.tuple([count, count, count]),
  ex: masked,
})

const common = {
  v: z.literal(1),
  id: uuid7,
  at: instant,
  seq: positive,
  prev: z.nullable(hash16),
  acct: accountId,
  clock: z.enum(['synced', 'local', 'never']),
}

const checked = {
  e: epoch,
  draft: hash16,
  size: bucket(5),
  packs: z.array(packRef).check(z.maxLength(12)),
  counts: z.strictObject({ veto: count, fault: count, advice: count }),
  findings: z.array(finding).check(z.maxLength(20)),
  more: count,
  ms: bucket(4),
}

const identity = { rule: ruleId, major: count, e: epoch, v: hash16, s: hash16 }

export const ledgerEntry = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('check'), ...checked }),
  z.strictObject({ ...common, kind: z.literal('hold'), ...checked, how: z.enum(['click', 'key', 'request', 'api']) }),
  z.strictObject({
    ...common,
    kind: z.literal('publish'),
    ...checked,
    column: z.optional(columnId),
    gate: z.enum(['receipt', 'guard', 'none']),
    receipt: z.nullable(hash32),
    reviews: count,
    reviewMin: bucket(5),
    sched: z.boolean(),
    label: z.optional(masked),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('unchecked'),
    why: z.enum(['not-recognised', 'unreadable', 'too-long', 'rule-failed', 'packs-missing']),
    published: z.boolean(),
    site: z.optional(siteId),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('release'),
    ...identity,
    by: person,
    role: reviewRole,
    reason: z.string().check(z.minLength(5), z.maxLength(200)),
  }),
  z.strictObject({ ...common, kind: z.literal('dismiss'), ...identity, code: dismissCode, by: person, second: z.optional(person) }),
  z.strictObject({
    ...common,
    kind: z.literal('drift'),
    receipt: hash32,
    state: z.enum(['same', 'typography', 'changed']),
    scope: z.enum(['article', 'page']),
    counts: z.strictObject({ changed: count, added: count, removed: count, moved: count, typography: count }),
  }),
  z.strictObject({ ...common, kind: z.literal('seen'), day, ref: hash16, from: z.enum(['list', 'import']) }),
  z.strictObject({
    ...common,
    kind: z.literal('health'),
    waiting: count,
    aside: count,
    merged: count,
    lost: count,
    offset: bucket(4),
    engine: z.string().check(z.regex(/^[0-9A-Za-z.+-]{1,32}$/)),
    packs: z.array(packRef).check(z.maxLength(12)),
    catalogAge: bucket(4),
    head: z.nullable(z.strictObject({ n: count, hash: hash32 })),
  }),
])

export type LedgerEntry = z.infer<typeof ledgerEntry>
export type LoggedFinding = z.infer<typeof finding>

type WithoutCommon<T> = T extends unknown ? Omit<T, keyof typeof common> : never
/** What a writer gives; the outbox adds the members that every entry has. */
export type EntryBody = WithoutCommon<LedgerEntry>

/** Bucket of a draft's length in UTF-16 units: ≤140, ≤500, ≤2,000, ≤5,000, ≤20,000, more (protocol.md §4.1). */
export const sizeBucket = bucketOf([140, 500, 2_000, 5_000, 20_000])
/** Bucket of a check's duration in milliseconds: ≤5, ≤16, ≤50, ≤200, more (protocol.md §4.1). */
export const durationBucket = bucketOf([5, 16, 50, 200])
/** Bucket of a review's duration in minutes: ≤5, ≤30, ≤120, ≤480, ≤1,440, more (protocol.md §4.1). */
export const reviewBucket = bucketOf([5, 30, 120, 480, 1_440])

function bucketOf(limits: readonly number[]): (value: number) => number {
  return (value) => {
    const at = limits.findIndex((limit) => value <= limit)
    return at < 0 ? limits.length : at
  }
}
