import type { Block } from '../draft/draft.ts'
import { type Folded, fold } from '../text/fold.ts'

const folded = new WeakMap<Block, Folded>()

/** A block's text, folded once: rules that look at the whole draft come by one after the other. */
export function foldBlock(block: Block): Folded {
  const found = folded.get(block) ?? fold(block.text)
  folded.set(block, found)
  return found
}
