/** Looking things up in pages that change: ordered lists of selectors, visible things first, texts exactly. */

/** The first match of the first selector that has one. */
export function first(root: ParentNode, selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const found = root.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return undefined
}

/** All matches of all selectors, each element once, in the order of the list. */
export function all(root: ParentNode, selectors: readonly string[]): HTMLElement[] {
  return [...new Set(selectors.flatMap((selector) => [...root.querySelectorAll<HTMLElement>(selector)]))]
}

/** Those that take up the most room first: pages keep templates and mirrors of no size beside the real thing. */
export function byArea(elements: readonly HTMLElement[]): HTMLElement[] {
  const area = (element: HTMLElement) => {
    const { width, height } = element.getBoundingClientRect()
    return width * height
  }
  return elements
    .map((element) => ({ element, size: area(element) }))
    .sort((a, b) => b.size - a.size)
    .map(({ element }) => element)
}

/** What a control says, without the white space of its markup. */
export function label(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, '')
}

/** Elements of an editor that are there for the eye and are no part of the text. */
const WIDGETS =
  '.ProseMirror-widget, .ProseMirror-separator, .ProseMirror-trailingBreak, .ProseMirror-gapcursor, .editor_content_placeholder'

/** Reads widgets as nothing and emoji pictures as the text they stand for (protocol.md §1.3). */
export function asText(emoji: string): (element: Element) => string | undefined {
  return (element) => {
    if (element.matches(WIDGETS)) return ''
    if (element.matches(emoji)) return element.getAttribute('alt') || element.getAttribute('title') || ''
    return undefined
  }
}
