import type { EditorAdapter } from './adapter.ts'
import { type EditorOptions, editorOver } from './editor-over.ts'
import { type PlainField, placePlain } from './placed-draft.ts'
import { watchElement } from './watch-element.ts'

/** A plain text field; each of its lines is a paragraph. */
export function textareaEditor(field: PlainField | (() => PlainField | null | undefined), options: EditorOptions): EditorAdapter {
  const body = () => {
    const found = typeof field === 'function' ? field() : field
    return found?.isConnected ? found : undefined
  }
  return editorOver(
    body,
    options,
    (element, fields, meta) => placePlain(element as PlainField, fields, meta),
    (notify, signal) => {
      const element = body()
      if (element) watchElement(element, options.fields ?? {}, notify, signal)
    },
  )
}
