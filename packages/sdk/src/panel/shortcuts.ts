import type { View } from './view.ts'

export interface ShortcutParts {
  /** Puts the focus on the panel's banner, or on the pill. */
  focus(): void
  /** Puts the focus into the publish dialog; false where there is none. */
  focusDialog(): boolean
  inPanel(event: Event): boolean
  /** Opens the card of the mark at the caret; false where there is none. */
  openAtCaret(): boolean
}

/** Alt+Q, Alt+↓, Alt+↑, Alt+Enter, F6, Esc: from editor and panel alike, never while composing. Watches one window; frames have their own. */
export function listenForShortcuts(target: Window, view: View, parts: ShortcutParts, stop: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey
    const done =
      event.key === 'Escape'
        ? onEscape(event)
        : event.key === 'F6' && plain && !event.altKey
          ? nextRegion(event)
          : plain && event.altKey && withAlt(event)
    if (done) {
      event.preventDefault()
      // The host has its own use for some of these keys; where we have answered, it is not asked too.
      if (event.key === 'Enter') event.stopPropagation()
    }
  }

  const onEscape = (event: KeyboardEvent): boolean => {
    if (view.atMark.value) {
      const inside = parts.inPanel(event)
      view.atMark.value = undefined
      if (inside) view.leave()
      return inside
    }
    if (!parts.inPanel(event) || !view.open.value || view.gate.attempt.value) return false
    view.setOpen(false)
    view.leave()
    return true
  }

  /** Host, panel, dialog, and round again. A modal dialog keeps the focus until it is answered. */
  const nextRegion = (event: KeyboardEvent): boolean => {
    if (!parts.inPanel(event)) {
      if (!view.gate.attempt.value || !parts.focusDialog()) parts.focus()
    } else if (view.gate.attempt.value && !view.inDialog()) parts.focusDialog()
    else if (!view.gate.attempt.value) view.leave()
    return true
  }

  const withAlt = (event: KeyboardEvent): boolean => {
    if (event.code === 'KeyQ') {
      view.setOpen(!view.open.value)
      if (view.open.value) requestAnimationFrame(() => parts.focus())
      else view.leave()
      return true
    }
    if (event.key === 'Enter') return !parts.inPanel(event) && !view.gate.attempt.value && parts.openAtCaret()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return step(view, event.key === 'ArrowDown' ? 1 : -1)
    return false
  }
  target.addEventListener('keydown', onKey, { capture: true, signal: stop })
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
