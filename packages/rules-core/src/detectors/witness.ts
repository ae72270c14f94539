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

/** A witness that every other text holds is none. */
const TOO_COMMON = 0.4

/** How often a text holds it, guessed from the kinds of signs alone: the guess decides what is looked for, never what is found. */
export function commonness({ words = [], digits }: Witness): number {
  const shown = digits === undefined ? 0 : digits < 8 ? 0.05 : 0.01
  return shown + Math.min(sumOf(words, signsOf), endsOf(words))
}

export function saysSomething(witness: Witness): boolean {
  return commonness(witness) < TOO_COMMON
}

// No set of words is more common than what they begin with and what they end with.
function endsOf(words: readonly string[]): number {
  if (words.some((word) => word.length < 2)) return Infinity
  const heads = new Set(words.map((word) => word[0]!))
  const tails = new Set(words.map((word) => word.at(-1)!))
  return Math.min(1, sumOf(heads, signOf)) * Math.min(1, sumOf(tails, signOf))
}

function sumOf(words: Iterable<string>, share: (word: string) => number): number {
  let sum = 0
  for (const word of words) sum += share(word)
  return sum
}

function signsOf(word: string): number {
  let share = 1
  for (const sign of word) share *= signOf(sign)
  return share
}

// Letters are rare in official prose, figures and characters are not.
function signOf(sign: string): number {
  return sign >= 'a' && sign <= 'z' ? 0.008 : 0.05
}

/** The clearest few: more of them wake a search no less often. */
export function clearest(witnesses: Witnesses, most: number): Witnesses {
  if (witnesses.length <= 1) return witnesses
  const ranked = witnesses.map((witness) => ({ witness, rank: commonness(witness) })).sort((a, b) => a.rank - b.rank)
  return ranked.slice(0, most).map(({ witness }) => witness)
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
