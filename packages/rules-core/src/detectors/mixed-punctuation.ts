import * as z from 'zod/mini'
import type { Block, Draft } from '../draft/draft.ts'
import { onceForBlock } from '../draft/kept-block.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineDraftDetector } from './define-detector.ts'
import { foldBlock } from './folded-block.ts'
import { surroundingsIn, wholePlace } from './surroundings.ts'

/** Half-width marks with Chinese on both sides, and a full stop at the end of a Chinese line. */
const HALF = /(?<=[\u4e00-\u9fff”》）])[,;?!](?=[\u4e00-\u9fff“《（])|(?<=[\u4e00-\u9fff]{2})\.(?=\s*$|[\u4e00-\u9fff]{2})/gm
const FULL = /[，；？！。]/g
/** A text is mixed if its full-width marks outnumber the others so many times; else it was written, or converted, in half width. */
const TIMES = 3
const MOST = 5

/**
 * Finds half-width marks inside Chinese, in a draft that otherwise has full-width ones. A draft that is half width throughout came so from
 * some program, and is told once.
 */
export const mixedPunctuation = defineDraftDetector({
  name: 'mixed-punctuation',
  options: z.strictObject({ certainty: z.optional(z.enum(['certain', 'doubtful'])), contexts: contextOptions }),
  prepare({ certainty = 'doubtful', contexts }) {
    const weigh = prepareWeighing(contexts)
    return function* (draft) {
      const places = halfWidthIn(draft)
      if (places.length === 0) return
      const around = surroundingsIn(draft)
      const isMixed = draft.blocks.reduce((sum, block) => sum + fullWidthIn(block), 0) >= places.length * TIMES
      const says = isMixed ? '中文里夹了半角标点' : '全文用了半角标点'
      for (const { block, at } of places.slice(0, isMixed ? MOST : 1)) {
        const { text, start, end } = shown(block, at)
        const hit = { start, end, certainty, trace: [{ effect: 'for' as const, text: says }] }
        const found = weigh(hit, text, wholePlace(around(block)))
        if (found)
          yield { ...found, blockId: block.id, role: block.role, start: Math.max(0, at - 1), end: Math.min(block.text.length, at + 2) }
      }
    }
  },
})

function halfWidthIn({ blocks }: Draft): readonly { block: Block; at: number }[] {
  const places: { block: Block; at: number }[] = []
  for (const block of blocks) for (const at of placesIn(block)) places.push({ block, at })
  return places
}

// The whole draft is asked at every key, and all of its blocks but one are as they were.
const placesIn = onceForBlock((block: Block): readonly number[] => Array.from(block.text.matchAll(HALF), ({ index }) => index))
const fullWidthIn = onceForBlock((block: Block): number => block.text.match(FULL)?.length ?? 0)

/** Contexts look at folded text. Its offsets differ only behind characters that nobody sees, so they say near enough where the mark is. */
function shown(block: Block, at: number): { text: string; start: number; end: number } {
  const { text } = foldBlock(block)
  return { text, start: Math.min(at, text.length), end: Math.min(at + 1, text.length) }
}
