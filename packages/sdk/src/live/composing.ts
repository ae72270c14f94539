/** Whether somebody is composing with an input method; nothing is checked or drawn meanwhile, or letters would jump. */
export interface Composing {
  now(): boolean
  /** Also watches this document, such as that of an editor's frame. */
  watch(page: Document): void
}

export function watchComposing(onEnd: () => void, signal: AbortSignal): Composing {
  const watched = new Set<Document>()
  let composing = false
  const watch = (page: Document) => {
    if (watched.has(page)) return
    watched.add(page)
    page.addEventListener('compositionstart', () => (composing = true), { capture: true, signal })
    page.addEventListener(
      'compositionend',
      () => {
        composing = false
        onEnd()
      },
      { capture: true, signal },
    )
  }
  watch(document)
  return { now: () => composing, watch }
}
