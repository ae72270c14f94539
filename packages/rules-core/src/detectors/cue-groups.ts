import * as z from 'zod/mini'
import { createPhraseMatcher, type PhraseMatch } from '../text/phrases.ts'
import { sentenceAround } from '../text/sentences.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace, TraceLine } from './detector.ts'

const cueGroup = z.strictObject({
  /** What these words tell of, for the trace. */
  name: z.string().check(z.minLength(1), z.maxLength(20)),
  words: z.array(z.string().check(z.minLength(2), z.maxLength(40))).check(z.minLength(1)),
  /** So many different words of the group. */
  atLeast: z.optional(z.int().check(z.gte(1), z.lte(5))),
})

const groups = z.array(cueGroup).check(z.minLength(1))
const cueSet = z.union([groups, z.strictObject({ groups, within: z.int().check(z.gte(2), z.lte(200)) })])

/**
 * Finds sentences in which words of several groups come together: no word alone says that a matter is undecided or a crowd is angry, but
 * 方案 and 还没有批 in one sentence do. `sets`: of one set every group must be met. The whole sentence is the hit; of a set with `within`,
 * the words must stand in a stretch of so many characters, and the stretch is the hit.
 */
export const cueGroups = defineTextDetector({
  name: 'cue-groups',
  options: z.strictObject({
    sets: z.array(cueSet).check(z.minLength(1)),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  witness: ({ sets }) => sets.map((set) => groupsOf(set).map(({ words }) => ({ words }))),
  prepare({ sets, certainty = 'doubtful', contexts }) {
    const words = [...new Set(sets.flatMap((set) => groupsOf(set).flatMap((group) => group.words)))]
    const match = createPhraseMatcher(words)
    const weigh = prepareWeighing(contexts)
    const ready = sets.map((set) => ({
      within: 'within' in set ? set.within : undefined,
      groups: groupsOf(set).map(({ name, words: own, atLeast = 1 }) => ({ name, own: new Set(own), atLeast })),
    }))
    return (text, place) => {
      const matches = match(text)
      return matches.length < 2 ? NO_HITS : search(text, place, matches)
    }

    function* search(text: string, place: TextPlace, matches: readonly PhraseMatch[]): Generator<Hit> {
      for (let i = 0; i < matches.length; ) {
        const sentence = sentenceAround(text, matches[i]!.start, matches[i]!.end)
        const first = i
        while (i < matches.length && matches[i]!.start < sentence.end) i += 1
        const said = matches.slice(first, i)
        for (const { groups, within } of ready) {
          const stretch = within === undefined ? meets(groups, said) && said : shortest(groups, said, within)
          if (!stretch) continue
          const where = within === undefined ? trimmed(text, sentence) : { start: stretch[0]!.start, end: stretch.at(-1)!.end }
          const found = weigh({ ...where, certainty, trace: traceOf(groups, stretch) }, text, place)
          if (!found) continue
          yield found
          // One hit a sentence: the other sets would say the same of it.
          break
        }
      }
    }

    function meets(groups: readonly ReadyGroup[], said: readonly PhraseMatch[]): boolean {
      return groups.every(({ own, atLeast }) => count(own, wordsOf(said)) >= atLeast)
    }

    /** The first stretch in which all groups are met and that cannot be cut on either side. */
    function shortest(groups: readonly ReadyGroup[], said: readonly PhraseMatch[], within: number): readonly PhraseMatch[] | undefined {
      let from = 0
      for (let to = 1; to <= said.length; to++) {
        while (said[to - 1]!.end - said[from]!.start > within) from += 1
        if (!meets(groups, said.slice(from, to))) continue
        while (meets(groups, said.slice(from + 1, to))) from += 1
        return said.slice(from, to)
      }
      return undefined
    }

    function wordsOf(said: readonly PhraseMatch[]): ReadonlySet<string> {
      return new Set(said.map(({ index }) => words[index]!))
    }

    function traceOf(groups: readonly ReadyGroup[], said: readonly PhraseMatch[]): TraceLine[] {
      const all = [...wordsOf(said)]
      return groups.map(({ name, own }) => ({ effect: 'for', text: `${name}：${all.filter((word) => own.has(word)).join('、')}` }))
    }
  },
})

interface ReadyGroup {
  name: string
  own: ReadonlySet<string>
  atLeast: number
}

function groupsOf(set: z.output<typeof cueSet>): z.output<typeof groups> {
  return 'groups' in set ? set.groups : set
}

function count(own: ReadonlySet<string>, said: ReadonlySet<string>): number {
  let sum = 0
  for (const word of said) if (own.has(word)) sum += 1
  return sum
}

function trimmed(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  let [from, to] = [start, end]
  // The mark that opens a quotation stands outside, so that a whole quoted sentence is seen to be quoted.
  while (from < to && /[\s“”"「」『』]/.test(text[from]!)) from += 1
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1
  return { start: from, end: to }
}
