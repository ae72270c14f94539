import { randomBytes } from 'node:crypto'

/**
 * Makes UUIDv7 identifiers that never go backwards (RFC 9562, protocol.md §2.1): 48-bit milliseconds, a 12-bit counter
 * that starts at 0 in each new millisecond, 62 random bits.
 */
export function createUuid7(now: () => number, random: (bytes: number) => Uint8Array = randomBytes): () => string {
  let last = -1
  let counter = 0
  return () => {
    const at = now()
    if (at > last) {
      last = at
      counter = 0
    } else if (counter === 0xfff) {
      last += 1
      counter = 0
    } else {
      counter += 1
    }
    return format(last, counter, random(8))
  }
}

/** `dev_` or `per_` and 16 random bytes (protocol.md §2.1). */
export function randomName(prefix: 'dev' | 'per'): string {
  return `${prefix}_${randomBytes(16).toString('base64url')}`
}

function format(at: number, counter: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.set(random.subarray(0, 8), 8)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
