import { ledgerEntry, limits, utf8 } from '@qianshao/rules-core'
import { OutboxError } from './outbox-error.ts'
import type { OutboxEntry, StoredLine, Tail } from './outbox-port.ts'
import { uuid7After } from './uuid7.ts'

/** Corrected time, and how far it can be believed (protocol.md §3.6). */
export interface TimeNow {
  at: number
  clock: 'synced' | 'local' | 'never'
}

/** The next line of a device's chain (protocol.md §4.1). Throws an `OutboxError` on an entry that no endpoint would take. */
export function writeLine(entry: OutboxEntry, tail: Tail, { at, clock }: TimeNow): StoredLine {
  const id = uuid7After(tail.id, at, crypto.getRandomValues(new Uint8Array(8)))
  const seq = tail.seq + 1
  const { kind, acct, ...members } = entry
  const fitted = fitting({ v: 1, id, kind, at, seq, prev: tail.prev, acct, clock, ...members })
  const parsed = ledgerEntry.safeParse(fitted)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new OutboxError(
      'bad-entry',
      `outbox: the ${kind} entry is not one of protocol.md §4.1: /${issue?.path.join('/')} ${issue?.message}`,
    )
  }
  return { id, seq, line: JSON.stringify(fitted) }
}

/** The worst findings come first; those for which a line has no room are counted in `more`. */
function fitting(whole: Record<string, unknown>): Record<string, unknown> {
  let fitted = whole
  while (utf8(JSON.stringify(fitted)).length > limits.lineBytes) {
    const { findings, more } = fitted
    if (!Array.isArray(findings) || findings.length === 0 || typeof more !== 'number') return fitted
    fitted = { ...fitted, findings: findings.slice(0, -1), more: more + 1 }
  }
  return fitted
}
