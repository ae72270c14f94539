import { base64url } from '../text/base64url.ts'
import { sha256 } from '../text/sha256.ts'

/** The hash chain of an office's acts (protocol.md §8). Heads are 32 bytes. */

/** The head before any event. */
export function emptyTrail(office: string): Uint8Array {
  return sha256(new TextEncoder().encode(`qianshao-audit-1\n${office}\n`))
}

/** The head after one more event, given as the exact text that is kept. */
export function extendTrail(head: Uint8Array, event: string): Uint8Array {
  return sha256(joined(1, head, sha256(joined(0, new TextEncoder().encode(event)))))
}

/** A head as it is written in exports and checkpoints. */
export function printHead(head: Uint8Array): string {
  return base64url(head)
}

function joined(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, { length }) => sum + length, 0))
  bytes[0] = prefix
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
