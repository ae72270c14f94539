import { type EditorFields, fieldElements, isPlainField } from './fields.ts'

/** Calls `notify` when an element or one of the fields changes in what is read of it. */
export function watchElement(body: Element, fields: EditorFields, notify: () => void, signal: AbortSignal): void {
  for (const element of [body, ...fieldElements(fields)]) {
    element.addEventListener('input', notify, { signal })
    element.addEventListener('change', notify, { signal })
    if (isPlainField(element)) continue
    const observer = new MutationObserver(notify)
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
