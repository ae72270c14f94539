import * as z from 'zod/mini'
import type { Block, Draft } from '../draft/draft.ts'
import { type Folded, fold } from '../text/fold.ts'
import type { Detector, DraftHit, Hit, TextPlace } from './detector.ts'
import { surroundingsIn } from './surroundings.ts'

/** Looks at folded text, lower case and half width, and gives offsets in it. */
export type FindHits = (text: string, place: TextPlace) => Iterable<Hit>

interface TextShape<O extends z.core.$ZodType> {
  name: string
  options: O
  /** Whether it needs the lines around a block; then it looks at the whole draft, each time. */
  around?: boolean
  /** Called once a rule. */
  prepare(options: z.output<O>): FindHits
}

/** A detector that looks at the text of one block. It sees folded text; its hits are led back to the text as written. */
export function defineTextDetector<O extends z.core.$ZodType>({ name, options, around = false, prepare }: TextShape<O>): Detector {
  if (around) {
    const inDraft = (find: FindHits) => (draft: Draft) => hitsInDraft(draft, find)
    return { name, sees: 'draft', options, prepare: (raw) => inDraft(prepare(z.parse(options, raw))) }
  }
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

function* hitsInDraft(draft: Draft, find: FindHits): Generator<DraftHit> {
  const placeOf = surroundingsIn(draft)
  for (const block of draft.blocks) {
    if (block.text === '') continue
    for (const hit of leadBack(foldBlock(block), (folded) => find(folded, placeOf(block)))) yield { ...hit, blockId: block.id }
  }
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

// Rules that look at the whole draft come by one after the other and fold the same blocks.
const foldedBlocks = new WeakMap<Block, Folded>()
function foldBlock(block: Block): Folded {
  let folded = foldedBlocks.get(block)
  if (!folded) {
    folded = fold(block.text)
    foldedBlocks.set(block, folded)
  }
  return folded
}
