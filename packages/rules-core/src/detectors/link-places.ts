import type { Block, Draft, Link } from '../draft/draft.ts'
import type { DraftHit } from './detector.ts'
import { addressesIn } from './host.ts'

/** A link of a draft with the place where it stands; its words are the block's text from start to end. */
export interface LinkPlace extends Required<Pick<DraftHit, 'blockId' | 'start' | 'end'>> {
  role: 'link' | 'image'
  address: string
  hidden: boolean
  /** Written out in the text, nothing to click on. */
  written?: true
}

/** One of these stands in every address that is written out, as folded text. */
export const ADDRESS_SIGNS = [
  '://',
  'www.',
  ...'com cn net cc vip top xyz icu club shop store site online live win bet pw tv im me ly lt is io nz gd ru info biz app link fun work la ws tk ml'
    .split(' ')
    .map((top) => `.${top}`),
]

/** Links around text and pictures, frames, and addresses written out in the text of `blocks`. */
export function* linkPlaces({ links, images }: Draft, blocks: readonly Block[]): Generator<LinkPlace> {
  for (const { at, href, hidden } of links) yield { role: 'link', ...at, address: href, hidden }
  for (const { at, src, kind } of images) if (kind === 'frame') yield { role: 'image', ...at, address: src, hidden: false }
  const byBlock = linksByBlock(links)
  for (const block of blocks) {
    const own = byBlock.get(block.id) ?? []
    for (const { address, start, end } of addressesIn(block.text)) {
      // An address that is the words of a link of its own is found with that link.
      const inLink = own.some(({ at }) => at.start <= start && end <= at.end)
      if (!inLink) yield { role: 'link', blockId: block.id, start, end, address, hidden: Boolean(block.hidden), written: true }
    }
  }
}

export function hasLinks({ links, images }: Draft): boolean {
  return links.length > 0 || images.length > 0
}

function linksByBlock(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const byBlock = new Map<string, Link[]>()
  for (const link of links) {
    const own = byBlock.get(link.at.blockId)
    if (own) own.push(link)
    else byBlock.set(link.at.blockId, [link])
  }
  return byBlock
}
