import type { Draft, DraftMeta, Fields, Span } from '@qianshao/rules-core'
import { readMarkup, readPlain } from '@qianshao/rules-core'
import { domMarkup, type TextSource } from './dom-markup.ts'
import { type EditorFields, readFields } from './fields.ts'

/** Where a stretch of a block's text stands in the page: its characters stand there one for one. */
export interface Piece {
  start: number
  length: number
  source: TextSource
}

export type PlainField = HTMLInputElement | HTMLTextAreaElement

/** A block is shown by text nodes, or by a plain field in which it begins at `offset`. */
export type Shown = { pieces: readonly Piece[] } | { field: PlainField; offset: number }

/** A draft, and where each of its blocks stands in the page at the moment it was read. */
export interface PlacedDraft {
  draft: Draft
  shown: ReadonlyMap<string, Shown>
}

/** Rich text in an element, with fields beside it. */
export function placeRich(
  body: Element,
  fields: EditorFields,
  meta: DraftMeta,
  asText?: (element: Element) => string | undefined,
): PlacedDraft {
  const { values, places } = readFields(fields)
  const markup = domMarkup(body, asText)
  const pieces = new Map<string, Piece[]>()
  const draft = readMarkup(markup.tree, values, meta, (parent, child, blockId, start) => {
    const source = markup.sourceOf(parent, child)
    const text = parent.children[child]
    if (!source || typeof text !== 'string') return
    const list = pieces.get(blockId) ?? []
    list.push({ start, length: text.length, source })
    pieces.set(blockId, list)
  })
  const shown = new Map<string, Shown>([...pieces].map(([id, list]) => [id, { pieces: list }]))
  return { draft, shown: withFields(draft, values, places, shown) }
}

/** Plain text in a field, with fields beside it. Each line with text is a block. */
export function placePlain(body: PlainField, fields: EditorFields, meta: DraftMeta): PlacedDraft {
  const { values, places } = readFields(fields)
  const draft = readPlain(body.value, values, meta)
  const shown = new Map<string, Shown>()
  const lines = draft.blocks.filter((block) => block.role === 'body')
  let from = 0
  for (const block of lines) {
    // Lines come in order and are copied unchanged, so the next occurrence is the line itself or lies in a longer one before it.
    const offset = lineStart(body.value, block.text, from)
    shown.set(block.id, { field: body, offset })
    from = offset + block.text.length
  }
  return { draft, shown: withFields(draft, values, places, shown) }
}

function lineStart(value: string, line: string, from: number): number {
  for (let at = value.indexOf(line, from); at >= 0; at = value.indexOf(line, at + 1)) {
    const end = at + line.length
    if ((at === 0 || /[\r\n\u2028\u2029]/.test(value[at - 1]!)) && (end === value.length || /[\r\n\u2028\u2029]/.test(value[end]!)))
      return at
  }
  throw new Error('placePlain: a line of the draft is not in its field')
}

function withFields(draft: Draft, values: Fields, places: ReadonlyMap<string, Shown>, shown: Map<string, Shown>): Map<string, Shown> {
  for (const block of draft.blocks) {
    const place = block.role in values ? places.get(block.role) : undefined
    if (place) shown.set(block.id, place)
  }
  return shown
}

/** The page's range of a span; undefined in a plain field, or where the page has moved on. */
export function rangeOf(placed: PlacedDraft, span: Span): Range | undefined {
  const shown = placed.shown.get(span.blockId)
  if (!shown || 'field' in shown) return undefined
  const first = shown.pieces.find((piece) => piece.start + piece.length > span.start) ?? shown.pieces.at(-1)
  const last = shown.pieces.filter((piece) => piece.start < span.end).at(-1) ?? first
  if (!first?.source.isConnected || !last?.source.isConnected) return undefined
  const range = first.source.ownerDocument.createRange()
  if (first.source.nodeType === Node.TEXT_NODE) range.setStart(first.source, inside(first, span.start))
  else range.setStartBefore(first.source)
  if (last.source.nodeType === Node.TEXT_NODE) range.setEnd(last.source, Math.max(inside(last, span.end), 0))
  else range.setEndAfter(last.source)
  return range
}

// The text node may have become shorter since it was read.
function inside(piece: Piece, offset: number): number {
  const length = piece.source.textContent?.length ?? 0
  return Math.min(Math.max(offset - piece.start, 0), length)
}
