import type { PlainField } from '../editor/placed-draft.ts'
import { byLine, type Rect } from './geometry.ts'

/** What decides where a letter of a field stands. */
const COPIED = [
  'boxSizing',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontVariant',
  'fontStretch',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textIndent',
  'textTransform',
  'textAlign',
  'tabSize',
  'direction',
  'wordBreak',
  'overflowWrap',
] as const

/**
 * Where a stretch of a plain field's text stands in the window. A field has no ranges of its own, so its text is laid out a second time
 * in an invisible copy outside of the host's tree, measured, and thrown away.
 */
export function rectsInField(field: PlainField, start: number, end: number): readonly Rect[] {
  const outer = field.getBoundingClientRect()
  if (outer.width === 0 || outer.height === 0) return []
  const holder = document.createElement('qianshao-mirror')
  const root = holder.attachShadow({ mode: 'closed' })
  const copy = document.createElement('div')
  const style = getComputedStyle(field)
  for (const name of COPIED) copy.style[name] = style[name]
  Object.assign(copy.style, {
    position: 'fixed',
    visibility: 'hidden',
    left: `${outer.left}px`,
    top: `${outer.top}px`,
    borderStyle: 'solid',
    // The scroll bar takes its room from the text.
    width: style.boxSizing === 'border-box' ? `${outer.width - scrollBar(field, style)}px` : style.width,
    whiteSpace: field.localName === 'input' ? 'pre' : 'pre-wrap',
  })
  const words = document.createTextNode(field.value)
  copy.append(words, '\u200b')
  root.append(copy)
  document.documentElement.append(holder)
  const range = document.createRange()
  range.setStart(words, Math.min(start, words.length))
  range.setEnd(words, Math.min(end, words.length))
  const middle = field.localName === 'input' ? (outer.height - copy.getBoundingClientRect().height) / 2 : 0
  const rects = [...range.getClientRects()].map(
    (rect) => new DOMRect(rect.left - field.scrollLeft, rect.top - field.scrollTop + middle, rect.width, rect.height),
  )
  holder.remove()
  return byLine(
    rects.filter((rect) => rect.bottom <= outer.bottom && rect.top >= outer.top && rect.left < outer.right && rect.right > outer.left),
  )
}

function scrollBar(field: PlainField, style: CSSStyleDeclaration): number {
  const borders = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth)
  return Math.max(0, field.offsetWidth - field.clientWidth - borders)
}
