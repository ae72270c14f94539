import type { Draft } from '../draft/draft.ts'
import type { DraftHit } from './detector.ts'
import { addressesIn } from './host.ts'

/** A link of a draft with the place where it stands; its words are the block's text from start to end. */
export interface LinkPlace extends Required<Pick<DraftHit, 'blockId' | 'start' | 'end'>> {
  role: 'link' | 'image'
  address: string
  hidden: boolean
}

/** Links around text and pictures, frames, and addresses written out in the text. */
export function* linkPlaces(draft: Draft): Generator<LinkPlace> {
  for (const { at, href, hidden } of draft.links) yield { role: 'link', ...at, address: href, hidden }
  for (const { at, src, kind } of draft.images) if (kind === 'frame') yield { role: 'image', ...at, address: src, hidden: false }
  for (const block of draft.blocks) {
    for (const { address, start, end } of addressesIn(block.text)) {
      // An address that is the words of a link of its own is found with that link.
      const inLink = draft.links.some(({ at }) => at.blockId === block.id && at.start <= start && end <= at.end)
      if (!inLink) yield { role: 'link', blockId: block.id, start, end, address, hidden: Boolean(block.hidden) }
    }
  }
}
