import * as z from 'zod/mini'
import { namesPerson } from '../text/person-name.ts'
import { createPhraseMatcher } from '../text/phrases.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { neededBy } from './context-witness.ts'
import { defineTextDetector, type FindHits, NO_HITS } from './define-detector.ts'
import type { Hit } from './detector.ts'
import { isFindable, listedWord } from './listed-word.ts'
import type { Witnesses } from './witness.ts'

const phrase = listedWord(60)
const listed = z.string().check(
  z.regex(/^[^→]{2,60}(?:→[^→]{1,60})?$/, '写作“说法”或“错→对”'),
  z.refine((line) => isFindable(line.split('→')[0]!), '折叠后不足两个字'),
)

export const phraseOptions = z.strictObject({
  /** A phrase each, or “wrong→right”: a phrase with its better wording. */
  phrases: z.array(listed).check(z.minLength(1)),
  except: z.optional(z.array(phrase)),
  replace: z.optional(z.record(phrase, z.string())),
  places: z.optional(z.array(z.enum(['title', 'summary', 'author', 'source', 'body', 'cell', 'caption']))),
  certainty: z.optional(z.enum(['certain', 'doubtful'])),
  says: z.optional(z.string()),
  /** Hits of one sentence with at most so many characters between them are one hit. */
  join: z.optional(z.int().check(z.gte(1), z.lte(40))),
  contexts: contextOptions,
})

/**
 * Finds listed phrases; one written “wrong→right” brings its better wording along.
 * `except` lists longer or other phrases in which one of them is innocent; `replace` gives a better wording for some of them; `places`
 * restricts the search to blocks of these roles; `join` makes neighbouring hits one.
 */
export const phraseList = defineTextDetector({ name: 'phrase', options: phraseOptions, witness: witnessPhrases, prepare: preparePhrases })

export function witnessPhrases({ phrases, contexts }: z.output<typeof phraseOptions>): readonly Witnesses[] {
  return [[{ words: phrases.map((line) => line.split('→')[0]!) }, ...neededBy(contexts)]]
}

/** What `phrase` and `record-phrase` have in common. */
export function preparePhrases(options: z.output<typeof phraseOptions>): FindHits {
  const { except = [], replace = {}, places, certainty = 'certain', says = '用了列出的说法', join, contexts } = options
  const pairs = options.phrases.map((line) => line.split('→') as [string, string?])
  const phrases = pairs.map(([written]) => written)
  const match = createPhraseMatcher(phrases)
  const weigh = prepareWeighing(contexts)
  const matchInnocent = except.length > 0 ? createPhraseMatcher(except) : undefined
  return (text, place) => {
    if (places && !places.includes(place.role as (typeof places)[number])) return NO_HITS
    const matches = match(text)
    if (matches.length === 0) return NO_HITS
    const innocent = matchInnocent ? matchInnocent(text) : []
    const hits: Hit[] = []
    for (const { start, end, index } of matches) {
      if (innocent.some((other) => other.start <= start && end <= other.end)) continue
      const written = phrases[index]!
      const replacement = pairs[index]![1] ?? (Object.hasOwn(replace, written) ? replace[written] : undefined)
      const trace = [{ effect: 'for' as const, text: `${says}：${written}` }]
      const found = weigh({ start, end, certainty, trace, ...(replacement !== undefined && { replacement }) }, text, place)
      if (found) hits.push(found)
    }
    return join === undefined ? hits : joined(hits, text, join)
  }
}

/** Two words about one person are one thing to mend; a name between them begins another person. */
function joined(hits: readonly Hit[], text: string, reach: number): readonly Hit[] {
  const whole: Hit[] = []
  for (const hit of hits) {
    const before = whole.at(-1)
    const between = before ? text.slice(before.end, hit.start) : ''
    if (!before || between.length > reach || /[。;!?\n]/.test(between) || namesPerson(between)) {
      whole.push(hit)
      continue
    }
    const { replacement: _, ...rest } = before
    const certainty = before.certainty === 'certain' ? 'certain' : hit.certainty
    whole[whole.length - 1] = { ...rest, end: Math.max(before.end, hit.end), ...(certainty && { certainty }) }
  }
  return whole
}
