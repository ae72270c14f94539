import { openGateSide } from '../../page-channel.ts'
import { rootFrame } from '../../root-frame.ts'
import { reportAccount } from './account.ts'
import { createDecide, type Decide } from './decide.ts'
import { guardBeacon } from './guard-beacon.ts'
import { guardFetch } from './guard-fetch.ts'
import { guardForms } from './guard-forms.ts'
import { guardXhr } from './guard-xhr.ts'
import { type PageWindow, takeNatives } from './natives.ts'

/** Under this symbol the gate of a page is found by the frames inside it. */
const GATE = Symbol.for('qianshao.gate')

/**
 * Stands in front of every way a page sends a request. To be called before any script of the page.
 * A frame of the same origin is put behind the gate of the page that holds it: a page may borrow `fetch` from an empty frame.
 */
export function openGate(page: PageWindow): void {
  const outer = gateOf(rootFrame(page))
  if (outer) {
    guardAll(page, outer)
    return
  }

  const natives = takeNatives(page)
  let decide: Decide | undefined
  const side = openGateSide(page.document, natives, (order) => decide?.receive(order))
  decide = createDecide({
    say: side.say,
    timers: { setTimeout: natives.setTimeout.bind(page), clearTimeout: natives.clearTimeout.bind(page) },
  })
  Object.defineProperty(page, GATE, { value: decide, enumerable: false, configurable: false, writable: false })
  guardAll(page, decide)
  reportAccount(page, natives, side.say)
}

function guardAll(page: PageWindow, decide: Decide): void {
  const natives = takeNatives(page)
  guardFetch(page, natives, decide)
  guardXhr(page, natives, decide)
  guardBeacon(page, natives, decide)
  guardForms(page, natives, decide)
}

function gateOf(root: Window): Decide | undefined {
  return (root as unknown as Record<symbol, Decide | undefined>)[GATE]
}
