import { type EditorFields, fieldElements, isPlainField } from './fields.ts'

/** Calls `notify` when an element or one of the fields changes in what is read of it. */
export function watchElement(body: Element, fields: EditorFields, notify: () => void, signal: AbortSignal): void {
  if (signal.aborted) return
  for (const element of [body, ...fieldElements(fields)]) {
    for (const type of ['input', 'change']) {
      element.addEventListener(type, notify)
      signal.addEventListener('abort', () => element.removeEventListener(type, notify), { once: true })
    }
    // The observer of the element's own window: one of another window refuses the nodes of a frame in some documents.
    const view = element.ownerDocument.defaultView
    if (isPlainField(element) || !view) continue
    const observer = new view.MutationObserver(notify)
    observer.observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['href', 'src', 'data-src', 'alt', 'style', 'hidden'],
    })
    signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  }
}
