import * as z from 'zod/mini'
import { type Claims, createClaims } from './claims.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { neededBy } from './context-witness.ts'
import { defineTextDetector, type FindHits, isAwake, NO_HITS } from './define-detector.ts'
import type { Hit } from './detector.ts'
import { expression, expressionOf } from './expression.ts'
import { witnessesOf } from './expression-witness.ts'
import type { Witnesses } from './witness.ts'

/** A block longer than this is searched piece by piece, so that no expression runs over a text without end. */
const PIECE = 4_000
const OVERLAP = 200

export const patternOptions = z.strictObject({
  patterns: z.array(expression).check(z.minLength(1)),
  /** Only for blocks in which this is found: one quick look instead of many slow ones. */
  quick: z.optional(expression),
  replacement: z.optional(z.string()),
  places: z.optional(z.array(z.enum(['title', 'summary', 'author', 'source', 'body', 'cell', 'caption']))),
  certainty: z.optional(z.enum(['certain', 'doubtful'])),
  says: z.string().check(z.minLength(1), z.maxLength(60)),
  contexts: contextOptions,
})

/**
 * Finds what a regular expression describes (flags giu, on folded text: half width, lower case). A group named `hit` narrows the place;
 * `replacement` may use $1 and $<name>. Expressions are linear-time: bounded repeats, no nested ones.
 */
export const pattern = defineTextDetector({
  name: 'pattern',
  options: patternOptions,
  witness: witnessPatterns,
  prepare: preparePatterns,
})

/** Each expression is a search of its own; what `quick` and the contexts ask for, all of them need. */
export function witnessPatterns({ patterns, quick, contexts }: z.output<typeof patternOptions>): readonly Witnesses[] {
  const shared = [...(quick === undefined ? [] : witnessesOf(quick)), ...neededBy(contexts)]
  return patterns.map((source) => [...witnessesOf(source), ...shared])
}

/** What `pattern` and `record-pattern` have in common. */
export function preparePatterns(options: z.output<typeof patternOptions>): FindHits {
  const { replacement, places, certainty = 'certain', says, contexts } = options
  const weigh = prepareWeighing(contexts)
  const expressions = options.patterns.map((source) => ({ any: expressionOf(source, ''), every: expressionOf(source, 'dg') }))
  const quick = options.quick === undefined ? undefined : expressionOf(options.quick, '')
  return (text, place, awake) => {
    if (places && !places.includes(place.role as (typeof places)[number])) return NO_HITS
    if (quick && !quick.test(text)) return NO_HITS
    let hits: Hit[] | undefined
    let claims: Claims | undefined
    for (let search = 0; search < expressions.length; search++) {
      if (!isAwake(search, expressions.length, awake)) continue
      const { any, every } = expressions[search]!
      // Most expressions find nothing in most texts, and to ask only whether is much quicker than to ask where.
      if (!any.test(text)) continue
      hits ??= []
      claims ??= createClaims()
      for (const { match, offset } of matches(every, text)) {
        const [from, to] = match.indices!.groups?.hit ?? match.indices![0]!
        const [start, end] = [from + offset, to + offset]
        if (end === start || claims.isTaken(start, end)) continue
        const better = replacement === undefined ? undefined : match[0].replace(any, replacement)
        const trace = [{ effect: 'for' as const, text: says }]
        const found = weigh({ start, end, certainty, trace, ...(better !== undefined && { replacement: better }) }, text, place)
        if (!found) continue
        claims.claim(start, end)
        hits.push(found)
      }
    }
    return hits ?? NO_HITS
  }
}

function* matches(expression: RegExp, text: string): Generator<{ match: RegExpExecArray; offset: number }> {
  for (let offset = 0; offset < text.length || offset === 0; offset += PIECE) {
    // Pieces overlap, so that nothing is cut in two; what begins in the overlap belongs to the next piece.
    const piece = text.length <= PIECE + OVERLAP ? text : text.slice(offset, offset + PIECE + OVERLAP)
    for (const match of piece.matchAll(expression)) if (match.index < PIECE || piece === text) yield { match, offset }
    if (piece === text) return
  }
}
