/** Entries that a device wrote and nobody received: from `from` to `to`, both included. */
export interface MissingRange {
  from: number
  to: number
}

/** The numbers between 1 and the highest one that are not there; a device counts its entries without gaps (protocol.md §4.1). */
export function missingRanges(seqs: Iterable<number>): readonly MissingRange[] {
  const ranges: MissingRange[] = []
  let expected = 1
  for (const seq of [...new Set(seqs)].sort((a, b) => a - b)) {
    if (seq > expected) ranges.push({ from: expected, to: seq - 1 })
    expected = Math.max(expected, seq + 1)
  }
  return ranges
}

/** The same for each device, in order of id; devices that miss nothing are left out. `n` is for 缺 n 条. */
export function missingByDevice(
  entries: Iterable<{ device: string; seq: number }>,
): readonly { device: string; ranges: readonly MissingRange[]; n: number }[] {
  const seqs = new Map<string, number[]>()
  for (const { device, seq } of entries) {
    const known = seqs.get(device)
    if (known) known.push(seq)
    else seqs.set(device, [seq])
  }
  return [...seqs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([device, own]) => {
      const ranges = missingRanges(own)
      return { device, ranges, n: ranges.reduce((total, { from, to }) => total + to - from + 1, 0) }
    })
    .filter(({ n }) => n > 0)
}
