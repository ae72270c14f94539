import * as z from 'zod/mini'
import type { Draft } from '../draft/draft.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit } from './detector.ts'
import { addressesIn, hostOf, isListedHost } from './host.ts'

const host = z.string().check(z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, '只写域名，如 taobao.com'))

/**
 * Finds links by where they lead: to listed hosts and what lies below them, links that readers cannot see, links that run a script,
 * hosts in look-alike letters (punycode). Looks at links around text and pictures, at frames, and at addresses written out in the text.
 */
export const linkTarget = defineDraftDetector({
  name: 'link-target',
  options: z.strictObject({
    hosts: z.optional(z.array(host)),
    except: z.optional(z.array(host)),
    hidden: z.optional(z.boolean()),
    scripts: z.optional(z.boolean()),
    lookAlikes: z.optional(z.boolean()),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    says: z.string().check(z.minLength(1), z.maxLength(60)),
  }),
  prepare({ hosts = [], except = [], hidden = false, scripts = false, lookAlikes = false, certainty = 'certain', says }) {
    const listed = new Set(hosts)
    const allowed = new Set(except)
    const leadsAway = (address: string) => {
      const target = hostOf(address)
      if (isListedHost(target, allowed)) return false
      return (
        isListedHost(target, listed) ||
        (lookAlikes && /(?:^|\.)xn--/.test(target)) ||
        (scripts && /^\s*(?:javascript|vbscript|data:text\/html)/i.test(address))
      )
    }
    return function* (draft) {
      for (const link of placesOf(draft)) {
        if (!leadsAway(link.address) && !(hidden && link.hidden && hostOf(link.address) !== '')) continue
        yield {
          role: link.role,
          blockId: link.blockId,
          start: link.start,
          end: link.end,
          canonical: link.address,
          certainty,
          trace: [{ effect: 'for', text: `${says}：${hostOf(link.address) || link.address.slice(0, 40)}` }],
        }
      }
    }
  },
})

interface LinkPlace extends Required<Pick<DraftHit, 'blockId' | 'start' | 'end'>> {
  role: 'link' | 'image'
  address: string
  hidden: boolean
}

function* placesOf(draft: Draft): Generator<LinkPlace> {
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
