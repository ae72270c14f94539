/**
 * What must stand in a folded text before a search can find anything there: one of the words, or so many digits in a row (digits
 * spelt in Chinese and letters in their place count as digits, and up to three separators between two of them do not end the row).
 */
export interface Witness {
  words?: readonly string[]
  digits?: number
}

/** What one search needs: all of these. None: nothing is known, and the search always runs. */
export type Witnesses = readonly Witness[]

/** A clearer witness is one that fewer texts hold. A guess by length only: it decides what is looked for first, never what is found. */
export function commonness({ words = [], digits }: Witness): number {
  const byWords = words.reduce((sum, word) => sum + (COMMON[word.length] ?? 0.000_3), 0)
  return byWords + (digits === undefined ? 0 : digits < 8 ? 0.05 : 0.01)
}

/** The clearest few: more of them wake a search no less often. */
export function clearest(witnesses: Witnesses, most: number): Witnesses {
  return [...witnesses].sort((a, b) => commonness(a) - commonness(b)).slice(0, most)
}

/** One witness for several searches of which any may find something: the clearest of each. Undefined if one of them has none. */
export function eitherOf(searches: readonly Witnesses[]): Witness | undefined {
  const words = new Set<string>()
  let digits: number | undefined
  for (const search of searches) {
    const [best] = clearest(search, 1)
    if (!best) return undefined
    for (const word of best.words ?? []) words.add(word)
    if (best.digits !== undefined) digits = Math.min(digits ?? best.digits, best.digits)
  }
  return { ...(words.size > 0 && { words: [...words] }), ...(digits !== undefined && { digits }) }
}

/** By length of a word, in characters. */
const COMMON = [1, 0.05, 0.004, 0.001]
