import * as z from 'zod/mini'

/** The format of a pack, written once; types and the JSON Schema come from it. */

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))
const id = z.string().check(z.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, '只用小写字母、数字、连字符和点'), z.maxLength(64))
/** `subject.matter`, ≤ 60 characters, as in ledger entries (protocol.md §4.1). */
const ruleId = z.string().check(z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, '写作“主题.内容”，如 privacy.resident-id'), z.maxLength(60))
const clauseId = z.string().check(z.regex(/^[a-z0-9]+(?:[-.][A-Za-z0-9]+)*$/), z.maxLength(64))
const clauseIds = z.array(clauseId).check(z.minLength(1))
const positive = z.int().check(z.gte(1), z.lte(100_000))

export const categories = [
  'id-card',
  'mobile-phone',
  'landline-private',
  'bank-card',
  'home-address',
  'health-detail',
  'personal-other',
  'business-secret',
  'state-secret-marking',
  'work-secret',
  'credential-leak',
  'commercial-ad',
  'commercial-link',
  'absolute-ad-term',
  'unsanctioned-reprint',
  'unknown-source',
  'personal-opinion',
  'wording-error',
  'typo',
  'forced-engagement',
  'fan-buying',
  'undecided-matter',
  'foreign-affairs-sensitive',
  'social-stability',
  'spam-link',
  'missing-interpretation',
  'punctuation-number',
  'off-remit',
  'duty',
  'account',
  'review',
] as const // design.md §4

export const severity = z.enum(['veto', 'fault', 'advice'])
export const certainty = z.enum(['certain', 'doubtful'])
export const category = z.enum(categories)
export const standing = z.enum(['in-force', 'consultation', 'repealed'])
export const surface = z.enum(['website', 'wechat', 'weibo', 'app', 'other-media'])
export const reviewRole = z.enum([
  'handler',
  'deputy-head',
  'head',
  'section-head',
  'deputy-leader',
  'open-gov-leader',
  'main-leader',
  'office',
  'coordination',
  'publicity-dept',
  'responsible-department',
])
export const attestation = z.enum(['political', 'legal', 'policy', 'secrecy', 'wording', 'opinion'])
export const eventKind = z.enum([
  'published',
  'received',
  'replied',
  'applied',
  'answered',
  'decided',
  'filed',
  'forwarded',
  'reported',
  'hung',
  'removed',
  'offline',
  'online',
  'survey-closed',
  'feedback',
  'exit-approved',
  'changed',
])

export const sourceDocument = z.strictObject({
  id,
  title: text(200),
  number: z.optional(text(60)),
  issuer: text(100),
  standing,
})

export const clause = z.strictObject({ id: clauseId, documentId: id, locator: text(60), quote: text(1000) })

export const sourceOutlet = z.strictObject({ name: text(60), hosts: z.optional(z.array(text(100))), kind: z.optional(text(40)) })

const blockRole = z.enum(['title', 'summary', 'author', 'source', 'body', 'cell', 'caption'])
/** [[double brackets]] mark the expected hit. */
export const example = z.union([text(4000), z.strictObject({ html: text(8000) }), z.partialRecord(blockRole, z.string())])

export const rule = z.strictObject({
  id: ruleId,
  major: positive,
  category,
  detector: id,
  options: z.optional(z.looseObject({})),
  severity,
  release: z.optional(reviewRole),
  clauseIds,
  message: text(120),
  examples: z.strictObject({ flag: z.array(example), pass: z.array(example) }),
})

export const period = z.strictObject({ count: positive, of: z.enum(['hour', 'natural-day', 'working-day', 'month', 'year']) })
const every = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year'])
const kinds = z.array(eventKind).check(z.minLength(1))
/** The month of the period and its day: `01-15` of a quarter is 15 January, April, July and October. */
const dayOfPeriod = z.string().check(z.regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '写作“01-15”：该周期的第几个月、几日'))
/**
 * What is owed. A period that the clause does not give (及时、定期) is left out: elapsed time is shown, and the status cannot be told
 * until an office's own pack sets a number (design.md §5).
 */
export const demand = z.discriminatedUnion('kind', [
  /** Not more than so long apart. Without `of` the events are publications. */
  z.strictObject({ kind: z.literal('gap'), atMost: z.optional(period), of: z.optional(kinds) }),
  /** At least so often in each period. */
  z.strictObject({ kind: z.literal('quota'), atLeast: positive, every, of: z.optional(kinds) }),
  /** Each thing that began is ended in time. */
  z.strictObject({ kind: z.literal('answer'), from: kinds, by: kinds, within: z.optional(period) }),
  /** Once in each period, by a day of it; without `by` the period's last day. */
  z.strictObject({ kind: z.literal('date'), of: kinds, every, by: z.optional(dayOfPeriod) }),
  /** One time for all, by a day. */
  z.strictObject({ kind: z.literal('once'), of: kinds, by: z.iso.date('写作 2019-10-30') }),
  /** What was put up stays up so long. */
  z.strictObject({ kind: z.literal('stay'), from: kinds, until: kinds, atLeast: period }),
  /** What began lasts no longer, or happens no more often. */
  z.strictObject({
    kind: z.literal('limit'),
    from: kinds,
    until: z.optional(kinds),
    atMost: z.union([period, z.strictObject({ times: positive, every })]),
  }),
])

export const duty = z.strictObject({
  id: ruleId,
  title: text(40),
  appliesTo: z.strictObject({ surfaces: z.optional(z.array(surface)), columns: z.optional(z.array(text(40))) }),
  demand,
  /** Whose duty it is: the publishing office's unless said otherwise. */
  owedBy: z.optional(z.enum(['supervisor', 'cyberspace-office', 'platform-operator'])),
  severity,
  clauseIds,
  lead: z.optional(period),
  /** The number is ours, not the clause's. */
  setting: z.optional(z.literal('product')),
  /** Its one day is history: kept as a record, asked of nobody. */
  past: z.optional(z.literal(true)),
})

/** A check of the account book (house.md §1). */
export const audit = z.strictObject({
  id: ruleId,
  major: positive,
  title: text(40),
  check: id,
  options: z.optional(z.looseObject({})),
  severity,
  clauseIds,
  message: text(120),
  /** A number in the options is ours, not the clause's. */
  setting: z.optional(z.literal('product')),
})

/** What a supervisor's report counts or shows. */
export const figure = z.strictObject({ id: ruleId, clauseIds, title: text(80) })

export const reviewStep = z.strictObject({
  role: reviewRole,
  title: text(40),
  attests: z.array(attestation),
  proofreads: z.boolean(),
  differsFrom: z.array(reviewRole),
})

export const reviewItem = z.strictObject({
  origin: z.enum(['own', 'other-channel', 'direct-unit', 'other-department-event']),
  sensitive: z.boolean(),
  involvesOtherUnits: z.boolean(),
  emergency: z.boolean(),
})

export const reviewBranch = z.strictObject({
  when: z.partial(reviewItem),
  // biome-ignore lint/suspicious/noThenProperty: the pack's own word; a branch is never awaited.
  then: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('add'), step: reviewStep, before: z.optional(reviewRole) }),
    z.strictObject({ do: z.literal('replace'), steps: z.array(reviewStep).check(z.minLength(1)) }),
    z.strictObject({ do: z.literal('refuse'), message: text(120) }),
    z.strictObject({ do: z.literal('publish-first'), owed: z.array(reviewStep).check(z.minLength(1)) }),
  ]),
  clauseIds,
})

export const reviewPolicy = z.strictObject({
  steps: z.array(reviewStep).check(z.minLength(1)),
  branches: z.array(reviewBranch),
  /** Who decides when the last signer of a chain asks for a higher leader: a step after the others, of this item only. */
  above: z.optional(z.strictObject({ step: reviewStep, clauseIds })),
  carry: z.enum(['never', 'by-later-step']),
  sameDeskAllowed: z.boolean(),
  setting: z.optional(z.literal('product')),
  clauseIds,
})

/** What is about to be done when a confirmation is asked for. */
export const act = z.enum([
  'publish',
  'open-account',
  'change-account',
  'close-account',
  'open-site',
  'close-site',
  'take-offline',
  'exit-supervision',
  'build-app',
  'open-column',
  'change-domain',
  'answer-message',
  'answer-application',
  'respond-to-opinion',
  'respond-to-incident',
  'report-fake',
  'submit-report',
])

/** A recorded answer without which an act does not go ahead: who confirms what, and what is kept of it. */
export const confirmation = z.strictObject({
  id: ruleId,
  act,
  title: text(40),
  /** What is asked, as a question that a person can answer. */
  question: text(200),
  askedOf: text(40),
  /** `yes`: only yes lets the act go ahead; `no`: only no does; the others are recorded as they are given. */
  answer: z.enum(['yes', 'no', 'reference', 'date', 'address', 'person']),
  /** Of a publication: only for items like this. */
  when: z.optional(z.partial(reviewItem)),
  /** Only for what is about this, as `行政管理事项`; whoever hands it in says which subjects it has. */
  subject: z.optional(text(20)),
  surfaces: z.optional(z.array(surface)),
  release: z.optional(reviewRole),
  severity,
  clauseIds,
})

export const guidance = z.strictObject({
  id: ruleId,
  clauseIds,
  shownTo: z.enum(['author', 'reviewer', 'administrator', 'supervisor']),
  moment: text(60),
  text: text(400),
  why: text(400),
})

export const policyPack = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  id,
  title: text(60),
  version: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, '写作 2026.1.0')),
  extends: z.optional(id),
  documents: z.array(sourceDocument),
  clauses: z.array(clause),
  rules: z.optional(z.array(rule)),
  duties: z.optional(z.array(duty)),
  audits: z.optional(z.array(audit)),
  review: z.optional(reviewPolicy),
  confirmations: z.optional(z.array(confirmation)),
  figures: z.optional(z.array(figure)),
  guidance: z.optional(z.array(guidance)),
  whenUnchecked: z.optional(z.enum(['warn', 'hold'])),
  // What only an office's own pack says (design.md §5).
  /** Consultation drafts that the office has adopted: its clauses then hold. */
  adopts: z.optional(z.array(id)),
  /** Telephone numbers, mail addresses and accounts of the office, which are never private. */
  contacts: z.optional(z.array(text(60))),
  /** 稿源单位: names, and the hosts they publish on. */
  sources: z.optional(z.array(sourceOutlet)),
  /** The office's own columns, and the column class each belongs to (design.md §8). */
  columns: z.optional(z.record(text(40), text(40))),
})

export type Severity = z.infer<typeof severity>
export type Certainty = z.infer<typeof certainty>
export type Category = z.infer<typeof category>
export type Standing = z.infer<typeof standing>
export type ReviewRole = z.infer<typeof reviewRole>
export type Attestation = z.infer<typeof attestation>
export type EventKind = z.infer<typeof eventKind>
export type SourceDocument = z.infer<typeof sourceDocument>
export type Clause = z.infer<typeof clause>
export type Example = z.infer<typeof example>
export type Rule = z.infer<typeof rule>
export type Period = z.infer<typeof period>
export type Every = z.infer<typeof every>
export type Demand = z.infer<typeof demand>
export type Duty = z.infer<typeof duty>
export type Audit = z.infer<typeof audit>
export type Figure = z.infer<typeof figure>
export type Act = z.infer<typeof act>
export type Confirmation = z.infer<typeof confirmation>
export type SourceOutlet = z.infer<typeof sourceOutlet>
export type ReviewStep = z.infer<typeof reviewStep>
export type ReviewItem = z.infer<typeof reviewItem>
export type ReviewBranch = z.infer<typeof reviewBranch>
export type ReviewPolicy = z.infer<typeof reviewPolicy>
export type Guidance = z.infer<typeof guidance>
export type PolicyPack = z.infer<typeof policyPack>
