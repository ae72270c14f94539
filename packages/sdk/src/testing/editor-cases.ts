import type { Draft } from '@qianshao/rules-core'
import { digestUnits, units } from '@qianshao/rules-core'
import type { EditorAdapter } from '../editor/adapter.ts'

/** An editor in a page, filled by the test as a person would. */
export interface EditorUnderTest {
  adapter: EditorAdapter
  /** Fills the body with these paragraphs. */
  write(paragraphs: readonly string[]): void | Promise<void>
  dispose(): void
}

export interface EditorCase {
  name: string
  /** Needs a browser that lays out and types; a document without layout cannot run it. */
  needsBrowser: boolean
  run(editor: EditorUnderTest): Promise<void>
}

/** What every adapter owes, one sentence each; `run` throws where it is broken. */
export const editorCases: readonly EditorCase[] = [
  {
    name: 'is ready when its editor is there',
    needsBrowser: false,
    async run({ adapter }) {
      same(adapter.probe(), 'ready', 'probe()')
    },
  },
  {
    name: 'reads each paragraph as a block',
    needsBrowser: false,
    async run(editor) {
      await editor.write(['一、总体要求', '二、工作任务'])
      same(bodyOf(editor.adapter.read()), ['一、总体要求', '二、工作任务'], 'the body')
    },
  },
  {
    name: 'reads the same text to the same digest twice',
    needsBrowser: false,
    async run(editor) {
      await editor.write(['各科室：', '请于3月11日前报送。'])
      same(digestOf(editor.adapter.read()), digestOf(editor.adapter.read()), 'the digest')
    },
  },
  {
    name: 'reads nothing from an empty editor',
    needsBrowser: false,
    async run(editor) {
      await editor.write([])
      same(bodyOf(editor.adapter.read()), [], 'the body')
    },
  },
  {
    name: 'tells of a change',
    needsBrowser: false,
    async run(editor) {
      const stop = new AbortController()
      let told = 0
      editor.adapter.onChange(() => (told += 1), stop.signal)
      await editor.write(['变了'])
      await soon()
      truly(told > 0, 'onChange was not called after a change')
      stop.abort()
    },
  },
  {
    name: 'tells nothing more once it is let go',
    needsBrowser: false,
    async run(editor) {
      const stop = new AbortController()
      let told = 0
      editor.adapter.onChange(() => (told += 1), stop.signal)
      stop.abort()
      await editor.write(['变了'])
      await soon()
      same(told, 0, 'calls after the signal was aborted')
    },
  },
  {
    name: 'shows where a span stands',
    needsBrowser: false,
    async run(editor) {
      await editor.write(['第一段', '联系人张三，电话在后'])
      const span = spanOf(editor.adapter.read(), '张三')
      const field = editor.adapter.field?.(span.blockId)
      if (field) {
        same(field.element.value.slice(field.offset + span.start, field.offset + span.end), '张三', 'the field at the span')
        return
      }
      const ranges = editor.adapter.ranges?.(span) ?? []
      same(ranges.map(String).join(''), '张三', 'the ranges of the span')
    },
  },
  {
    name: 'names its publish controls',
    needsBrowser: false,
    async run({ adapter }) {
      truly([...adapter.publishControls()].length > 0, 'publishControls() is empty: nothing would be guarded')
    },
  },
  {
    name: 'selects what it reveals',
    needsBrowser: true,
    async run(editor) {
      await editor.write(['第一段', '联系人张三，电话在后'])
      const span = spanOf(editor.adapter.read(), '张三')
      editor.adapter.reveal(span)
      await soon()
      same(selectedIn(editor, span.blockId), '张三', 'the selection')
    },
  },
  {
    name: 'replaces a span, and nothing else',
    needsBrowser: true,
    async run(editor) {
      if (!editor.adapter.replace) return
      await editor.write(['证号11010519491231002X，请核对', '第二段'])
      const done = editor.adapter.replace(spanOf(editor.adapter.read(), '11010519491231002X'), '110105********002X')
      same(done, true, 'replace()')
      await soon()
      same(bodyOf(editor.adapter.read()), ['证号110105********002X，请核对', '第二段'], 'the body afterwards')
    },
  },
  {
    name: 'takes words out',
    needsBrowser: true,
    async run(editor) {
      if (!editor.adapter.replace) return
      await editor.write(['电话13800138000。'])
      same(editor.adapter.replace(spanOf(editor.adapter.read(), '13800138000'), ''), true, 'replace()')
      await soon()
      same(bodyOf(editor.adapter.read()), ['电话。'], 'the body afterwards')
    },
  },
  {
    name: 'puts back what it replaced',
    needsBrowser: true,
    async run(editor) {
      if (!editor.adapter.replace) return
      await editor.write(['截止3月20日'])
      const before = digestOf(editor.adapter.read())
      const span = spanOf(editor.adapter.read(), '截止')
      editor.adapter.replace(span, '截至')
      await soon()
      editor.adapter.read()
      same(editor.adapter.replace(span, '截止'), true, 'replace() back')
      await soon()
      same(digestOf(editor.adapter.read()), before, 'the digest')
    },
  },
  {
    name: 'replaces many spans at once, or nothing of them',
    needsBrowser: true,
    async run({ adapter, write }) {
      if (!adapter.replaceAll) return
      const texts = [
        ['电话13800138000或13900139000，请核对', '第二段'],
        ['电话13800138000', '或13900139000，请核对'],
      ]
      for (const before of texts) {
        await write(before)
        const draft = adapter.read()
        const done = adapter.replaceAll([
          { span: spanOf(draft, '13800138000'), text: '138****8000' },
          { span: spanOf(draft, '13900139000'), text: '' },
        ])
        await soon()
        const after = before.map((text) => text.replace('13800138000', '138****8000').replace('13900139000', ''))
        same(bodyOf(adapter.read()), done ? after : before, `the body after replaceAll() was ${done}`)
      }
    },
  },
]

function bodyOf(draft: Draft): readonly string[] {
  return draft.blocks.filter(({ role }) => role === 'body').flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''))
}

function digestOf(draft: Draft): string {
  return digestUnits(units(draft, [])).draft
}

function spanOf(draft: Draft, words: string) {
  const block = draft.blocks.find(({ text }) => text.includes(words))
  if (!block) throw new Error(`the draft does not hold “${words}”`)
  const start = block.text.indexOf(words)
  return { blockId: block.id, start, end: start + words.length }
}

function selectedIn({ adapter }: EditorUnderTest, blockId: string): string {
  const field = adapter.field?.(blockId)?.element
  if (field) return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
  const page = adapter.ranges?.({ blockId, start: 0, end: 1 })[0]?.startContainer.ownerDocument ?? document
  return String(page.getSelection())
}

// Observers and editors that keep a model of their own speak in the next turn, not in this one.
function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60))
}

function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`)
}

function truly(value: boolean, message: string): void {
  if (!value) throw new Error(message)
}
