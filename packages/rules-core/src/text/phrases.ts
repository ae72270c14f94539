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
    const list = longestFirst()
    for (let i = 0; i < count; i++) list.add(triples[i * 3]!, triples[i * 3 + 1]!, triples[i * 3 + 2]!)
    return list.end()
  }
}

/** The same of several lists in one pass: for each list what a matcher of its own would find. */
export function createListMatcher(lists: readonly (readonly string[])[]): (folded: string) => readonly (readonly PhraseMatch[])[] {
  const index = createPhraseIndex(lists.flat())
  const listOf = lists.flatMap((phrases, list) => phrases.map(() => list))
  const firstOf = lists.map((_, list) => listOf.indexOf(list))
  const nothing = lists.map(() => NONE)
  return (folded) => {
    const { count, triples } = index.scan(folded)
    if (count === 0) return nothing
    const found: (ReturnType<typeof longestFirst> | undefined)[] = lists.map(() => undefined)
    for (let i = 0; i < count; i++) {
      const id = triples[i * 3 + 2]!
      const list = listOf[id]!
      found[list] ??= longestFirst()
      found[list].add(triples[i * 3]!, triples[i * 3 + 1]!, id - firstOf[list]!)
    }
    return found.map((one) => one?.end() ?? NONE)
  }
}

/** Keeps of matches, given by start, the longest at each place, and none inside a longer one before. */
function longestFirst(): { add(start: number, end: number, index: number): void; end(): readonly PhraseMatch[] } {
  const found: PhraseMatch[] = []
  let [until, at, to, best] = [0, -1, 0, 0]
  const close = () => {
    if (to <= until) return
    until = to
    found.push({ start: at, end: to, index: best })
  }
  return {
    add(start, end, index) {
      if (start !== at) {
        close()
        at = start
        to = 0
      }
      if (end <= to) return
      to = end
      best = index
    },
    end() {
      close()
      return found
    },
  }
}
