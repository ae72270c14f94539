import * as z from 'zod/mini'
import { defineDraftDetector } from './define-detector.ts'
import { hostOf, isListedHost } from './host.ts'
import { ADDRESS_SIGNS, hasLinks, linkPlaces } from './link-places.ts'

const host = z.string().check(z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, '只写域名，如 taobao.com'))

/**
 * Finds links to listed hosts and what lies below them, except to those in `except`. Looks at links around text and pictures, at frames,
 * and at addresses written out in the text; with `hidden`, also links that readers cannot see, wherever they lead.
 */
export const linkTarget = defineDraftDetector({
  name: 'link-target',
  options: z.strictObject({
    hosts: z.array(host).check(z.minLength(1)),
    except: z.optional(z.array(host)),
    hidden: z.optional(z.boolean()),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    says: z.string().check(z.minLength(1), z.maxLength(60)),
  }),
  witness: () => [[{ words: ADDRESS_SIGNS }]],
  onlyWoken: true,
  beside: hasLinks,
  prepare({ hosts, except = [], hidden = false, certainty = 'certain', says }) {
    const listed = new Set(hosts)
    const allowed = new Set(except)
    return function* (draft, woken) {
      for (const { role, blockId, start, end, address, hidden: unseen } of linkPlaces(draft, woken)) {
        const target = hostOf(address)
        if (isListedHost(target, allowed) || !(isListedHost(target, listed) || (hidden && unseen && target !== ''))) continue
        yield { role, blockId, start, end, canonical: address, certainty, trace: [{ effect: 'for', text: `${says}：${target}` }] }
      }
    }
  },
})
