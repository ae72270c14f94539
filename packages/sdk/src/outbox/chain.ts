import { base64url, sha256, utf8 } from '@qianshao/rules-core'
import type { StoredLine, Tail } from './outbox-port.ts'

export const EMPTY_TAIL: Tail = { seq: 0, prev: null, id: null }

/** What the next line of this device has to follow: its `prev` is the hash of the line's bytes (protocol.md §4.1). */
export function tailAfter({ seq, id, line }: StoredLine): Tail {
  return { seq, id, prev: lineHash(line) }
}

/** H(line)[0..16], base64url. */
export function lineHash(line: string): string {
  return base64url(sha256(utf8(line)).subarray(0, 16))
}
