import * as z from 'zod/mini'
import type { Draft } from '../draft/draft.ts'
import { type Folded, fold } from '../text/fold.ts'
import type { Detector, DraftHit, Hit, TextPlace } from './detector.ts'

interface TextShape<O extends z.core.$ZodType> {
  name: string
  options: O
  /** Called once a rule; what it returns looks at folded text, lower case and half width, and gives offsets in it. */
  prepare(options: z.output<O>): (text: string, place: TextPlace) => Iterable<Hit>
}

/** A detector that looks at the text of one block. It sees folded text; its hits are led back to the text as written. */
export function defineTextDetector<O extends z.core.$ZodType>({ name, options, prepare }: TextShape<O>): Detector {
  return {
    name,
    sees: 'text',
    options,
    prepare(raw) {
      const find = prepare(z.parse(options, raw))
      return (text, place) => leadBack(foldOnce(text), (folded) => find(folded, place))
    },
  }
}

/** A detector that looks at the whole draft, as written. */
export function defineDraftDetector<O extends z.core.$ZodType>(shape: {
  name: string
  options: O
  prepare(options: z.output<O>): (draft: Draft) => Iterable<DraftHit>
}): Detector {
  const { name, options, prepare } = shape
  return { name, sees: 'draft', options, prepare: (raw) => prepare(z.parse(options, raw)) }
}

function* leadBack(folded: Folded, find: (text: string) => Iterable<Hit>): Generator<Hit> {
  for (const hit of find(folded.text)) yield { ...hit, ...folded.back(hit.start, hit.end) }
}

// All rules look at one block before the next one comes, so remembering the last fold is enough.
let last: { text: string; folded: Folded } | undefined
function foldOnce(text: string): Folded {
  if (last?.text !== text) last = { text, folded: fold(text) }
  return last.folded
}
