import * as z from 'zod/mini'
import { createPhraseMatcher } from '../text/phrases.ts'
import { sentenceAround } from '../text/sentences.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'
import { listedWord } from './listed-word.ts'

const cueGroup = z.strictObject({
  /** What these words tell of, for the trace. */
  name: z.string().check(z.minLength(1), z.maxLength(20)),
  words: z.array(listedWord(40)).check(z.minLength(1)),
  /** So many different words of the group. */
  atLeast: z.optional(z.int().check(z.gte(1), z.lte(5))),
})

/**
 * Finds sentences in which words of several groups come together: no word alone says that a matter is undecided or a crowd is angry, but
 * 方案 and 还没有批 in one sentence do. `sets`: of one set every group must be met. The whole sentence is the hit.
 */
export const cueGroups = defineTextDetector({
  name: 'cue-groups',
  options: z.strictObject({
    sets: z.array(z.array(cueGroup).check(z.minLength(1))).check(z.minLength(1)),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  witness: ({ sets }) => sets.map((groups) => groups.map(({ words }) => ({ words }))),
  prepare({ sets, certainty = 'doubtful', contexts }) {
    const words = [...new Set(sets.flatMap((groups) => groups.flatMap((group) => group.words)))]
    const match = createPhraseMatcher(words)
    const weigh = prepareWeighing(contexts)
    const ready = sets.map((groups) => groups.map(({ name, words: own, atLeast = 1 }) => ({ name, own: new Set(own), atLeast })))
    return (text, place) => {
      const matches = match(text)
      return matches.length < 2 ? NO_HITS : search(text, place, matches)
    }

    function* search(text: string, place: TextPlace, matches: ReturnType<typeof match>): Generator<Hit> {
      for (let i = 0; i < matches.length; ) {
        const sentence = sentenceAround(text, matches[i]!.start, matches[i]!.end)
        const said = new Set<string>()
        for (; i < matches.length && matches[i]!.start < sentence.end; i++) said.add(words[matches[i]!.index]!)
        const met = ready.find((groups) => groups.every(({ own, atLeast }) => count(own, said) >= atLeast))
        if (!met) continue
        const trace = met.map(({ name, own }) => ({
          effect: 'for' as const,
          text: `${name}：${[...said].filter((word) => own.has(word)).join('、')}`,
        }))
        const found = weigh({ ...trimmed(text, sentence), certainty, trace }, text, place)
        if (found) yield found
      }
    }
  },
})

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
