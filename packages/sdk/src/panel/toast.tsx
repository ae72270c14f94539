import { useEffect, useRef } from 'preact/hooks'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

const PLAIN_MS = 4_000
const UNDO_MS = 8_000

/** One line at the bottom of our own panel; stays while it is hovered or focused. */
export function Toast({ view: { desk } }: { view: View }) {
  const toast = desk.toast.value
  const held = useRef(false)
  useEffect(() => {
    if (!toast) return
    const leave = () => {
      if (held.current) timer = setTimeout(leave, 1_000)
      else desk.toast.value = undefined
    }
    let timer = setTimeout(leave, toast.undo ? UNDO_MS : PLAIN_MS)
    return () => clearTimeout(timer)
  }, [toast, desk])
  if (!toast) return null
  const hold = (yes: boolean) => () => {
    held.current = yes
  }
  return (
    <div class="toast" role="status" onMouseEnter={hold(true)} onMouseLeave={hold(false)} onFocusIn={hold(true)} onFocusOut={hold(false)}>
      {toast.text}
      {toast.undo && (
        <button type="button" onClick={toast.undo}>
          {text.toast.undo}
        </button>
      )}
    </div>
  )
}
