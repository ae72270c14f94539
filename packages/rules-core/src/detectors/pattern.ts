import * as z from 'zod/mini'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, type FindHits } from './define-detector.ts'
import { expression } from './expression.ts'

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
export const pattern = defineTextDetector({ name: 'pattern', options: patternOptions, prepare: preparePatterns })

/** What `pattern` and `record-pattern` have in common. */
export function preparePatterns(options: z.output<typeof patternOptions>): FindHits {
  const { replacement, places, certainty = 'certain', says, contexts } = options
  const weigh = prepareWeighing(contexts)
  const expressions = options.patterns.map((source) => new RegExp(source, 'dgiu'))
  const quick = options.quick === undefined ? undefined : new RegExp(options.quick, 'iu')
  return function* (text, place) {
    if (places && !places.includes(place.role as (typeof places)[number])) return
    if (quick && !quick.test(text)) return
    const taken: [number, number][] = []
    for (const one of expressions) {
      for (const { match, offset } of matches(one, text)) {
        const [from, to] = match.indices!.groups?.hit ?? match.indices![0]!
        const [start, end] = [from + offset, to + offset]
        if (end === start || taken.some(([first, last]) => start < last && first < end)) continue
        const better = replacement === undefined ? undefined : match[0].replace(new RegExp(one.source, 'iu'), replacement)
        const hit = {
          start,
          end,
          certainty,
          trace: [{ effect: 'for' as const, text: says }],
          ...(better !== undefined && { replacement: better }),
        }
        const found = weigh(hit, text, place)
        if (!found) continue
        taken.push([start, end])
        yield found
      }
    }
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
