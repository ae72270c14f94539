import type { Box } from './layout.ts'

const CONTROLS = 'button,input:not([type=hidden]),select,[role=button]'
/** Pages with more controls than this are lists; what is fixed stands among the first. */
const LOOKED_AT = 400

/** What the panel must not lie over: the host's publish controls, and every fixed or sticky bar that holds a control. */
export function findObstacles(publish: Iterable<Element>, ours: Element): readonly Box[] {
  const found = new Set<Element>()
  const known = new Map<Element, Element | undefined>()
  for (const control of publish) found.add(barOf(control, known) ?? control)
  let looked = 0
  for (const control of document.querySelectorAll(CONTROLS)) {
    looked += 1
    if (looked > LOOKED_AT) break
    const bar = barOf(control, known)
    if (bar) found.add(bar)
  }
  found.delete(ours)
  return [...found].map((element) => element.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0 && !fillsWindow(box))
}

/** The fixed or sticky ancestor; remembered for every element on the way, since controls stand close together. */
function barOf(control: Element, known: Map<Element, Element | undefined>): Element | undefined {
  const way: Element[] = []
  let bar: Element | undefined
  for (let element: Element | null = control; element && element !== document.body; element = element.parentElement) {
    if (known.has(element)) {
      bar = known.get(element)
      break
    }
    way.push(element)
    const { position } = getComputedStyle(element)
    if (position === 'fixed' || position === 'sticky') {
      bar = element
      break
    }
  }
  for (const element of way) known.set(element, bar)
  return bar
}

// A fixed layer over the whole window is a backdrop or the page itself; avoiding it would leave no room anywhere.
function fillsWindow(box: DOMRect): boolean {
  return box.width > innerWidth * 0.9 && box.height > innerHeight * 0.7
}
