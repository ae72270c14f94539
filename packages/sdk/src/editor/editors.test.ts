// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { editorContract } from '../testing/editor-contract.ts'
import { contentEditableEditor } from './contenteditable.ts'
import { framedEditor } from './framed.ts'
import { textareaEditor } from './textarea.ts'

document.body.innerHTML = '<button id="publish">发表</button>'

editorContract('a plain field', () => {
  const field = document.body.appendChild(document.createElement('textarea'))
  return {
    adapter: textareaEditor(field, { publish: '#publish' }),
    write(paragraphs) {
      field.value = paragraphs.join('\n')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    dispose: () => field.remove(),
  }
})

editorContract('rich text in the page', () => {
  const root = document.body.appendChild(document.createElement('div'))
  return {
    adapter: contentEditableEditor(root, { publish: '#publish' }),
    write: (paragraphs) => root.replaceChildren(...paragraphs.map((text) => paragraphOf(text))),
    dispose: () => root.remove(),
  }
})

editorContract('rich text in a frame', () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const page = frame.contentDocument!
  return {
    adapter: framedEditor(frame, { publish: '#publish' }),
    write: (paragraphs) => page.body.replaceChildren(...paragraphs.map((text) => paragraphOf(text, page))),
    dispose: () => frame.remove(),
  }
})

function paragraphOf(text: string, page: Document = document) {
  const element = page.createElement('p')
  element.textContent = text
  return element
}

test('fields beside the body are read, and a rich title is found again', () => {
  document.body.insertAdjacentHTML('beforeend', '<h1 id="t" contenteditable>关于<b>张三</b>的公示</h1><div id="b"><p>正文</p></div>')
  const adapter = contentEditableEditor(document.querySelector<HTMLElement>('#b')!, {
    fields: { title: document.querySelector('#t')!, author: () => '石桥镇', summary: () => undefined },
    publish: '#publish',
  })
  const { blocks } = adapter.read()
  expect(blocks.map(({ role, text }) => [role, text])).toEqual([
    ['title', '关于张三的公示'],
    ['author', '石桥镇'],
    ['body', '正文'],
  ])
  expect(adapter.ranges?.({ blockId: blocks[0]!.id, start: 1, end: 5 }).map(String)).toEqual(['于张三的'])
})

test('an emoji picture is read as text, and its place is found again', () => {
  const root = document.body.appendChild(document.createElement('div'))
  root.innerHTML = '<p>早上好<img alt="[微笑]">张三</p>'
  const asText = (element: Element) => (element.localName === 'img' ? (element.getAttribute('alt') ?? '') : undefined)
  const adapter = contentEditableEditor(root, { publish: '#publish', asText })
  const [block] = adapter.read().blocks
  expect(block!.text).toBe('早上好[微笑]张三')
  expect(adapter.ranges?.({ blockId: block!.id, start: 7, end: 9 }).map(String)).toEqual(['张三'])
})

test('equal lines of a plain field are told apart', () => {
  const field = document.body.appendChild(document.createElement('textarea'))
  field.value = '张三\n\n李四 张三\n张三'
  const adapter = textareaEditor(field, { publish: '#publish' })
  const offsets = adapter.read().blocks.map(({ id }) => adapter.field?.(id)?.offset)
  expect(offsets).toEqual([0, 4, 10])
})

test('an editor that is gone is unknown, or changed where the page still looks like it', () => {
  const gone = { publish: '#publish' }
  expect(contentEditableEditor(() => null, gone).probe()).toBe('unknown')
  expect(contentEditableEditor(() => null, { ...gone, looksFamiliar: () => true }).probe()).toBe('changed')
})
