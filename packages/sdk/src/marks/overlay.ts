import type { Kind } from '@qianshao/rules-core'
import type { PlainField } from '../editor/placed-draft.ts'
import { applySheet } from '../panel/apply-sheet.ts'
import { isDark } from '../panel/theme.ts'
import { colours } from '../panel/tokens.ts'
import { rectsInField } from './mirror.ts'

/** A mark that no highlight can draw: in a plain field, or in a browser without highlights. */
export type MarkBox = { kind: Kind } & ({ range: Range } | { field: PlainField; start: number; end: number })

const LINES: Record<Kind, string> = { hold: '3px solid', ask: '2px dashed', hint: '2px dotted' }

const css = `:host{all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147482000;overflow:hidden}
i{position:absolute;display:block}
${(['hold', 'ask', 'hint'] as const)
  .flatMap((kind) => [
    `i.${kind}{border-bottom:${LINES[kind]} ${colours[`${kind}-mark`]![0]}}`,
    `i.${kind}.dark{border-bottom-color:${colours[`${kind}-mark`]![1]}}`,
  ])
  .join('')}
i.hold{background:rgba(201,55,44,.11)}i.ask{background:rgba(179,107,0,.09)}`

/** Boxes over the page, in a root of our own; nothing of them can be clicked. */
export function createOverlay(stop: AbortSignal): { draw(boxes: readonly MarkBox[]): void } {
  let root: ShadowRoot | undefined
  let host: HTMLElement | undefined
  const open = (): ShadowRoot => {
    if (root) return root
    host = document.createElement('qianshao-marks')
    host.setAttribute('aria-hidden', 'true')
    root = host.attachShadow({ mode: 'closed' })
    applySheet(root, css)
    document.documentElement.append(host)
    return root
  }
  stop.addEventListener('abort', () => host?.remove())
  return {
    draw(boxes) {
      if (boxes.length === 0 && !root) return
      const drawn = boxes.flatMap((box) => {
        const element = 'field' in box ? box.field : box.range.startContainer.parentElement
        const dark = element ? isDark(element) : false
        const rects = 'field' in box ? rectsInField(box.field, box.start, box.end) : rectsOf(box.range)
        return rects.map((rect) => mark(rect, box.kind, dark))
      })
      open().replaceChildren(...drawn)
    },
  }
}

function mark(rect: { left: number; top: number; width: number; height: number }, kind: Kind, dark: boolean): HTMLElement {
  const element = document.createElement('i')
  element.className = dark ? `${kind} dark` : kind
  element.style.left = `${rect.left}px`
  element.style.top = `${rect.top}px`
  element.style.width = `${rect.width}px`
  element.style.height = `${rect.height}px`
  return element
}

/** A range of a frame's document is measured from the frame's corner. */
function rectsOf(range: Range): readonly DOMRect[] {
  const frame = range.startContainer.ownerDocument?.defaultView?.frameElement
  const corner = frame?.getBoundingClientRect()
  return [...range.getClientRects()].map((rect) =>
    corner
      ? new DOMRect(rect.left + corner.left + frame!.clientLeft, rect.top + corner.top + frame!.clientTop, rect.width, rect.height)
      : rect,
  )
}
