/** How many entries of a device are missing: numbers up to the last that never came (protocol.md §4.1). */
export function missingEntries(tails: readonly { lastSeq: number; stored: number }[]): number {
  return tails.reduce((sum, { lastSeq, stored }) => sum + Math.max(0, lastSeq - stored), 0)
}
