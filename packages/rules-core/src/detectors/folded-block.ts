import type { Block } from '../draft/draft.ts'
import { onceForBlock } from '../draft/kept-block.ts'
import { type Folded, fold } from '../text/fold.ts'

let last: { text: string; folded: Folded } | undefined

/** A block's text, folded once: rules that look at the whole draft come by one after the other. */
export const foldBlock = onceForBlock((block: Block) => foldText(block.text))

/** All rules look at one text before the next one comes, so remembering the last fold is enough. */
export function foldText(text: string): Folded {
  if (last?.text !== text) last = { text, folded: fold(text) }
  return last.folded
}
