import { useRef } from 'preact/hooks'

const STEP = 16
const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

/** Moves something by pointer or by arrow keys; `moved` tells a drag from a click. */
export function useDrag(onMove: (by: { x: number; y: number }) => void) {
  const moved = useRef(false)
  const start = (event: PointerEvent) => {
    if (event.button !== 0) return
    const handle = event.currentTarget as HTMLElement
    let { clientX, clientY } = event
    moved.current = false
    const stop = new AbortController()
    const move = (next: PointerEvent) => {
      if (!moved.current && Math.hypot(next.clientX - clientX, next.clientY - clientY) < 4) return
      moved.current = true
      onMove({ x: next.clientX - clientX, y: next.clientY - clientY })
      clientX = next.clientX
      clientY = next.clientY
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move, { signal: stop.signal })
    for (const type of ['pointerup', 'pointercancel'] as const) handle.addEventListener(type, () => stop.abort(), { signal: stop.signal })
  }
  const keys = (fits: (event: KeyboardEvent) => boolean) => (event: KeyboardEvent) => {
    const by = ARROWS[event.key]
    if (!by || !fits(event)) return
    event.preventDefault()
    onMove(by)
  }
  return { start, keys, moved: () => moved.current }
}
