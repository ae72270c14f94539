const UUID7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7([0-9a-f]{3})-/
const COUNTER_LIMIT = 0xfff

/**
 * The next UUIDv7 (RFC 9562) after `last`, with the counter of protocol.md §2.1 in `rand_a`. Ids never go backwards, also when the
 * clock does. `now` in epoch milliseconds; `random` is eight random bytes, of which 62 bits are used.
 */
export function uuid7After(last: string | null, now: number, random: Uint8Array): string {
  const before = last === null ? undefined : UUID7.exec(last)
  let ms = now
  let counter = 0
  if (before) {
    const lastMs = Number.parseInt(before[1]! + before[2]!, 16)
    if (lastMs >= now) {
      ms = lastMs
      counter = Number.parseInt(before[3]!, 16) + 1
      if (counter > COUNTER_LIMIT) {
        ms += 1
        counter = 0
      }
    }
  }
  const time = ms.toString(16).padStart(12, '0')
  const bytes = random.slice(0, 8)
  bytes[0] = (bytes[0]! & 0x3f) | 0x80
  const tail = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
