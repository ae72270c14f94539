import * as z from 'zod/mini'
import type { Draft } from '../draft/draft.ts'
import { type Folded, fold } from '../text/fold.ts'
import type { Detector, DraftHit, Hit, Outlet, TextPlace } from './detector.ts'
import { foldBlock } from './folded-block.ts'
import { surroundingsIn } from './surroundings.ts'

/** Looks at folded text, lower case and half width, and gives offsets in it. */
export type FindHits = (text: string, place: TextPlace) => Iterable<Hit>

/** What a search gives that found nothing: most searches do, so they share it. */
export const NO_HITS: readonly Hit[] = []

interface TextShape<O extends z.core.$ZodType> {
  name: string
  options: O
  /** Whether it needs the lines around a block; then it is given the whole draft. */
  around?: boolean
  /** Called once a rule. */
  prepare(options: z.output<O>): FindHits
}

/** A detector that looks at the text of one block. It sees folded text; its hits are led back to the text as written. */
export function defineTextDetector<O extends z.core.$ZodType>({ name, options, around = false, prepare }: TextShape<O>): Detector {
  if (around) return { name, sees: 'draft', options, prepare: (raw) => inDraft(prepare(z.parse(options, raw))) }
  return {
    name,
    sees: 'text',
    options,
    prepare(raw) {
      const find = prepare(z.parse(options, raw))
      return (text, place) => leadBack(foldOnce(text), find, place)
    },
  }
}

/** A detector that looks at the whole draft, as written. */
export function defineDraftDetector<O extends z.core.$ZodType>(shape: {
  name: string
  options: O
  prepare(options: z.output<O>, outlets: readonly Outlet[]): (draft: Draft) => Iterable<DraftHit>
}): Detector {
  const { name, options, prepare } = shape
  return { name, sees: 'draft', options, prepare: (raw, outlets) => prepare(z.parse(options, raw), outlets) }
}

/** Looks block by block, and not again at a block that stood in the draft before with the same text and surroundings. */
function inDraft(find: FindHits): (draft: Draft) => readonly DraftHit[] {
  let known = new Map<string, readonly Hit[]>()
  return (draft) => {
    const now = new Map<string, readonly Hit[]>()
    const found: DraftHit[] = []
    const placeOf = surroundingsIn(draft)
    for (const block of draft.blocks) {
      if (block.text === '') continue
      const place = placeOf(block)
      const hits = now.get(place.key) ?? known.get(place.key) ?? leadBack(foldBlock(block), find, place)
      now.set(place.key, hits)
      for (const hit of hits) found.push({ ...hit, blockId: block.id })
    }
    known = now
    return found
  }
}

function leadBack(folded: Folded, find: FindHits, place: TextPlace): readonly Hit[] {
  const hits = find(folded.text, place)
  return hits === NO_HITS ? NO_HITS : Array.from(hits, (hit) => ({ ...hit, ...folded.back(hit.start, hit.end) }))
}

// All rules look at one block before the next one comes, so remembering the last fold is enough.
let last: { text: string; folded: Folded } | undefined
function foldOnce(text: string): Folded {
  if (last?.text !== text) last = { text, folded: fold(text) }
  return last.folded
}
