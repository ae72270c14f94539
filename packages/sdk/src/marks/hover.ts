import type { MarkAt, Marks } from './highlights.ts'

/** Milliseconds. The pointer rests on a mark before its card opens, and may cross the gap between mark and card. */
const REST_MS = 300

export interface Hover {
  /** Also watches this document, such as that of an editor's frame. */
  watch(page: Document): void
  /** The card has gone: a pointer that still rests there does not open it again. */
  forget(): void
}

/** Tells which mark the pointer rests on; nothing is measured while it moves. `inCard` keeps an open card open. */
export function watchHover(
  marks: () => Marks,
  parts: { inCard(event: Event): boolean; open(mark: MarkAt): void; close(): void; isOpen(): boolean },
  stop: AbortSignal,
): Hover {
  let timer: ReturnType<typeof setTimeout> | undefined
  stop.addEventListener('abort', () => clearTimeout(timer))

  const rest = (x: number, y: number) => {
    if (stop.aborted) return
    const mark = marks().under(x, y)
    if (mark) parts.open(mark)
    else if (parts.isOpen()) parts.close()
  }
  const watch = (page: Document) => {
    const onMove = (event: PointerEvent) => {
      clearTimeout(timer)
      // A finger has no rest; it opens cards by the signs, and reads them in the panel.
      if (event.pointerType === 'touch' || event.buttons !== 0 || parts.inCard(event)) return
      const frame = page.defaultView?.frameElement
      const corner = frame?.getBoundingClientRect()
      const x = event.clientX + (corner ? corner.left + frame!.clientLeft : 0)
      const y = event.clientY + (corner ? corner.top + frame!.clientTop : 0)
      timer = setTimeout(() => rest(x, y), REST_MS)
    }
    page.addEventListener('pointermove', onMove, { passive: true, capture: true, signal: stop })
    page.addEventListener('pointerdown', (event) => parts.isOpen() && !parts.inCard(event) && parts.close(), {
      capture: true,
      passive: true,
      signal: stop,
    })
    page.addEventListener('scroll', () => parts.isOpen() && parts.close(), { capture: true, passive: true, signal: stop })
  }
  return { watch, forget: () => clearTimeout(timer) }
}
