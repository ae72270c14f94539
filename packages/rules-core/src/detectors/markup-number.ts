import * as z from 'zod/mini'
import { blocksById } from '../draft/blocks-by-id.ts'
import type { Block, Draft } from '../draft/draft.ts'
import { fold } from '../text/fold.ts'
import { bankCards } from './bank-card.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit, Hit, TextPlace } from './detector.ts'
import { foldBlock } from './folded-block.ts'
import { residentIds } from './resident-id.ts'
import { surroundingsIn } from './surroundings.ts'
import { mobileNumbers } from './telephones.ts'

const FINDERS = { mobile: mobileNumbers, 'resident-id': residentIds, 'bank-card': bankCards }
const DIALLED = /^\s*(?:tel|sms|smsto|callto|facetime):(?:\/\/)?/i

/** A parameter that says whose number follows. */
const CALLED = /(?:wa\.me\/|[?&#](?:tel|phone|mobile|mob|sj|shouji|dianhua|lxdh)=)[^&#]*/gi

const NOWHERE: TextPlace = { role: 'body', hidden: false, header: '', headers: '', row: '', title: '' }

/**
 * Finds numbers that stand beside the text and not in it: in the description of a picture, in a link, in the name of an
 * attachment. Contexts see the description, the name, or the words around the link. Addresses are full of figures that mean nothing: only
 * identity numbers, which prove themselves, are looked for in all of them.
 */
export const markupNumber = defineDraftDetector({
  name: 'markup-number',
  options: z.strictObject({ kind: z.enum(['mobile', 'resident-id', 'bank-card']), contexts: contextOptions }),
  witness: () => [],
  beside: ({ images, attachments, links }) => images.length > 0 || attachments.length > 0 || links.length > 0,
  prepare({ kind, contexts }) {
    const weigh = prepareWeighing(contexts)
    return function* (draft) {
      const placeOf = surroundingsIn(draft)
      for (const { hit, text, at, block, says } of written(draft, kind)) {
        const place = block ? placeOf(block) : NOWHERE
        const found = weigh({ ...hit, trace: [...(hit.trace ?? []), { effect: 'for', text: says }] }, text, place)
        if (!found) continue
        // It stands where no edit of the text reaches.
        const { replacement: _, ...rest } = found
        yield { ...rest, ...at }
      }
    }
  },
})

type Kind = keyof typeof FINDERS
type Finder = (text: string) => Iterable<Hit>
interface Written {
  hit: Hit
  /** Folded: what the contexts see. */
  text: string
  at: Pick<DraftHit, 'blockId' | 'start' | 'end' | 'role'>
  block?: Block | undefined
  says: string
}

function* written(draft: Draft, kind: Kind): Generator<Written> {
  const { links, images, attachments } = draft
  const find: Finder = FINDERS[kind]
  const blockOf = blocksById(draft)
  for (const { at, alt } of images) {
    const text = fold(alt).text
    const place = { ...at, role: 'image' as const }
    for (const hit of find(text)) yield { hit, text, at: place, block: blockOf.get(at.blockId), says: '写在图片的说明里' }
  }
  for (const { name } of attachments) {
    const text = fold(name).text
    for (const hit of find(text)) yield { hit, text, at: { role: 'attachment', start: 0, end: 0 }, says: '写在附件的名称里' }
  }
  for (const { at, href } of links) {
    const numbers = numbersIn(href, kind)
    if (numbers === '') continue
    const block = blockOf.get(at.blockId)
    const text = block ? foldBlock(block).text : ''
    for (const hit of find(fold(numbers).text)) {
      // What readers see in the text too is found there.
      if (hit.canonical !== undefined && text.replace(/\D/g, '').includes(hit.canonical)) continue
      const place = { ...at, role: 'link' as const }
      yield {
        hit: { ...hit, start: Math.min(at.start, text.length), end: Math.min(at.end, text.length) },
        text,
        at: place,
        block,
        says: '写在链接里',
      }
    }
  }
}

/** The part of an address that may hold such a number: all of it where a check digit and a day tell, else only what is dialled. */
function numbersIn(href: string, kind: Kind): string {
  if (DIALLED.test(href)) return href.replace(DIALLED, '')
  if (kind === 'resident-id') return href.replace(/%[0-9a-f]{2}/gi, ' ')
  return kind === 'mobile'
    ? (href
        .match(CALLED)
        ?.join(' ')
        .replace(/[a-z.=/?&#]+/gi, ' ') ?? '')
    : ''
}
