import * as z from 'zod/mini'
import { namesPerson } from '../text/person-name.ts'
import { sentenceAround } from '../text/sentences.ts'
import type { Hit, TextPlace, TraceLine } from './detector.ts'

const words = z.array(z.string().check(z.minLength(1), z.maxLength(40)))

/**
 * What the words around a hit say about it. Every detector that looks at text takes a list of these; they are weighed in order.
 * `at`: where to look: the sentence, the part of it between commas, the block, `near` (`reach` characters on each side), the cells of the
 * row, the column's header, all headers, or the draft's title; `quotes` and `book-title` ask whether the hit stands inside “…” or 《…》.
 * `when`: any of these words there; `person`: a person named there. With neither, being there is enough.
 * `effect`: `drop` the hit; call it `certain` or `doubtful`; or it `needs` this (one of all needs suffices).
 */
export const contextOption = z.strictObject({
  at: z.enum(['sentence', 'part', 'block', 'near', 'row', 'header', 'headers', 'title', 'quotes', 'book-title']),
  side: z.optional(z.enum(['before', 'after', 'both'])),
  reach: z.optional(z.int().check(z.gte(1), z.lte(200))),
  when: z.optional(words),
  person: z.optional(z.boolean()),
  not: z.optional(words),
  effect: z.enum(['drop', 'certain', 'doubtful', 'need']),
  says: z.string().check(z.minLength(1), z.maxLength(60)),
})
export const contextOptions = z.optional(z.array(contextOption))
export type Context = z.infer<typeof contextOption>

/**
 * Weighs the contexts of a hit: undefined if it is dropped, else the hit with its certainty and trace.
 * `text` is folded, and the hit's offsets count in it.
 */
export function weigh(hit: Hit, text: string, place: TextPlace, contexts: readonly Context[] | undefined): Hit | undefined {
  if (!contexts || contexts.length === 0) return hit
  let { certainty } = hit
  let needs = false
  let met = false
  const trace: TraceLine[] = [...(hit.trace ?? [])]
  for (const context of contexts) {
    if (context.effect === 'need') needs = true
    if (!holds(context, hit, text, place)) continue
    if (context.effect === 'drop') return undefined
    if (context.effect === 'need') met = true
    else certainty = context.effect
    trace.push({ effect: context.effect === 'doubtful' ? 'against' : 'for', text: context.says })
  }
  if (needs && !met) return undefined
  return { ...hit, ...(certainty && { certainty }), trace }
}

function holds(context: Context, hit: Hit, text: string, place: TextPlace): boolean {
  if (context.at === 'quotes') return isInside(text, hit, '“', '”') || isInside(text, hit, '「', '」')
  if (context.at === 'book-title') return isInside(text, hit, '《', '》')
  const window = windowOf(context, hit, text, place)
  if (window === '') return false
  if (context.not?.some((word) => window.includes(word))) return false
  if (context.person && namesPerson(window)) return true
  if (context.when) return context.when.some((word) => window.includes(word))
  return !context.person
}

function windowOf(context: Context, hit: Hit, text: string, place: TextPlace): string {
  switch (context.at) {
    case 'row':
    case 'header':
    case 'headers':
    case 'title':
      return place[context.at].toLowerCase()
    default: {
      const { start, end } = reachOf(context, hit, text)
      if (context.side === 'before') return text.slice(start, hit.start)
      if (context.side === 'after') return text.slice(hit.end, end)
      return text.slice(start, end)
    }
  }
}

function reachOf(context: Context, hit: Hit, text: string): { start: number; end: number } {
  if (context.at === 'block') return { start: Math.max(0, hit.start - 2_000), end: Math.min(text.length, hit.end + 2_000) }
  if (context.at === 'near') {
    const reach = context.reach ?? 20
    return { start: Math.max(0, hit.start - reach), end: Math.min(text.length, hit.end + reach) }
  }
  const sentence = sentenceAround(text, hit.start, hit.end)
  if (context.at === 'sentence') return sentence
  let { start, end } = hit
  while (start > sentence.start && !/[，,]/.test(text[start - 1]!)) start -= 1
  while (end < sentence.end && !/[，,]/.test(text[end]!)) end += 1
  return { start, end }
}

// The fold turns full-width forms to half width, but Chinese quotation marks have none.
function isInside(text: string, hit: Hit, open: string, close: string): boolean {
  const opened = text.lastIndexOf(open, hit.start - 1)
  if (hit.start === 0 || opened < 0 || hit.start - opened > 200) return false
  const closed = text.indexOf(close, opened)
  return closed >= hit.end
}
