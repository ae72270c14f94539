/** Rectangles of the page's window, in CSS pixels. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface PillPlace {
  left: number
  top: number
}

export interface Layout {
  /** Undefined: no room, so the pill stands for it. */
  panel: { left: number; top: number; width: number; height: number } | undefined
  pill: PillPlace
}

export interface Wish {
  side: 'left' | 'right'
  /** How far somebody has moved the panel or the pill from its own place. */
  panelBy: { x: number; y: number }
  pillBy: { x: number; y: number }
  /** The text size, 1 to 1.5. */
  scale: number
}

const MARGIN = 8
const EDGE = 16
const LEAST_HEIGHT = 420
const LEAST_WIDTH = 320
const PILL = { width: 190, height: 44 }

/** A place for panel and pill in which no pixel of ours lies over a control of the host (its obstacles). */
export function layOut(window: { width: number; height: number }, obstacles: readonly Box[], wish: Wish): Layout {
  const wanted = (window.width <= 1_280 ? 360 : 392) * Math.min(wish.scale, 1.25)
  const width = Math.max(LEAST_WIDTH, Math.min(wanted, window.width - 2 * EDGE))
  const sides = wish.side === 'right' ? (['right', 'left'] as const) : (['left', 'right'] as const)
  const moved = movedPanel(window, obstacles, wish, width)
  const panel = moved ?? firstFree(sides, window, obstacles, width)
  return { panel, pill: pillPlace(window, obstacles, wish) }
}

function firstFree(
  sides: readonly ('left' | 'right')[],
  window: { width: number; height: number },
  obstacles: readonly Box[],
  width: number,
) {
  for (const side of sides) {
    const left = side === 'right' ? window.width - EDGE - width : EDGE
    const free = tallestGap(left, left + width, window.height, obstacles)
    if (free.bottom - free.top >= LEAST_HEIGHT) return { left, width, top: free.top, height: free.bottom - free.top }
  }
  return undefined
}

/** Where somebody put it, as long as it fits there. */
function movedPanel(window: { width: number; height: number }, obstacles: readonly Box[], wish: Wish, width: number) {
  const { x, y } = wish.panelBy
  if (x === 0 && y === 0) return undefined
  const home = firstFree([wish.side], window, obstacles, width)
  if (!home) return undefined
  const left = clamp(home.left + x, MARGIN, window.width - width - MARGIN)
  const height = Math.min(home.height, window.height - 2 * MARGIN)
  const top = clamp(home.top + y, MARGIN, window.height - height - MARGIN)
  const box = { left, top, right: left + width, bottom: top + height }
  return obstacles.some((obstacle) => overlaps(box, obstacle)) ? undefined : { left, top, width, height }
}

function tallestGap(left: number, right: number, height: number, obstacles: readonly Box[]): { top: number; bottom: number } {
  const inColumn = obstacles.filter((box) => box.left < right + MARGIN && box.right > left - MARGIN).sort((a, b) => a.top - b.top)
  let best = { top: 0, bottom: 0 }
  let top = MARGIN
  for (const box of [...inColumn, { top: height, bottom: height }]) {
    const bottom = box.top - MARGIN
    if (bottom - top > best.bottom - best.top) best = { top, bottom }
    top = Math.max(top, box.bottom + MARGIN)
  }
  return best
}

/** At the right edge, slid up along it until it covers nothing. */
function pillPlace(window: { width: number; height: number }, obstacles: readonly Box[], wish: Wish): PillPlace {
  const width = PILL.width * Math.min(wish.scale, 1.25)
  const left = clamp(window.width - EDGE - width + wish.pillBy.x, MARGIN, window.width - width - MARGIN)
  const start = clamp(window.height - 120 + wish.pillBy.y, MARGIN, window.height - PILL.height - MARGIN)
  for (let shift = 0; shift <= window.height; shift += 8) {
    for (const top of [start - shift, start + shift]) {
      if (top < MARGIN || top > window.height - PILL.height - MARGIN) continue
      const box = { left, top, right: left + width, bottom: top + PILL.height }
      if (!obstacles.some((obstacle) => overlaps(box, obstacle))) return { left, top }
    }
  }
  return { left, top: start }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)))
}
