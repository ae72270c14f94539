import type { BookRecord, LedgerEntry, PlannedSilence, PublicKey, RegisteredEvent } from '@qianshao/rules-core'

/**
 * Where the endpoint keeps what it must not lose. Every method resolves only after its change is durable;
 * a rejected promise means that nothing of it was stored.
 */
export interface Store {
  putOffice(office: Office): Promise<void>
  offices(): Promise<readonly Office[]>
  office(id: string): Promise<Office | undefined>
  /** Offices in whose account book this account stands. */
  officesOfAccount(account: string): Promise<readonly string[]>

  /** Replaces an office's account book as a whole. */
  putAccountBook(book: StoredAccountBook): Promise<void>
  accountBook(office: string): Promise<StoredAccountBook | undefined>

  /** Replaces an office's register of events as a whole. */
  putDutyRegister(register: StoredDutyRegister): Promise<void>
  dutyRegister(office: string): Promise<StoredDutyRegister | undefined>

  putJoinCode(code: { office: string; hash: string; createdAt: number; expiresAt: number }): Promise<void>
  joinCode(hash: string): Promise<JoinCode | undefined>
  countBadProof(code: { office: string; hash: string }): Promise<void>
  /** One code makes one device. `taken`: another request was first; `known-key`: the key already has a certificate. */
  redeemJoinCode(join: { hash: string; at: number; device: Device; certificate: Certified }): Promise<'done' | 'taken' | 'known-key'>

  devices(office: string): Promise<readonly DeviceRow[]>
  revokeDevice(office: string, device: string, at: number): Promise<boolean>
  /** An administrator saw the same 比对码 on both screens; the first time counts. False: there is no such device in use. */
  markCompared(office: string, device: string, at: number): Promise<boolean>
  certified(kid: string): Promise<(Certified & { revokedAt: number | null }) | undefined>
  hasDevices(): Promise<boolean>

  /** Stores one signed batch; sending the same one again changes nothing. One outcome a line, in order. */
  putBatch(batch: Batch): Promise<readonly LineOutcome[]>
  entries(query: EntryQuery): Promise<readonly EntryRow[]>
  entry(office: string, id: string): Promise<EntryRow | undefined>
  refusedCount(office: string | undefined, from: number, to: number): Promise<number>
  /** Per device: the highest `seq`, how many numbers up to it are stored, when the last one came. */
  deviceTails(office: string): Promise<readonly { device: string; lastSeq: number; stored: number; lastAt: number }[]>

  putAdministrator(administrator: Administrator): Promise<void>
  administrator(name: string): Promise<Administrator | undefined>
  hasAdministrator(): Promise<boolean>
  putSession(session: Session): Promise<void>
  session(hash: string): Promise<Session | undefined>
  endSession(hash: string): Promise<void>

  close(): Promise<void>
}

/** `class` is a column class of design.md §8, or the office's own. */
export interface Column {
  account: string
  id: string
  title: string
  class: string
}

/** `pack`: the lowest pack of the office's chain. `origins`: pages that may call the device routes (CORS). */
export interface Office {
  id: string
  name: string
  pack: string
  accounts: readonly { id: string; name: string }[]
  columns: readonly Column[]
  origins: readonly string[]
  createdAt: number
}

/** 账号台账 of an office and of those below it. */
export interface StoredAccountBook {
  office: string
  records: readonly BookRecord[]
  updatedAt: number
}

/** What an office has registered beside its publications: letters, applications, filings, checks, notices. */
export interface StoredDutyRegister {
  office: string
  events: readonly RegisteredEvent[]
  silences: readonly PlannedSilence[]
  updatedAt: number
}

export interface JoinCode {
  office: string
  hash: string
  expiresAt: number
  badProofs: number
  usedAt: number | null
  usedBy: string | null
}

export interface Device {
  office: string
  id: string
  name: string
  host: string
  joinedAt: number
}
export interface DeviceRow extends Device {
  revokedAt: number | null
  comparedAt: number | null
  kid: string
  expiresAt: number
}

export interface Certified {
  office: string
  kid: string
  subject: string
  statement: string
  jwk: PublicKey
  host: string
  notBefore: number
  expiresAt: number
}

/** A line as received, with what became of reading it. `hash` is b64u of the full SHA-256. */
export type ReadLine =
  | { line: Uint8Array; hash: string; entry: LedgerEntry }
  | { line: Uint8Array; hash: string; refused: string; id: string | null; path?: string }

export interface Batch {
  office: string
  id: string
  kid: string
  device: string
  receivedAt: number
  /** b64u of the hash of the signed string: the same request again has the same. */
  signedHash: string
  contentDigest: string
  signatureInput: string
  signature: string
  encoding: 'identity' | 'gzip'
  body: Uint8Array
  lines: readonly ReadLine[]
}

export type LineOutcome = 'stored' | 'duplicate' | 'conflict' | 'refused'

export interface EntryQuery {
  office?: string
  from?: number
  to?: number
  kinds?: readonly LedgerEntry['kind'][]
  account?: string
  /** Only entries that come after this one, newest first. */
  olderThan?: { at: number; id: string }
  newestFirst?: boolean
  limit?: number
}

export interface EntryRow {
  office: string
  device: string
  receivedAt: number
  hash: string
  /** The stored line as text, byte for byte. */
  line: string
  entry: LedgerEntry
}

export interface Administrator {
  name: string
  password: string
  createdAt: number
}

export interface Session {
  hash: string
  administrator: string
  csrf: string
  expiresAt: number
}
