import * as z from 'zod/mini'
import { fold } from '../text/fold.ts'
import { onceForText } from '../text/once-for-text.ts'
import { namesPerson, namesPersonBehind } from '../text/person-name.ts'
import { lineAround, sentenceAround } from '../text/sentences.ts'
import type { Hit, TextPlace, TraceLine } from './detector.ts'
import { expression, expressionOf } from './expression.ts'

const LINE_REACH = 400
const words = z.array(z.string().check(z.minLength(1), z.maxLength(40)))

/**
 * What the words around a hit say about it. Every detector that looks at text takes a list of these. They are weighed in order, and the
 * last one that holds decides; `need` stands apart: of all needs one must hold.
 * `at`: where to look: the sentence, the `part` of it between commas, the `line`, the block, `near` (`reach` characters on each side),
 * the `lines` around it (only detectors that see them), the cells of the row, the column's header, all headers, or the draft's title;
 * `quotes` and `book-title` ask whether the hit stands inside “…” or 《…》.
 * `when`: any of these words there; `like`: any of these expressions (on folded text); `person`: a person named there; `roles`: a
 * person named right behind one of these words. With none of them, being there is enough. `not` and `unlike` are words and expressions that must not be there.
 * `effect`: `drop` the hit; call it `certain` or `doubtful`; or it `needs` this.
 */
export const contextOption = z.strictObject({
  at: z.enum(['sentence', 'part', 'line', 'block', 'near', 'lines', 'row', 'header', 'headers', 'title', 'quotes', 'book-title']),
  side: z.optional(z.enum(['before', 'after', 'both'])),
  reach: z.optional(z.int().check(z.gte(1), z.lte(200))),
  when: z.optional(words),
  like: z.optional(z.array(expression)),
  person: z.optional(z.boolean()),
  roles: z.optional(words),
  not: z.optional(words),
  unlike: z.optional(z.array(expression)),
  effect: z.enum(['drop', 'certain', 'doubtful', 'need']),
  says: z.string().check(z.minLength(1), z.maxLength(60)),
})
export const contextOptions = z.optional(z.array(contextOption))
export type Context = z.infer<typeof contextOption>

/**
 * Prepares contexts once; what it returns weighs one hit: undefined if it is dropped, else the hit with its certainty and trace.
 * `text` is folded, and the hit's offsets count in it.
 */
export function prepareWeighing(contexts: readonly Context[] = []): (hit: Hit, text: string, place: TextPlace) => Hit | undefined {
  const ready = contexts.map(prepareContext)
  const needs = contexts.some((context) => context.effect === 'need')
  return (hit, text, place) => {
    let effect: 'drop' | 'certain' | 'doubtful' | undefined = hit.certainty
    let met = false
    const trace: TraceLine[] = [...(hit.trace ?? [])]
    for (const { context, holds } of ready) {
      if (!holds(hit, text, place)) continue
      if (context.effect === 'need') met = true
      else effect = context.effect
      trace.push({ effect: context.effect === 'doubtful' || context.effect === 'drop' ? 'against' : 'for', text: context.says })
    }
    if (effect === 'drop' || (needs && !met)) return undefined
    return { ...hit, ...(effect && { certainty: effect }), trace }
  }
}

interface ReadyContext {
  context: Context
  holds(hit: Hit, text: string, place: TextPlace): boolean
}

function prepareContext(context: Context): ReadyContext {
  const { at, person, roles, when, not } = context
  const like = context.like?.map((source) => expressionOf(source, ''))
  const unlike = context.unlike?.map((source) => expressionOf(source, ''))
  const speaks = (window: string) => {
    if (window === '') return false
    if (not?.some((word) => window.includes(word)) || unlike?.some((one) => one.test(window))) return false
    if (!when && !like && !person && !roles) return true
    return Boolean(
      when?.some((word) => window.includes(word)) ||
        like?.some((one) => one.test(window)) ||
        (person && namesPerson(window)) ||
        (roles && namesPersonBehind(window, roles)),
    )
  }
  const holds = (hit: Hit, text: string, place: TextPlace) => {
    if (at === 'quotes') return isInside(text, hit, '“', '”') || isInside(text, hit, '「', '」')
    if (at === 'book-title') return isInside(text, hit, '《', '》')
    return speaks(windowOf(context, hit, text, place))
  }
  return { context, holds }
}

const folded = (text: string) => fold(text).text
/** Many contexts ask for the same surroundings of one hit. */
const foldOf = {
  row: onceForText(folded),
  header: onceForText(folded),
  headers: onceForText(folded),
  title: onceForText(folded),
  before: onceForText(folded),
  after: onceForText(folded),
}

function windowOf(context: Context, hit: Hit, text: string, place: TextPlace): string {
  switch (context.at) {
    case 'row':
    case 'header':
    case 'headers':
    case 'title':
      return foldOf[context.at](place[context.at])
    case 'lines': {
      const { start, end } = near({ start: 0, end: text.length }, hit)
      if (context.side === 'before') return `${foldOf.before(place.before ?? '')}\n${text.slice(start, hit.start)}`
      if (context.side === 'after') return `${text.slice(hit.end, end)}\n${foldOf.after(place.after ?? '')}`
      return `${foldOf.before(place.before ?? '')}\n${text.slice(start, end)}\n${foldOf.after(place.after ?? '')}`
    }
    default: {
      const { start, end } = reachOf(context, hit, text)
      if (context.side === 'before') return text.slice(start, hit.start)
      if (context.side === 'after') return text.slice(hit.end, end)
      return text.slice(start, end)
    }
  }
}

function reachOf(context: Context, hit: Hit, text: string): { start: number; end: number } {
  if (context.at === 'block') return { start: Math.max(0, hit.start - 1_000), end: Math.min(text.length, hit.end + 1_000) }
  if (context.at === 'line') return near(lineAround(text, hit.start, hit.end), hit)
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

/** A stretch cut to what lies near the hit: what is further away says nothing, and long lines full of hits must not take forever. */
function near({ start, end }: { start: number; end: number }, hit: Hit): { start: number; end: number } {
  return { start: Math.max(start, hit.start - LINE_REACH), end: Math.min(end, hit.end + LINE_REACH) }
}

// The fold turns full-width forms to half width, but Chinese quotation marks have none.
function isInside(text: string, hit: Hit, open: string, close: string): boolean {
  const opened = text.lastIndexOf(open, hit.start - 1)
  if (hit.start === 0 || opened < 0 || hit.start - opened > 200) return false
  const closed = text.indexOf(close, opened)
  return closed >= hit.end
}
