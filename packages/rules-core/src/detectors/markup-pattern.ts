import * as z from 'zod/mini'
import type { Draft } from '../draft/draft.ts'
import { fold } from '../text/fold.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit, TextPlace } from './detector.ts'
import { patternOptions, preparePatterns } from './pattern.ts'

const NOWHERE: TextPlace = { role: 'body', hidden: false, header: '', headers: '', row: '', title: '' }

/** Finds what a regular expression describes in the descriptions of pictures and the names of attachments; contexts see these words only. */
export const markupPattern = defineDraftDetector({
  name: 'markup-pattern',
  options: patternOptions,
  witness: () => [],
  beside: ({ images, attachments }) => images.length > 0 || attachments.length > 0,
  prepare(options) {
    const find = preparePatterns(z.parse(patternOptions, options))
    return function* (draft) {
      for (const { words, at } of written(draft)) {
        const { text } = fold(words)
        for (const { start, end, replacement: _, ...hit } of find(text, NOWHERE, -1))
          yield { ...hit, canonical: text.slice(start, end), ...at }
      }
    }
  },
})

function* written({ images, attachments }: Draft): Generator<{ words: string; at: Pick<DraftHit, 'blockId' | 'start' | 'end' | 'role'> }> {
  for (const { at, alt } of images) yield { words: alt, at: { ...at, role: 'image' } }
  for (const { name } of attachments) yield { words: name, at: { role: 'attachment', start: 0, end: 0 } }
}
