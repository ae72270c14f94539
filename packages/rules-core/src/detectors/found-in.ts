import type { Draft } from '../draft/draft.ts'
import { readPlain } from '../draft/read-plain.ts'
import type { Detector, DraftHit, Hit, TextPlace } from './detector.ts'
import { surroundingsIn } from './surroundings.ts'

/** For tests: a block that nothing stands around. */
export const NOWHERE: TextPlace = { role: 'body', hidden: false, header: '', headers: '', row: '', title: '' }

/** The hits of a detector in one text or draft; a detector that looks at drafts gets a text as a draft of its lines. */
export function hitsIn(
  detector: Detector,
  options: object,
  where: string | Draft,
  place: Partial<TextPlace> = {},
): readonly (Hit | DraftHit)[] {
  const draft = typeof where === 'string' ? readPlain(where, {}, { surface: 'website' }) : where
  if (detector.sees === 'draft') return [...detector.prepare(options, [])(draft)]
  if (detector.around) {
    const find = detector.prepare(options, [])
    const placeOf = surroundingsIn(draft)
    return draft.blocks.flatMap((block) => Array.from(find(block.text, placeOf(block)), (hit) => ({ ...hit, blockId: block.id })))
  }
  if (typeof where !== 'string') throw new Error(`${detector.name} looks at a text`)
  return [...detector.prepare(options, [])(where, { ...NOWHERE, ...place })]
}

/** What a detector finds, as the words in the text; `?` behind what is doubtful. */
export function foundIn(detector: Detector, options: object, where: string | Draft, place: Partial<TextPlace> = {}): readonly string[] {
  const draft = typeof where === 'string' ? readPlain(where, {}, { surface: 'website' }) : where
  return hitsIn(detector, options, where, place).map((hit) => {
    const text =
      detector.sees === 'text' && !detector.around
        ? String(where)
        : (draft.blocks.find((block) => 'blockId' in hit && block.id === hit.blockId)?.text ?? hit.canonical ?? '')
    const words = 'blockId' in hit || detector.sees === 'text' ? text.slice(hit.start, hit.end) : text
    return hit.certainty === 'doubtful' ? `${words}?` : words
  })
}
