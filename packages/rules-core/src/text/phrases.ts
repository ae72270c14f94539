import { createPhraseIndex } from './phrase-index.ts'

export interface PhraseMatch {
  start: number
  end: number
  /** Index in the list that the matcher was made of. */
  index: number
}

const NONE: readonly PhraseMatch[] = []

/** Finds many phrases in one pass over folded text: at each place the longest, and none inside a longer one found before. */
export function createPhraseMatcher(phrases: readonly string[]): (folded: string) => readonly PhraseMatch[] {
  const index = createPhraseIndex(phrases)
  return (folded) => {
    const { count, triples } = index.scan(folded)
    if (count === 0) return NONE
    const found: PhraseMatch[] = []
    let until = 0
    for (let i = 0; i < count; ) {
      const start = triples[i * 3]!
      let [end, id] = [0, 0]
      for (; i < count && triples[i * 3] === start; i++) {
        if (triples[i * 3 + 1]! <= end) continue
        end = triples[i * 3 + 1]!
        id = triples[i * 3 + 2]!
      }
      if (end <= until) continue
      until = end
      found.push({ start, end, index: id })
    }
    return found
  }
}
