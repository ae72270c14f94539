import type { EditorAdapter } from './adapter.ts'
import { type EditorOptions, editorOver } from './editor-over.ts'
import { placeRich } from './placed-draft.ts'
import { watchElement } from './watch-element.ts'

/** Rich text in the page: anything that is edited as HTML, whichever editor keeps it. */
export function contentEditableEditor(root: HTMLElement | (() => HTMLElement | null | undefined), options: EditorOptions): EditorAdapter {
  const body = () => {
    const found = typeof root === 'function' ? root() : root
    return found?.isConnected ? found : undefined
  }
  return editorOver(
    body,
    options,
    (element, fields, meta) => placeRich(element, fields, meta, options.asText),
    (notify, signal) => {
      const element = body()
      if (element) watchElement(element, options.fields ?? {}, notify, signal)
    },
  )
}
