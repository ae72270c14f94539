import type { Finding, Kind } from '@qianshao/rules-core'
import { kindOf } from '@qianshao/rules-core'
import type { EditorAdapter } from '../editor/adapter.ts'
import { markCss } from '../panel/styles.ts'
import { isDark } from '../panel/theme.ts'
import { createOverlay, type MarkBox } from './overlay.ts'

const PRIORITY: Record<Kind, number> = { hold: 3, ask: 2, hint: 1 }
const KINDS: readonly Kind[] = ['hold', 'ask', 'hint']

/** Draws findings over the text and never touches it. */
export interface Marks {
  draw(findings: readonly Finding[]): void
  /** Takes away what stands in a text that is being changed, until the next look. */
  clear(): void
}

/** One highlight a kind, in the registry of the text's own document; boxes over the text where the browser has no highlights. */
export function createMarks(editor: EditorAdapter, stop: AbortSignal): Marks {
  const overlay = createOverlay(stop)
  const styled = new Map<Document, Styled>()
  let drawn: readonly Finding[] = []
  let frame = 0

  const paint = () => {
    frame = 0
    const byPage = new Map<Document, Record<Kind, Range[]>>()
    const boxes: MarkBox[] = []
    for (const finding of drawn) {
      if (!finding.at || finding.at.end <= finding.at.start) continue
      const kind = kindOf(finding)
      const field = editor.field?.(finding.at.blockId)
      if (field) {
        boxes.push({ kind, field: field.element, start: field.offset + finding.at.start, end: field.offset + finding.at.end })
        continue
      }
      for (const range of editor.ranges?.(finding.at) ?? []) {
        const page = range.startContainer.ownerDocument!
        if (!isNear(range, page)) continue
        if (canHighlight(page)) {
          const kinds = byPage.get(page) ?? { hold: [], ask: [], hint: [] }
          kinds[kind].push(range)
          byPage.set(page, kinds)
        } else boxes.push({ kind, range })
      }
    }
    for (const page of new Set([...styled.keys(), ...byPage.keys()])) highlight(page, byPage.get(page), styled)
    overlay.draw(boxes)
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
  }
  follow(document)
  stop.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    for (const page of styled.keys()) highlight(page, undefined, styled)
    for (const [page, { sheet }] of styled) page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet)
  })

  return {
    draw(findings) {
      drawn = findings
      const first = findings.find(({ at }) => at)
      const [range] = first?.at ? (editor.ranges?.(first.at) ?? []) : []
      if (range?.startContainer.ownerDocument) follow(range.startContainer.ownerDocument)
      schedule()
    },
    clear() {
      drawn = []
      schedule()
    },
  }
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
