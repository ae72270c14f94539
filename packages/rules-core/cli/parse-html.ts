import type { MarkupNode } from '@qianshao/rules-core'
import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** The body of an HTML text, read by an HTML5 parser as browsers do; scripts are parsed and never run. */
export function parseHtml(html: string): MarkupNode {
  const root = { name: 'body', attrs: {}, children: [] as (MarkupNode | string)[] }
  const stack: { from: Node; to: { children: (MarkupNode | string)[] } }[] = [{ from: bodyOf(parse(html)), to: root }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const child of childrenOf(next.from)) {
      if (child.nodeName === '#text') next.to.children.push((child as DefaultTreeAdapterMap['textNode']).value)
      else if ('tagName' in child) {
        const node = { name: child.tagName, attrs: attributes(child), children: [] as (MarkupNode | string)[] }
        next.to.children.push(node)
        stack.push({ from: child, to: node })
      }
    }
  }
  return root
}

function bodyOf(document: Node): Node {
  const html = childrenOf(document).find((node) => node.nodeName === 'html')
  return childrenOf(html ?? document).find((node) => node.nodeName === 'body' || node.nodeName === 'frameset') ?? document
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function attributes(element: Element): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))
}
