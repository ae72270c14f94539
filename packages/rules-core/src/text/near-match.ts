/**
 * How many edits (a sign put in, left out, put in the place of another, or two swapped) lead from one text to the other; more than
 * `most` is told as `most + 1`.
 */
export function editsBetween(one: string, other: string, most: number): number {
  const far = most + 1
  if (Math.abs(one.length - other.length) > most) return far
  let twoAgo: number[] = []
  let before = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let edits = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (isSame ? 0 : 1))
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwap) edits = Math.min(edits, twoAgo[j - 2]! + 1)
      row.push(edits)
      least = Math.min(least, edits)
    }
    // Swaps look two rows back, so one row that is too far does not end it; two do.
    if (least > far) return far
    twoAgo = before
    before = row
  }
  return Math.min(before[other.length]!, far)
}

/**
 * So many pieces of a text, of nearly equal length and each with its offset. Between two of them one sign is left out, so that one edit, a
 * swap of neighbours too, touches one piece at most.
 */
export function piecesOf(text: string, count: number): readonly { piece: string; offset: number }[] {
  const signs = text.length - (count - 1)
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [Math.ceil((signs * i) / count), Math.ceil((signs * (i + 1)) / count)]
    return { piece: text.slice(from + i, to + i), offset: from + i }
  })
}
