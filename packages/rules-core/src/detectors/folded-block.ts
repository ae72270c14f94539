import type { Block } from '../draft/draft.ts'
import { onceForBlock } from '../draft/kept-block.ts'
import { type Folded, fold } from '../text/fold.ts'
import { onceForText } from '../text/once-for-text.ts'

/** A block's text, folded once: rules that look at the whole draft come by one after the other. */
export const foldBlock = onceForBlock((block: Block) => foldText(block.text))

/** All rules look at one text before the next one comes, so remembering the last fold is enough. */
export const foldText: (text: string) => Folded = onceForText(fold)
