import type { Draft, Span } from '@qianshao/rules-core'
import { normalLine } from '@qianshao/rules-core'
import type { Edit } from './adapter.ts'
import { isPlainField } from './fields.ts'
import { type PlacedDraft, type PlainField, rangeOf } from './placed-draft.ts'

/**
 * Replaces a span as if somebody had selected and typed, so that the editor's own model and its undo take part. Reads back, and undoes
 * what did not come out as meant. False: nothing has changed.
 */
export function typeInto(placed: PlacedDraft, span: Span, text: string, readAgain: () => PlacedDraft): boolean {
  const wanted = expectedTexts(placed.draft, [{ span, text }])
  const page = wanted && select(placed, span)
  return page !== undefined && typed(page, text, wanted!, readAgain)
}

/**
 * The same for many spans as one step of the editor's undo. That is possible where one stretch of plain text holds them all: a field,
 * or one text node. A stretch of rich text is not typed anew, since it would lose its bold and its links, and an editor with a model of
 * its own would be told of one large change where there were small ones; those are replaced one by one, and taken back together by us.
 */
export function typeAllInto(placed: PlacedDraft, edits: readonly Edit[], readAgain: () => PlacedDraft): boolean {
  const stretch = stretchOf(placed, edits)
  const wanted = stretch && expectedTexts(placed.draft, edits)
  const page = wanted && stretch.select()
  return page !== undefined && typed(page, stretch!.text, wanted!, readAgain)
}

function typed(page: Document, text: string, wanted: readonly string[], readAgain: () => PlacedDraft): boolean {
  const done = text === '' ? page.execCommand('delete') : page.execCommand('insertText', false, text)
  if (!done) return false
  if (sameTexts(wanted, textsOf(readAgain().draft))) return true
  page.execCommand('undo')
  return false
}

interface Stretch {
  text: string
  select(): Document | undefined
}

/** The smallest stretch of one field or one text node that holds all edits, as it shall read afterwards. */
function stretchOf(placed: PlacedDraft, edits: readonly Edit[]): Stretch | undefined {
  const places = edits.map(({ span, text }) => {
    const shown = placed.shown.get(span.blockId)
    if (!shown) return undefined
    if ('field' in shown) return { source: shown.field, start: shown.offset + span.start, end: shown.offset + span.end, text }
    const piece = shown.pieces.find(({ start, length }) => span.start >= start && span.end <= start + length)
    return piece && { source: piece.source, start: span.start - piece.start, end: span.end - piece.start, text }
  })
  const [first] = places
  if (!first || places.some((place) => place?.source !== first.source)) return undefined
  const { source } = first
  const field = isField(source) ? source : undefined
  const value = field ? field.value : source.nodeType === Node.TEXT_NODE ? source.textContent : null
  if (value === null) return undefined
  const inOrder = places.flatMap((place) => place ?? []).sort((a, b) => a.start - b.start)
  const { start } = inOrder[0]!
  const { end } = inOrder.at(-1)!
  // From the end, so that the offsets still to come stay right.
  let text = value.slice(start, end)
  for (const place of inOrder.reverse()) text = text.slice(0, place.start - start) + place.text + text.slice(place.end - start)
  return {
    text,
    select() {
      if (field) {
        field.focus({ preventScroll: true })
        field.setSelectionRange(start, end)
        return typing(field.ownerDocument)
      }
      const range = source.ownerDocument!.createRange()
      range.setStart(source, start)
      range.setEnd(source, end)
      return selectRange(range)
    },
  }
}

/** Scrolls to a span and selects it there. */
export function selectSpan(placed: PlacedDraft, span: Span): void {
  const shown = placed.shown.get(span.blockId)
  const calm = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
  const scroll: ScrollIntoViewOptions = { block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' }
  if (shown && 'field' in shown) {
    shown.field.scrollIntoView?.(scroll)
  } else {
    const holder = rangeOf(placed, span)?.startContainer
    const element = holder?.nodeType === Node.TEXT_NODE ? holder.parentElement : (holder as Element | undefined)
    element?.scrollIntoView?.(scroll)
  }
  select(placed, span)
}

/** Puts focus and selection there; answers the document that holds them, if it can type. */
function select(placed: PlacedDraft, span: Span): Document | undefined {
  const shown = placed.shown.get(span.blockId)
  if (shown && 'field' in shown) {
    const { field, offset } = shown
    field.focus({ preventScroll: true })
    field.setSelectionRange(offset + span.start, offset + span.end)
    return typing(field.ownerDocument)
  }
  const range = rangeOf(placed, span)
  return range && selectRange(range)
}

function selectRange(range: Range): Document | undefined {
  const page = range.startContainer.ownerDocument!
  const holder =
    range.startContainer.nodeType === Node.ELEMENT_NODE ? (range.startContainer as Element) : range.startContainer.parentElement
  const editable = holder?.closest<HTMLElement>('[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]')
  ;(editable ?? page.body).focus({ preventScroll: true })
  const selection = page.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  return typing(page)
}

// The command is old and still the only way to type into any editor with its undo; documents without it show the fix to be copied.
function typing(page: Document): Document | undefined {
  return typeof page.execCommand === 'function' ? page : undefined
}

function isField(source: Node): source is PlainField {
  return source.nodeType === Node.ELEMENT_NODE && isPlainField(source as Element)
}

/** What the draft's lines are to be after these edits of it; undefined where an edit names no block of it. */
function expectedTexts(draft: Draft, edits: readonly Edit[]): readonly string[] | undefined {
  const texts = new Map(draft.blocks.map(({ id, text }) => [id, text]))
  const fromTheEnd = [...edits].sort((a, b) => b.span.start - a.span.start)
  for (const { span, text } of fromTheEnd) {
    const before = texts.get(span.blockId)
    if (before === undefined) return undefined
    texts.set(span.blockId, before.slice(0, span.start) + text + before.slice(span.end))
  }
  return textsOf({ ...draft, blocks: draft.blocks.map((block) => ({ ...block, text: texts.get(block.id)! })) })
}

// Lines, not blocks: an emptied paragraph may go, and a browser may write a space as a no-break space.
function textsOf(draft: Draft): readonly string[] {
  return draft.blocks
    .flatMap((block) => block.text.split('\n'))
    .map(normalLine)
    .filter((line) => line !== '')
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i])
}
