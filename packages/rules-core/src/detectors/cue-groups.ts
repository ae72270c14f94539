import * as z from 'zod/mini'
import { createPhraseMatcher } from '../text/phrases.ts'
import { sentenceAround } from '../text/sentences.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace, TraceLine } from './detector.ts'
import { expression, expressionOf } from './expression.ts'
import { witnessesOf } from './expression-witness.ts'
import { listedWord } from './listed-word.ts'
import { commonness, eitherOf, type Witness, type Witnesses } from './witness.ts'

const cueGroup = z
  .strictObject({
    /** What these words tell of, for the trace. */
    name: z.string().check(z.minLength(1), z.maxLength(20)),
    words: z.optional(z.array(listedWord(40)).check(z.minLength(1))),
    /** Expressions instead of words, or beside them: a price, a verb with its object. */
    like: z.optional(z.array(expression).check(z.minLength(1))),
    /** So many different words or expressions of the group. */
    atLeast: z.optional(z.int().check(z.gte(1), z.lte(5))),
  })
  .check(z.refine(({ words, like }) => words !== undefined || like !== undefined, '要写 words 或 like'))
const groups = z.array(cueGroup).check(z.minLength(1))
const cueSet = z.union([
  groups,
  z.strictObject({
    groups,
    within: z.optional(z.int().check(z.gte(2), z.lte(200))),
    /** So many of the groups are enough. */
    atLeast: z.optional(z.int().check(z.gte(1), z.lte(8))),
  }),
])
type CueGroup = z.output<typeof cueGroup>

/**
 * Finds sentences in which words of several groups come together: no word alone says that a matter is undecided or a crowd is angry, but
 * 方案 and 还没有批 in one sentence do. `sets`: of one set every group must be met, or `atLeast` of them. The whole sentence is the hit; of
 * a set with `within`, the words must stand in a stretch of so many characters, and the stretch is the hit.
 */
export const cueGroups = defineTextDetector({
  name: 'cue-groups',
  options: z.strictObject({
    sets: z.array(cueSet).check(z.minLength(1)),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  witness: ({ sets }) => sets.map(witnessSet),
  prepare({ sets, certainty = 'doubtful', contexts }) {
    const ready = sets.map(readySet)
    const all = ready.flatMap(({ groups }) => groups.flatMap(({ group }) => group))
    const words = [...new Set(all.flatMap((group) => group.words ?? []))]
    const likes = [...new Set(all.flatMap((group) => group.like ?? []))].map((source) => ({ source, search: expressionOf(source, 'dg') }))
    const match = words.length > 0 ? createPhraseMatcher(words) : () => []
    const weigh = prepareWeighing(contexts)
    return (text, place) => {
      const cues = cuesOf(text)
      return cues.length === 0 ? NO_HITS : search(text, place, cues)
    }

    function cuesOf(text: string): readonly Cue[] {
      const cues: Cue[] = match(text).map(({ start, end, index }) => ({ start, end, cue: words[index]!, shown: words[index]! }))
      for (const { source, search } of likes) {
        for (const { 0: found, index: start } of text.matchAll(search)) {
          if (found !== '') cues.push({ start, end: start + found.length, cue: source, shown: found })
        }
      }
      return likes.length === 0 ? cues : cues.sort((a, b) => a.start - b.start || a.end - b.end)
    }

    function* search(text: string, place: TextPlace, cues: readonly Cue[]): Generator<Hit> {
      for (let i = 0; i < cues.length; ) {
        const sentence = sentenceAround(text, cues[i]!.start, cues[i]!.end)
        const first = i
        while (i < cues.length && cues[i]!.start < sentence.end) i += 1
        const said = cues.slice(first, i)
        for (const set of ready) {
          const stretch = set.within === undefined ? meets(set, said) && said : shortest(set, said, set.within)
          if (!stretch) continue
          const where = set.within === undefined ? trimmed(text, sentence) : endsOf(stretch)
          const found = weigh({ ...where, certainty, trace: traceOf(set, stretch) }, text, place)
          if (!found) continue
          yield found
          // One hit a sentence: the other sets would say the same of it.
          break
        }
      }
    }
  },
})

interface Cue {
  start: number
  end: number
  /** The word, or the source of the expression: the same again counts once. */
  cue: string
  shown: string
}

interface ReadySet {
  within: number | undefined
  atLeast: number
  groups: readonly { group: CueGroup; own: ReadonlySet<string>; atLeast: number }[]
}

function readySet(set: z.output<typeof cueSet>): ReadySet {
  const { groups, within, atLeast = groups.length } = 'groups' in set ? set : { groups: set }
  return {
    within,
    atLeast,
    groups: groups.map((group) => ({ group, own: new Set([...(group.words ?? []), ...(group.like ?? [])]), atLeast: group.atLeast ?? 1 })),
  }
}

/** Where n of k groups are enough, one of any k - n + 1 of them must be there: the rarest. */
function witnessSet(set: z.output<typeof cueSet>): Witnesses {
  const { groups, atLeast } = readySet(set)
  const own = groups.map(({ group }) => witnessGroup(group))
  if (atLeast === groups.length) return own.flatMap((one) => one ?? [])
  const known = own.map((one) => ({ one, rank: one ? commonness(one) : Infinity })).sort((a, b) => a.rank - b.rank)
  const rarest = known.slice(0, groups.length - atLeast + 1).map(({ one }) => (one ? [one] : []))
  const together = eitherOf(rarest)
  return together ? [together] : []
}

function witnessGroup({ words, like = [] }: CueGroup): Witness | undefined {
  return eitherOf([...(words ? [[{ words }]] : []), ...like.map(witnessesOf)])
}

function meets({ groups, atLeast }: ReadySet, said: readonly Cue[]): boolean {
  const cues = new Set(said.map(({ cue }) => cue))
  let met = 0
  for (const group of groups) if (count(group.own, cues) >= group.atLeast) met += 1
  return met >= atLeast
}

/** The first stretch in which the set is met and that cannot be cut on either side. */
function shortest(set: ReadySet, said: readonly Cue[], within: number): readonly Cue[] | undefined {
  let from = 0
  for (let to = 1; to <= said.length; to++) {
    while (said[to - 1]!.end - said[from]!.start > within) from += 1
    if (!meets(set, said.slice(from, to))) continue
    while (meets(set, said.slice(from + 1, to))) from += 1
    return said.slice(from, to)
  }
  return undefined
}

function endsOf(stretch: readonly Cue[]): { start: number; end: number } {
  return { start: stretch[0]!.start, end: Math.max(...stretch.map(({ end }) => end)) }
}

function traceOf({ groups }: ReadySet, said: readonly Cue[]): TraceLine[] {
  return groups.flatMap(({ group, own }) => {
    const shown = [...new Set(said.flatMap(({ cue, shown }) => (own.has(cue) ? [shown] : [])))]
    return shown.length === 0 ? [] : [{ effect: 'for' as const, text: `${group.name}：${shown.join('、')}` }]
  })
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
