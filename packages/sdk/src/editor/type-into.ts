import type { Draft, Span } from '@qianshao/rules-core'
import { normalLine } from '@qianshao/rules-core'
import { type PlacedDraft, rangeOf } from './placed-draft.ts'

/**
 * Replaces a span as if somebody had selected and typed, so that the editor's own model and its undo take part. Reads back, and undoes
 * what did not come out as meant. False: nothing has changed.
 */
export function typeInto(placed: PlacedDraft, span: Span, text: string, readAgain: () => PlacedDraft): boolean {
  const wanted = expectedTexts(placed.draft, span, text)
  if (!wanted) return false
  const page = select(placed, span)
  if (!page) return false
  const typed = text === '' ? page.execCommand('delete') : page.execCommand('insertText', false, text)
  if (!typed) return false
  if (sameTexts(wanted, textsOf(readAgain().draft))) return true
  page.execCommand('undo')
  return false
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
  if (!range) return undefined
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

function expectedTexts(draft: Draft, span: Span, text: string): readonly string[] | undefined {
  const block = draft.blocks.find(({ id }) => id === span.blockId)
  if (!block) return undefined
  return textsOf({
    ...draft,
    blocks: draft.blocks.map((other) =>
      other === block ? { ...block, text: block.text.slice(0, span.start) + text + block.text.slice(span.end) } : other,
    ),
  })
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
