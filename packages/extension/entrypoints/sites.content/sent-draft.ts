import type { Draft, DraftMeta, MarkupNode } from '@qianshao/rules-core'
import { readMarkup, readPlain } from '@qianshao/rules-core'
import type { SentText } from '../../sites/outgoing.ts'

/** The draft that a request is about to publish, read by the same walk as an editor's. Several articles are read one after the other. */
export function sentDraft(texts: readonly SentText[], meta: DraftMeta): Draft {
  const [head, ...rest] = texts
  const fields = { title: head?.title ?? '', summary: head?.summary ?? '', author: head?.author ?? '' }
  if (rest.length === 0 && head?.html === undefined) return readPlain(head?.plain ?? '', fields, meta)
  const children = texts.flatMap((text, i) => [...(i === 0 ? [] : fieldLines(text)), ...bodyNodes(text)])
  return readMarkup({ name: 'body', attrs: {}, children }, fields, meta)
}

function fieldLines({ title, summary, author }: SentText): MarkupNode[] {
  return [title, summary, author].filter((text) => text).map((text) => line(text!))
}

function bodyNodes({ html, plain }: SentText): MarkupNode[] {
  const article = html === undefined ? [] : [wrap(new DOMParser().parseFromString(html, 'text/html').body)]
  return [...article, ...(plain ?? '').split(/\r\n|[\r\n\u2028\u2029]/).map(line)]
}

function line(text: string): MarkupNode {
  return { name: 'p', attrs: {}, children: [text] }
}

const EMOJI = 'img.icon_emotion, img[class*="icon_emotion"], img[alt^="["][alt$="]"]'

// An inert document: nothing in it loads or runs.
function wrap(root: Element): MarkupNode {
  const children: (MarkupNode | string)[] = []
  const top: MarkupNode = { name: 'div', attrs: {}, children }
  const work = [{ element: root, children }]
  for (let next = work.pop(); next; next = work.pop()) {
    for (const child of next.element.childNodes) {
      if (child instanceof Text) next.children.push(child.data)
      if (!(child instanceof Element)) continue
      if (child.matches(EMOJI)) {
        next.children.push(child.getAttribute('alt') ?? '')
        continue
      }
      const attrs = Object.fromEntries([...child.attributes].map(({ name, value }) => [name, value]))
      const inner: (MarkupNode | string)[] = []
      next.children.push({ name: child.localName, attrs, children: inner })
      work.push({ element: child, children: inner })
    }
  }
  return top
}
