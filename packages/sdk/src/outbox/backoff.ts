const FIRST_MS = 5_000
const LAST_MS = 3_600_000

/** Milliseconds until the next try after so many failures in a row: 5 s · 2ⁿ up to an hour, full jitter (protocol.md §4.4). `random` in [0, 1). */
export function backoff(failures: number, random: number): number {
  const most = Math.min(LAST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  // Never at once: a jitter of zero would turn a short outage into a busy loop.
  return Math.max(1_000, Math.round(most * random))
}
