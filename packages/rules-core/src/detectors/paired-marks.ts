import * as z from 'zod/mini'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'

const CLOSER_OF: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '(': ')',
  '【': '】',
  '「': '」',
  '〔': '〕',
}
const OPENER_OF = new Map(Object.entries(CLOSER_OF).map(([opener, closer]) => [closer, opener]))
const MARK = /[《》〈〉“”‘’()【】「」〔〕]/
const MARKS = new RegExp(MARK, 'g')
/** Marks that are written inside the same kind: GB/T 15834 has 〈〉 inside 《》 and ‘’ inside “”. */
const NEVER_NESTED = new Set(['《', '“'])
/** “1)” and “a)” number an item; “:)” smiles. */
const NUMBERS = /(?:^|[\s,;。、:])(?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})\)$|[:;^]-?\)$/
/** A block that has more of them holds a drawing, not a slip; each is weighed by its sentence, which may be the whole block. */
const MOST = 20
/** Far enough to see what the mark belongs to. */
const SHOWN = 12

/**
 * Finds brackets and quotation marks of one block without their partner, and 《 inside 《…》 or “ inside “…”. A quotation of several
 * paragraphs opens each of them and is closed in the last: an open “ at the beginning of a block is none. ’ may be an apostrophe.
 */
export const pairedMarks = defineTextDetector({
  name: 'paired-marks',
  options: z.strictObject({ certainty: z.optional(z.enum(['certain', 'doubtful'])), contexts: contextOptions }),
  prepare({ certainty = 'doubtful', contexts }) {
    const weigh = prepareWeighing(contexts)
    return (text, place) => (MARK.test(text) ? search(text, place) : NO_HITS)

    function* search(text: string, place: TextPlace): Generator<Hit> {
      let told = 0
      for (const { at, says } of problemsOf(text)) {
        if (++told > MOST) return
        const hit = { ...aroundMark(text, at), certainty, trace: [{ effect: 'for' as const, text: says }] }
        const found = weigh(hit, text, place)
        if (found) yield found
      }
    }
  },
})

function* problemsOf(text: string): Generator<{ at: number; says: string }> {
  const open: { mark: string; at: number }[] = []
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (mark in CLOSER_OF) {
      if (NEVER_NESTED.has(mark) && open.some((one) => one.mark === mark)) yield { at, says: `“${mark}”里面又用了一个“${mark}”` }
      open.push({ mark, at })
      continue
    }
    const from = lastOf(open, OPENER_OF.get(mark)!)
    if (from >= 0) {
      for (const lost of open.splice(from).slice(1)) if (isLost(lost, text)) yield { at: lost.at, says: `只有“${lost.mark}”，没有另一半` }
    } else if (mark !== '’' && !NUMBERS.test(text.slice(Math.max(0, at - 6), at + 1))) yield { at, says: `只有“${mark}”，没有另一半` }
  }
  for (const lost of open) if (isLost(lost, text)) yield { at: lost.at, says: `只有“${lost.mark}”，没有另一半` }
}

function lastOf(open: readonly { mark: string }[], mark: string): number {
  let at = open.length - 1
  while (at >= 0 && open[at]!.mark !== mark) at -= 1
  return at
}

function isLost({ mark, at }: { mark: string; at: number }, text: string): boolean {
  if (mark === '‘') return false
  return mark !== '“' || text.slice(0, at).trim() !== ''
}

/** The mark with the words that it opens or closes. */
function aroundMark(text: string, at: number): { start: number; end: number } {
  const isOpener = text[at]! in CLOSER_OF
  const words = isOpener
    ? /^.[^,。;!?\n]*/.exec(text.slice(at, at + SHOWN))
    : /[^,。;!?\n]*.$/.exec(text.slice(Math.max(0, at + 1 - SHOWN), at + 1))
  const length = words?.[0].length ?? 1
  return isOpener ? { start: at, end: at + length } : { start: at + 1 - length, end: at + 1 }
}
