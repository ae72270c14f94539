import type { Finding, Kind } from '@qianshao/rules-core'
import { kindOf } from '@qianshao/rules-core'
import type { EditorAdapter } from '../editor/adapter.ts'
import { markCss } from '../panel/styles.ts'
import { isDark } from '../panel/theme.ts'
import type { Rect } from './geometry.ts'
import { gutterSigns } from './gutter.ts'
import { createOverlay } from './overlay.tsx'
import { editableOf, hasCaret, type MarkBox, placesOf, rectsOf } from './places.ts'

const PRIORITY: Record<Kind, number> = { hold: 3, ask: 2, hint: 1 }
const KINDS: readonly Kind[] = ['hold', 'ask', 'hint']

/** A finding's mark, and the line of it that is meant. */
export interface MarkAt {
  finding: Finding
  box: Rect
}

/** Draws findings over the text and never touches it. */
export interface Marks {
  /** `current` is outlined. */
  draw(findings: readonly Finding[], current: Finding | undefined): void
  /** The mark at a point of the top window; the worse one where two overlap. */
  under(x: number, y: number): MarkAt | undefined
  /** The mark in which the caret stands. */
  atCaret(): MarkAt | undefined
}

export interface MarkParts {
  shadow: 'open' | 'closed'
  onSign(finding: Finding): void
  /** Called once for every document in which text stands: the page's own, and those of frames. */
  onPage(page: Document): void
}

/** One highlight a kind, in the registry of the text's own document; boxes over the text where the browser has no highlights. */
export function createMarks(editor: EditorAdapter, { shadow, onSign, onPage }: MarkParts, stop: AbortSignal): Marks {
  const overlay = createOverlay({ shadow, onSign }, stop)
  const styled = new Map<Document, Styled>()
  let drawn: readonly Finding[] = []
  let outlined: Finding | undefined
  let frame = 0

  const paint = () => {
    frame = 0
    const byPage = new Map<Document, Record<Kind, Range[]>>()
    const boxes: MarkBox[] = []
    for (const finding of drawn) {
      for (const box of boxesOf(editor, finding)) {
        if ('field' in box) {
          boxes.push(box)
          continue
        }
        const page = box.range.startContainer.ownerDocument!
        if (!isNear(box.range, page)) continue
        if (canHighlight(page)) {
          const kinds = byPage.get(page) ?? { hold: [], ask: [], hint: [] }
          kinds[box.kind].push(box.range)
          byPage.set(page, kinds)
        } else boxes.push(box)
      }
    }
    for (const page of new Set([...styled.keys(), ...byPage.keys()])) highlight(page, byPage.get(page), styled)
    if (canMeasure()) overlay.draw({ boxes, outlines: outlined ? boxesOf(editor, outlined) : [], signs: gutterSigns(editor, drawn) })
  }
  const schedule = () => {
    if (frame === 0 && !stop.aborted) frame = requestAnimationFrame(paint)
  }
  const watched = new WeakSet<Document>()
  const follow = (page: Document) => {
    if (watched.has(page)) return
    watched.add(page)
    page.addEventListener('scroll', schedule, { capture: true, passive: true, signal: stop })
    page.defaultView?.addEventListener('resize', schedule, { signal: stop })
    // A press may open a menu of the host over the words.
    page.addEventListener('click', schedule, { passive: true, signal: stop })
    onPage(page)
  }
  // A picture that arrives or a bar that folds moves the words without any scroll.
  const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(schedule) : undefined
  let sized: Element | undefined
  const followSize = (element: Element | undefined) => {
    if (!element || element === sized) return
    sizes?.disconnect()
    sizes?.observe(element)
    sized = element
  }
  follow(document)
  stop.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    sizes?.disconnect()
    for (const page of styled.keys()) highlight(page, undefined, styled)
    for (const [page, { sheet }] of styled) page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet)
  })

  return {
    draw(findings, current) {
      drawn = findings
      outlined = current
      const first = findings.find(({ at }) => at)
      const [place] = first?.at ? placesOf(editor, first.at) : []
      if (place && 'range' in place) follow(place.range.startContainer.ownerDocument!)
      followSize(place && editableOf(place))
      schedule()
    },
    under(x, y) {
      const hits = drawn.flatMap((finding) =>
        boxesOf(editor, finding)
          .flatMap(rectsOf)
          .filter(({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height + 4)
          .map((box) => ({ finding, box })),
      )
      return hits.sort((a, b) => PRIORITY[kindOf(b.finding)] - PRIORITY[kindOf(a.finding)])[0]
    },
    atCaret() {
      for (const finding of drawn) {
        const box = boxesOf(editor, finding).find(hasCaret)
        const [line] = box ? rectsOf(box).slice(-1) : []
        if (line) return { finding, box: line }
      }
      return undefined
    },
  }
}

function boxesOf(editor: EditorAdapter, finding: Finding): readonly MarkBox[] {
  if (!finding.at || finding.at.end <= finding.at.start) return []
  const kind = kindOf(finding)
  return placesOf(editor, finding.at).map((place) => ({ kind, ...place }))
}

/** False in a document without layout, such as a test's. */
function canMeasure(): boolean {
  return typeof Range.prototype.getClientRects === 'function' && typeof document.elementFromPoint === 'function'
}

interface Styled {
  sheet: CSSStyleSheet
  dark: boolean
}

type HighlightView = Window & {
  CSS: { highlights: Map<string, unknown> }
  Highlight: new (...ranges: Range[]) => { priority: number }
  CSSStyleSheet: typeof CSSStyleSheet
}

function canHighlight(page: Document): boolean {
  const view = page.defaultView as HighlightView | null
  return view !== null && 'Highlight' in view && 'highlights' in view.CSS && 'adoptedStyleSheets' in page
}

function highlight(page: Document, ranges: Record<Kind, Range[]> | undefined, styled: Map<Document, Styled>): void {
  const view = page.defaultView as HighlightView | null
  if (!view) return
  const holder = ranges && Object.values(ranges).flat()[0]?.startContainer.parentElement
  if (holder) styleFor(page, view, isDark(holder), styled)
  for (const kind of KINDS) {
    const here = ranges?.[kind] ?? []
    if (here.length === 0) {
      view.CSS.highlights.delete(`qs-${kind}`)
      continue
    }
    const mark = new view.Highlight(...here)
    mark.priority = PRIORITY[kind]
    view.CSS.highlights.set(`qs-${kind}`, mark)
  }
}

/** The lines for a light or a dark ground; anew when the host has changed from day to night. */
function styleFor(page: Document, view: HighlightView, dark: boolean, styled: Map<Document, Styled>): void {
  const now = styled.get(page)
  if (now?.dark === dark) return
  const sheet = now?.sheet ?? new view.CSSStyleSheet()
  sheet.replaceSync(markCss(dark))
  if (!now) page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
  styled.set(page, { sheet, dark })
}

/** Visible, or within one screen above or below: a long text costs a keystroke no more than a short one. */
function isNear(range: Range, page: Document): boolean {
  const height = page.defaultView?.innerHeight ?? 0
  if (typeof range.getBoundingClientRect !== 'function') return true
  const box = range.getBoundingClientRect()
  return box.bottom > -height && box.top < 2 * height
}
