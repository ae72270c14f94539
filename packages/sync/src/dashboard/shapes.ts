import { dutyCitation, owedDuty } from '@qianshao/rules-core'
import * as z from 'zod/mini'

/** What the dashboard's pages get from the endpoint: parsed here, and the server's answers must fit the same types. */

const count = z.int().check(z.gte(0))
const instant = z.int()
const day = z.string()

/** `rootIsHere`: root and authority key lie in one place, and every page says so. */
export const session = z.object({ administrator: z.string(), csrf: z.string(), rootIsHere: z.boolean() })

export const entryKind = z.enum(['check', 'hold', 'publish', 'unchecked', 'release', 'dismiss', 'drift', 'seen', 'health'])

export const entryLine = z.object({
  office: z.string(),
  officeName: z.string(),
  id: z.string(),
  at: instant,
  kind: entryKind,
  account: z.string(),
  accountName: z.nullable(z.string()),
  column: z.nullable(z.string()),
  label: z.nullable(z.string()),
  /** 须改, 待核对, 提示 of the text; null where no text was checked. */
  kinds: z.nullable(z.object({ hold: count, ask: count, hint: count })),
  /** A word about the kind: the gate of a publication, why nothing was checked … */
  note: z.nullable(z.string()),
})

/** The figures of the overview that count entries of the ledger. */
export const figureName = z.enum(['published', 'covered', 'held', 'unchecked'])
export const figure = z.object({ now: count, before: count, weeks: z.array(count) })

const citation = dutyCitation

export const dutyLine = z.extend(owedDuty, { office: z.string(), officeName: z.string() })

/** A duty of the pack that the ledger alone cannot tell: it needs letters, filings or checks to be registered. */
export const uncountedDuty = z.object({
  dutyId: z.string(),
  title: z.string(),
  demand: z.string(),
  owedBy: z.enum(['office', 'supervisor', 'cyberspace-office', 'platform-operator']),
  citations: z.array(citation),
})

export const overview = z.object({
  asOf: instant,
  from: day,
  before: z.object({ from: day, to: day }),
  offices: count,
  devices: count,
  /** Devices in use whose 比对码 nobody has compared. */
  uncompared: count,
  entries: count,
  refused: count,
  missing: count,
  figures: z.object({ published: figure, covered: figure, held: figure, unchecked: figure }),
  weeks: z.array(z.object({ day, receipt: count, guard: count, unchecked: count })),
  categories: z.array(z.object({ category: z.string(), found: count, weeks: z.array(count) })),
  duties: z.object({ overdue: count, dueSoon: count, lines: z.array(dutyLine) }),
  recent: z.array(entryLine),
})

export const duties = z.object({
  asOf: instant,
  today: day,
  lines: z.array(dutyLine),
  uncounted: z.array(uncountedDuty),
  officesWithoutColumns: z.array(z.string()),
  /** All offices, with how many events their registers hold. */
  offices: z.array(z.object({ id: z.string(), name: z.string(), registered: count, updatedAt: z.nullable(instant) })),
})

const importProblem = z.object({ place: z.string(), column: z.optional(z.string()), problem: z.string() })
/** What an import would do, as every import says it; nothing has been stored yet. */
export const importPreview = z.object({
  problems: z.array(importProblem),
  unused: z.array(z.object({ table: z.string(), columns: z.array(z.string()) })),
})
export const registerPreview = z.extend(importPreview, {
  kinds: z.array(z.object({ kindName: z.string(), now: count })),
  /** How many events the register held before. */
  before: count,
})

/** What a pack leaves to a person: shown to whom, when, and why no program decides. */
export const guidanceLine = z.object({
  id: z.string(),
  shownTo: z.enum(['author', 'reviewer', 'administrator', 'supervisor']),
  moment: z.string(),
  text: z.string(),
  why: z.string(),
  citations: z.array(citation),
})

/** Something that reports should count or list, as a pack names it. */
export const reportFigure = z.object({ id: z.string(), title: z.string(), citations: z.array(citation) })

export const guidance = z.object({ asOf: instant, lines: z.array(guidanceLine), figures: z.array(reportFigure) })

const account = z.object({ id: z.string(), name: z.string() })
const column = z.object({ account: z.string(), id: z.string(), title: z.string(), class: z.string() })
export const device = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  joinedAt: instant,
  expiresAt: instant,
  revokedAt: z.nullable(instant),
  /** Sixteen digits that the device shows too; null until an administrator compared them. */
  compareCode: z.string(),
  comparedAt: z.nullable(instant),
  lastAt: z.nullable(instant),
  stored: count,
  missing: count,
})
export const office = z.object({
  id: z.string(),
  name: z.string(),
  pack: z.string(),
  accounts: z.array(account),
  columns: z.array(column),
  origins: z.array(z.string()),
  devices: z.array(device),
})
export const offices = z.object({
  asOf: instant,
  offices: z.array(office),
  packs: z.array(z.object({ id: z.string(), title: z.string(), version: z.string() })),
})

export const joinCode = z.object({ printed: z.string(), link: z.string(), expiresAt: instant })

export const entries = z.object({ asOf: instant, lines: z.array(entryLine), more: z.boolean() })

const finding = z.object({
  rule: z.string(),
  category: z.nullable(z.string()),
  message: z.nullable(z.string()),
  kind: z.enum(['hold', 'ask', 'hint']),
  role: z.string(),
  block: count,
  excerpt: z.string(),
  citations: dutyLine.shape.citations,
})
export const entryDetail = z.object({
  line: entryLine,
  device: z.string(),
  deviceName: z.nullable(z.string()),
  receivedAt: instant,
  hash: z.string(),
  seq: count,
  clock: z.string(),
  packs: z.array(z.string()),
  findings: z.array(finding),
  more: count,
  /** The stored line, byte for byte. */
  stored: z.string(),
})

export const refusal = z.object({
  code: z.string(),
  title: z.string(),
  problems: z.optional(z.array(z.object({ path: z.string(), problem: z.string() }))),
})

export type SessionShape = z.infer<typeof session>
export type EntryKind = z.infer<typeof entryKind>
export type EntryLine = z.infer<typeof entryLine>
export type FigureName = z.infer<typeof figureName>
export type Figure = z.infer<typeof figure>
export type DutyLine = z.infer<typeof dutyLine>
export type UncountedDuty = z.infer<typeof uncountedDuty>
export type Overview = z.infer<typeof overview>
export type Duties = z.infer<typeof duties>
export type GuidanceLine = z.infer<typeof guidanceLine>
export type ReportFigure = z.infer<typeof reportFigure>
export type Guidance = z.infer<typeof guidance>
export type DeviceShape = z.infer<typeof device>
export type OfficeShape = z.infer<typeof office>
export type Offices = z.infer<typeof offices>
export type JoinCodeShape = z.infer<typeof joinCode>
export type Entries = z.infer<typeof entries>
export type EntryDetail = z.infer<typeof entryDetail>
export type PeriodName = 'week' | 'month' | 'quarter'
export type ImportPreview = z.infer<typeof importPreview>
export type RegisterPreview = z.infer<typeof registerPreview>
