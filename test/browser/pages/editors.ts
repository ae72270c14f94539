import { digestUnits, units } from '@qianshao/rules-core'
import { contentEditableEditor, type EditorAdapter, framedEditor, textareaEditor } from '@qianshao/sdk'
import { type EditorUnderTest, editorCases } from '@qianshao/sdk/testing'
import { baseKeymap } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { schema } from 'prosemirror-schema-basic'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'

/** Every editor of the contract, each made anew for a case. */
const editors: Record<string, () => EditorUnderTest | Promise<EditorUnderTest>> = {
  textarea() {
    const field = place(document.createElement('textarea'))
    return {
      adapter: textareaEditor(field, { publish: '#publish' }),
      write(paragraphs) {
        field.value = paragraphs.join('\n')
        field.dispatchEvent(new Event('input', { bubbles: true }))
      },
      dispose: () => field.remove(),
    }
  },
  contenteditable() {
    const root = place(document.createElement('div'))
    root.contentEditable = 'true'
    return {
      adapter: contentEditableEditor(root, { publish: '#publish' }),
      write: (paragraphs) => root.replaceChildren(...paragraphs.map((text) => paragraph(document, text))),
      dispose: () => root.remove(),
    }
  },
  async framed() {
    const frame = place(document.createElement('iframe'))
    const page = frame.contentDocument!
    page.body.contentEditable = 'true'
    return {
      adapter: framedEditor(frame, { publish: '#publish' }),
      write: (paragraphs) => page.body.replaceChildren(...paragraphs.map((text) => paragraph(page, text))),
      dispose: () => frame.remove(),
    }
  },
  prosemirror() {
    const holder = place(document.createElement('div'))
    const view = new EditorView(holder, { state: EditorState.create({ schema, plugins: [history(), keymap(baseKeymap)] }) })
    return {
      adapter: contentEditableEditor(() => view.dom, { publish: '#publish' }),
      write(paragraphs) {
        const nodes = paragraphs.map((text) => schema.node('paragraph', undefined, text === '' ? [] : [schema.text(text)]))
        const content = nodes.length > 0 ? nodes : [schema.node('paragraph')]
        view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, content))
      },
      dispose() {
        // What the page shows and what the editor would save must be the same text.
        const shown = [...view.dom.querySelectorAll('p')].map((p) => p.textContent).join('\n')
        const saved = view.state.doc.textBetween(0, view.state.doc.content.size, '\n')
        view.destroy()
        holder.remove()
        if (shown !== saved) throw new Error(`the editor would save ${JSON.stringify(saved)}, and shows ${JSON.stringify(shown)}`)
      },
    }
  },
}

function place<T extends HTMLElement>(element: T): T {
  element.className = 'editor'
  document.querySelector('main')!.append(element)
  return element
}

function paragraph(page: Document, text: string): HTMLElement {
  const element = page.createElement('p')
  element.textContent = text
  return element
}

Object.assign(window, {
  editorNames: Object.keys(editors),
  caseNames: editorCases.map(({ name }) => name),
  async runCase(editor: string, name: string): Promise<string> {
    const under = await editors[editor]!()
    let trouble = ''
    try {
      await editorCases.find((one) => one.name === name)!.run(under)
    } catch (cause) {
      trouble = String(cause)
    }
    try {
      under.dispose()
    } catch (cause) {
      trouble ||= String(cause)
    }
    return trouble
  },
  /** The units and digest of a whole page's body, read through the adapter from the browser's own tree. */
  readPage(html: string, ownHosts: readonly string[]) {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const adapter: EditorAdapter = contentEditableEditor(() => page.body, { publish: () => [] })
    const found = units(adapter.read(), ownHosts)
    return { units: found, draft: digestUnits(found).draft }
  },
})
