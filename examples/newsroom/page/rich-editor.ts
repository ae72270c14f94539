import { baseKeymap, setBlockType, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { DOMParser, Schema } from 'prosemirror-model'
import { marks, nodes } from 'prosemirror-schema-basic'
import { addListNodes, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState } from 'prosemirror-state'
import { tableNodes } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'

const withLists = addListNodes(new Schema({ nodes, marks }).spec.nodes, 'paragraph block*', 'block')
const schema = new Schema({
  nodes: withLists.append(tableNodes({ tableGroup: 'block', cellContent: 'paragraph+', cellAttributes: {} })),
  marks,
})

const tools: readonly [label: string, command: Command][] = [
  ['撤销', undo],
  ['重做', redo],
  ['加粗', toggleMark(schema.marks.strong!)],
  ['小标题', setBlockType(schema.nodes.heading!, { level: 2 })],
  ['正文', setBlockType(schema.nodes.paragraph!)],
  ['列表', wrapInList(schema.nodes.bullet_list!)],
]

/** A rich text editor as a CMS has one: ProseMirror with lists, tables and undo. It knows nothing of 前哨. */
export function richEditor(place: HTMLElement, toolbar: HTMLElement): { setHtml(html: string): void; html(): string } {
  const view = new EditorView(place, {
    state: stateFrom(document.createElement('div')),
    attributes: { 'aria-label': '正文', role: 'textbox', 'aria-multiline': 'true' },
  })
  for (const [label, command] of tools) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.addEventListener('click', () => {
      command(view.state, view.dispatch, view)
      view.focus()
    })
    toolbar.append(button)
  }
  return {
    setHtml(html) {
      // A document of its own: nothing in it is loaded or run while it is read.
      view.updateState(stateFrom(new window.DOMParser().parseFromString(html, 'text/html').body))
    },
    html: () => view.dom.innerHTML,
  }
}

function stateFrom(content: Node): EditorState {
  return EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(content),
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }), keymap(baseKeymap)],
  })
}
