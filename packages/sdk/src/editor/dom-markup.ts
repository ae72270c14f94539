import type { MarkupNode } from '@qianshao/rules-core'

/** What stands behind one string of the tree: its text node, or the element that was read as text. */
export type TextSource = Text | Element

export interface DomMarkup {
  tree: MarkupNode
  sourceOf(parent: MarkupNode, child: number): TextSource | undefined
}

/**
 * Wraps a live element for `readMarkup`. `asText` lets an adapter read an element as text, such as an inline emoji picture
 * (protocol.md §1.3); everything else about the walk is the engine's business.
 */
export function domMarkup(root: Element, asText?: (element: Element) => string | undefined): DomMarkup {
  // Keyed by the array of children: the walk may copy a node (a table cell), but hands the same array on.
  const sources = new Map<MarkupNode['children'], readonly (TextSource | undefined)[]>()
  const tree = wrap(root, asText, sources)
  return { tree, sourceOf: (parent, child) => sources.get(parent.children)?.[child] }
}

function wrap(
  root: Element,
  asText: ((element: Element) => string | undefined) | undefined,
  sources: Map<MarkupNode['children'], readonly (TextSource | undefined)[]>,
): MarkupNode {
  const make = (element: Element): { node: MarkupNode; children: (MarkupNode | string)[] } => {
    const children: (MarkupNode | string)[] = []
    return { node: { name: element.localName.toLowerCase(), attrs: attributesOf(element), children }, children }
  }
  const top = make(root)
  // No recursion: pages may be nested deeply.
  const work = [{ element: root, children: top.children }]
  for (let next = work.pop(); next; next = work.pop()) {
    const own: (TextSource | undefined)[] = []
    for (const child of next.element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
        next.children.push((child as Text).data)
        own.push(child as Text)
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const element = child as Element
        const text = asText?.(element)
        if (text !== undefined) {
          next.children.push(text)
          own.push(element)
          continue
        }
        const made = make(element)
        next.children.push(made.node)
        own.push(undefined)
        work.push({ element, children: made.children })
      }
    }
    sources.set(next.children, own)
  }
  return top.node
}

function attributesOf(element: Element): Record<string, string> {
  const attrs: Record<string, string> = {}
  for (const { name, value } of element.attributes) attrs[name] = value
  return attrs
}
