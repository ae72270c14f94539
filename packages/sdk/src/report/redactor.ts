import type { Draft, EntryBody, Finding, Verdict } from '@qianshao/rules-core'

/** Keyed identity of a finding: says which one it is without saying what it found (protocol.md §2.3). */
export interface FindingId {
  rule: string
  major: number
  /** Epoch of the office key; 0 is this device's own. */
  e: number
  /** Keyed hash of the value, and of its sentence without the value. */
  v: string
  s: string
}

/** The members that `check`, `hold` and `publish` entries share (C of protocol.md §4.1). */
export type Checked = Omit<Extract<EntryBody, { kind: 'check' }>, 'kind'>

/**
 * Turns findings into what may leave the device: keyed hashes, counts and masks. It needs the office's keys, so an extension keeps it in
 * its background and gives the page a message proxy; all arguments and results are plain values.
 */
export interface Redactor {
  /** What an entry says about a checked text; `ms` is how long the check took. */
  checked(draft: Draft, verdict: Verdict, ms: number): Promise<Checked>
  /** Identities of the findings, in their order. */
  identify(draft: Draft, findings: readonly Finding[]): Promise<readonly FindingId[]>
}
