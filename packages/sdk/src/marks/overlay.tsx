import type { Finding, Kind } from '@qianshao/rules-core'
import { render } from 'preact'
import { applySheet } from '../panel/apply-sheet.ts'
import { Icon } from '../panel/icons.tsx'
import { isDark } from '../panel/theme.ts'
import { colours } from '../panel/tokens.ts'
import { isHidden, type Rect } from './geometry.ts'
import type { GutterSign } from './gutter.ts'
import { editableOf, type MarkBox, rectsOf } from './places.ts'

/** What lies over the page, drawn by us: marks that no highlight can draw, the outline of the current one, and the gutter's signs. */
export interface Drawing {
  boxes: readonly MarkBox[]
  outlines: readonly MarkBox[]
  signs: readonly GutterSign[]
}

const KINDS = ['hold', 'ask', 'hint'] as const
const LINES: Record<Kind, string> = { hold: '3px solid', ask: '2px dashed', hint: '2px dotted' }

const css = `:host{all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147482000;overflow:hidden}
i,button{position:absolute;display:block;box-sizing:border-box}
i.line{box-sizing:content-box}
i.hold.line{background:rgba(201,55,44,.11)}i.ask.line{background:rgba(179,107,0,.09)}
i.outline{border-width:2px;border-style:solid;border-radius:4px}
button{width:24px;height:24px;padding:3px;border:0;background:none;border-radius:6px;pointer-events:auto;cursor:pointer}
button svg{display:block;width:18px;height:18px;padding:2px;box-sizing:border-box;border-radius:4px}
${[0, 1]
  .map((theme) => {
    const dark = theme === 1 ? '.dark' : ''
    const colour = (name: string) => colours[name]![theme]
    return [
      ...KINDS.map((kind) => `i.line.${kind}${dark}{border-bottom:${LINES[kind]} ${colour(`${kind}-mark`)}}`),
      ...KINDS.map((kind) => `i.outline.${kind}${dark}{border-color:${colour(`${kind}-mark`)}}`),
      `button.hold${dark} svg{background:${colour('hold')};color:${colour('surface')}}`,
      `button.ask${dark} svg{background:${colour('ask-soft')};color:${colour('ask')};box-shadow:inset 0 0 0 1px ${colour('ask-line')}}`,
      `button.hint${dark} svg{color:${colour('hint')}}`,
    ].join('')
  })
  .join('')}
@media (forced-colors:active){i{border-color:Mark!important}button svg{color:CanvasText!important;background:Canvas!important}}`

/** Over the page in a root of our own; only the signs can be clicked. Screen readers have the panel's list instead. */
export function createOverlay(
  { shadow, onSign }: { shadow: 'open' | 'closed'; onSign(finding: Finding): void },
  stop: AbortSignal,
): { draw(drawing: Drawing): void } {
  let root: ShadowRoot | undefined
  const open = (): ShadowRoot => {
    if (root) return root
    const host = document.createElement('qianshao-marks')
    host.setAttribute('aria-hidden', 'true')
    root = host.attachShadow({ mode: shadow })
    applySheet(root, css)
    document.documentElement.append(host)
    stop.addEventListener('abort', () => host.remove())
    return root
  }
  return {
    draw(drawing) {
      const { boxes, outlines, signs } = drawing
      if (!root && boxes.length + outlines.length + signs.length === 0) return
      // Measured before anything is drawn, or every box would cost a layout of its own.
      const lines = boxes.flatMap((box) => shapes(box, 'line'))
      const current = outlines.flatMap((box) => shapes(box, 'outline'))
      const into = open()
      // A sheet that had to be a style element stands before what is drawn.
      const holder = (into.querySelector('div') ?? into.appendChild(document.createElement('div'))) as HTMLElement
      render(
        <>
          {[...lines, ...current]}
          {signs.map((sign) => (
            <Sign sign={sign} onSign={onSign} />
          ))}
        </>,
        holder,
      )
    },
  }
}

function shapes(box: MarkBox, name: 'line' | 'outline') {
  const shown = editableOf(box)
  if (!shown) return []
  const dark = isDark('field' in box ? box.field : (box.range.startContainer.parentElement ?? shown)) ? ' dark' : ''
  return rectsOf(box)
    .filter((rect) => !isHidden(rect, shown))
    .map((rect) => <i class={`${name} ${box.kind}${dark}`} style={placed(name === 'line' ? rect : around(rect))} />)
}

/** Room for the line under the words as well. */
function around({ left, top, width, height }: Rect): Rect {
  return { left: left - 3, top: top - 2, width: width + 6, height: height + 6 }
}

function placed({ left, top, width, height }: Rect) {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }
}

function Sign({ sign, onSign }: { sign: GutterSign; onSign(finding: Finding): void }) {
  return (
    <button
      type="button"
      // Not a stop of the keyboard, which has Alt+Enter and the panel for the same.
      tabIndex={-1}
      class={`${sign.kind}${isDark(sign.beside) ? ' dark' : ''}`}
      style={{ left: `${sign.left}px`, top: `${sign.top}px` }}
      // The caret stays where it is.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onSign(sign.finding)}
    >
      <Icon name={sign.kind} size={18} />
    </button>
  )
}
