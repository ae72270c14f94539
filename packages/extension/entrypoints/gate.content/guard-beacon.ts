import { ruleFor } from '../../sites/outgoing.ts'
import type { Decide } from './decide.ts'
import { type Body, decodeAtOnce } from './decode-body.ts'
import type { Natives, PageWindow } from './natives.ts'

/** A beacon cannot wait for an answer, so one that publishes is refused: `sendBeacon` returns false, as with a full queue. */
export function guardBeacon(page: PageWindow, natives: Natives, decide: Decide): void {
  page.Navigator.prototype.sendBeacon = new Proxy(natives.sendBeacon, {
    apply(sendBeacon, self, args: Parameters<Navigator['sendBeacon']>) {
      const found = ruleFor('POST', String(args[0]), page.document.baseURI)
      if (found?.rule.act !== 'publish') return Reflect.apply(sendBeacon, self, args)
      decide.refuse({ ...found, fields: decodeAtOnce(args[1] as Body, null) ?? {}, via: 'beacon' })
      return false
    },
  })
}
