import type { ReadonlySignal } from '@preact/signals'
import type { AnswerBook } from '../live/answer-book.ts'
import type { Clock, Outbox } from '../outbox/outbox-port.ts'
import type { PinStore } from '../people/pin-store.ts'
import type { ReviewStore } from '../review/local-review.ts'
import type { DutyBook } from './owed-duties.ts'
import type { Redactor } from './redactor.ts'

export interface DeviceOptions {
  /** Address of the sync endpoint, e.g. `https://sync.example.gov.cn`. Without one, entries wait; a join link brings one. */
  endpoint?: string
  /** What administrators see in the list of devices, 1–20 characters. */
  name: string
  /** `extension`, or `page:<origin>` for a page with the sdk (protocol.md §3.3). */
  host: 'extension' | `page:${string}`
  /** Name of the IndexedDB database; `qianshao` if absent. */
  database?: string
  /** Where a test or a worker brings its own. */
  fetch?: typeof fetch
  clock?: Clock
}

/**
 * `alone`: no endpoint joined, entries wait. `joined`: certificate in hand. `unverified`: joined by typed code; compare the 比对码.
 * `stopped`: the endpoint refused this device (revoked or unknown); everything is kept.
 */
export type DeviceState = 'alone' | 'joined' | 'unverified' | 'stopped'

export interface JoinedOffice {
  id: string
  name: string
  accounts: readonly { id: string; name: string }[]
}

/** `problem` is a code (protocol.md §4.6, or `bad-code`, `offline`, `wrong-root`, `bad-certificate`); `title` says in Chinese what to do. */
export type JoinResult = { joined: JoinedOffice } | { problem: string; title: string }

/** A browser profile with keys of its own: what an office's entries are signed and keyed with. */
export interface Device {
  outbox: Outbox
  redactor: Redactor
  answers: AnswerBook
  /** Where the PINs of this desk are kept; undefined where the browser keeps nothing. */
  pins: PinStore | undefined
  /** Where reviews of this desk's drafts are kept (`localReview`); for this page only where the browser keeps nothing. */
  reviews: ReviewStore
  /** What this office owes by a date, as the endpoint tells it. */
  duties: DutyBook
  readonly state: ReadonlySignal<DeviceState>
  readonly office: ReadonlySignal<JoinedOffice | undefined>
  /** Thumbprint of the signing key (RFC 7638). */
  keyId: string
  /** Sixteen digits over this device's and the authority's key ids, to be compared on both screens; undefined before joining. */
  readonly compareCode: ReadonlySignal<string | undefined>
  /** False where the browser kept no keys: this device is a new one after every restart. */
  lasting: boolean
  /** A code such as `7K3M-Q9XA-2VCV`, or the whole link `https://…/join#<code>.<root>`. */
  join(codeOrLink: string): Promise<JoinResult>
  close(): void
}
