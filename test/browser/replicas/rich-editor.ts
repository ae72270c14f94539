import { baseKeymap } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { DOMSerializer, Schema } from 'prosemirror-model'
import { schema as basic } from 'prosemirror-schema-basic'
import { EditorState, Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'

/** Real ProseMirror, as the platforms use it: it owns its DOM and undoes what is done behind its back. */
export interface RichEditor {
  html(): string
  text(): string
  destroy(): void
}

export function openRichEditor(place: Element, options: { placeholder: string; plain?: boolean; onChange(): void }): RichEditor {
  const schema = options.plain
    ? new Schema({ nodes: { doc: { content: 'line' }, line: { content: 'text*', toDOM: () => ['div', 0] }, text: {} } })
    : basic
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      schema,
      plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap), placeholder(options.placeholder)],
    }),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) options.onChange()
    },
  })
  return {
    html() {
      const holder = document.createElement('div')
      holder.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content))
      return holder.innerHTML
    },
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n'),
    destroy: () => view.destroy(),
  }
}

// A widget whose words are in the DOM and not in the document: an adapter that reads textContent would check them.
function placeholder(words: string): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        if (state.doc.textContent !== '') return null
        const widget = document.createElement('span')
        widget.className = 'editor_content_placeholder'
        widget.textContent = words
        return DecorationSet.create(state.doc, [Decoration.widget(1, widget)])
      },
    },
  })
}
