import type { ReadonlySignal } from '@preact/signals'
import type { EntryBody } from '@qianshao/rules-core'

/** One entry as it will be sent: `line` is the exact text, without its line end (protocol.md §4.1). */
export interface StoredLine {
  id: string
  seq: number
  line: string
}

export interface AsideLine extends StoredLine {
  /** Why the endpoint refused it (protocol.md §4.6). */
  code: string
}

/** What a writer gives: the entry, and the account it is about. The outbox adds v, id, at, seq, prev and clock. */
export type OutboxEntry = EntryBody & { acct: string }

export interface OutboxContents {
  waiting: readonly StoredLine[]
  aside: readonly AsideLine[]
  /** Lines that the endpoint has stored so far. */
  delivered: number
  /** Routine `check` entries that were counted together, or not kept, because the store was full. */
  merged: number
  lost: number
}

/**
 * `idle`: nothing to send, or no endpoint yet. `later`: tried, will try again by itself. `stopped`: the endpoint does not know this
 * device any more; everything is kept. `memory`: the browser keeps nothing, unsent entries go with the page.
 */
export type DeliveryState = 'idle' | 'sending' | 'later' | 'stopped' | 'memory'

/** The outbox (外发箱) as its writers and the panel see it. An extension's content script may stand a message proxy in its place. */
export interface Outbox {
  /** Resolves once the entry is stored; from then on it is not lost. Rejects with `OutboxError` when it could not be stored. */
  put(entry: OutboxEntry): Promise<StoredLine>
  readonly waiting: ReadonlySignal<number>
  readonly aside: ReadonlySignal<number>
  readonly state: ReadonlySignal<DeliveryState>
  /** Everything in it, byte by byte. */
  list(): Promise<OutboxContents>
  /** Tries now, because a person asked or the network is back. */
  sendNow(): Promise<void>
  close(): void
}

export type LineResult = { id: string | null; s: 'stored' | 'duplicate' } | { id: string | null; s: 'refused'; code: string; path?: string }
/** `tryLater` in milliseconds, if the endpoint named a time. `stop`: do not try again by itself (revoked, unknown device, upgrade needed). */
export type SendResult = { results: readonly LineResult[] } | { tryLater: number | undefined } | { stop: string }
export type SendLines = (lines: readonly StoredLine[], signal: AbortSignal) => Promise<SendResult>

/** The last line that was ever appended; it outlives sent lines, so that the chain of a device has no gap (protocol.md §4.1). */
export interface Tail {
  seq: number
  prev: string | null
  id: string | null
}

export interface OutboxCounts {
  waiting: number
  aside: number
  /** UTF-16 units of all kept lines. */
  size: number
  delivered: number
  merged: number
  lost: number
}

/** Where entries are kept. `outboxStoreContract` of `@qianshao/sdk/testing` says what an implementation owes. */
export interface OutboxStore {
  /** One transaction: reads the tail, lets `write` make the line, stores both. `write` must be synchronous. */
  append(write: (tail: Tail) => StoredLine): Promise<StoredLine>
  /** The oldest waiting lines, at most so many and so many bytes; always at least one if any waits. */
  oldest(lines: number, bytes: number): Promise<readonly StoredLine[]>
  /** Forgets lines that the endpoint has stored. Unknown ids change nothing. */
  remove(ids: readonly string[]): Promise<void>
  /** Keeps a refused line apart. */
  setAside(id: string, code: string): Promise<void>
  /** Puts lines that were refused with one of these codes back among the waiting. */
  takeBack(codes: readonly string[]): Promise<number>
  /** Drops all waiting `check` entries but the newest of each Beijing day, and counts them as merged. */
  mergeChecks(): Promise<number>
  /** Counts one `check` entry that was not kept. */
  countLost(): Promise<void>
  count(): Promise<OutboxCounts>
  list(): Promise<OutboxContents>
  close(): void
}

/** Time, so that tests need not wait. `after` runs once unless the signal aborts first. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  after(ms: number, run: () => void, signal: AbortSignal): void
}
