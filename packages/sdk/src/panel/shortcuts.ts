import type { View } from './view.ts'

/** Alt+Q, Alt+↓, Alt+↑, Esc: from editor and panel alike, never while composing (F6 belongs to the browser). */
export function listenForShortcuts(view: View, parts: { focus(): void; inPanel(event: Event): boolean }, stop: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape' && parts.inPanel(event) && view.open.value && !view.gate.attempt.value) {
      event.preventDefault()
      view.setOpen(false)
      view.leave()
      return
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.code === 'KeyQ') {
      event.preventDefault()
      view.setOpen(!view.open.value)
      if (view.open.value) requestAnimationFrame(() => parts.focus())
      else view.leave()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (step(view, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
    }
  }
  addEventListener('keydown', onKey, { capture: true, signal: stop })
}

function step({ desk }: View, by: number): boolean {
  const cards = desk.cards.value
  if (cards.length === 0) return false
  const at = cards.findIndex(({ key }) => key === desk.current.value)
  const next = cards[at < 0 ? 0 : (at + by + cards.length) % cards.length]!
  desk.current.value = next.key
  desk.reveal(next.finding)
  return true
}
