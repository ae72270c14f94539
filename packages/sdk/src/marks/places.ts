import type { Kind, Span } from '@qianshao/rules-core'
import type { EditorAdapter } from '../editor/adapter.ts'
import type { PlainField } from '../editor/placed-draft.ts'
import { editableAround, type Rect, rectsOfRange } from './geometry.ts'
import { rectsInField } from './mirror.ts'

/** Where a span stands: in the page's own text, or in a plain field, which has no ranges. */
export type MarkPlace = { range: Range } | { field: PlainField; start: number; end: number }

export type MarkBox = { kind: Kind } & MarkPlace

export function placesOf(editor: EditorAdapter, span: Span): readonly MarkPlace[] {
  const field = editor.field?.(span.blockId)
  if (field) return [{ field: field.element, start: field.offset + span.start, end: field.offset + span.end }]
  return (editor.ranges?.(span) ?? []).map((range) => ({ range }))
}

export function rectsOf(place: MarkPlace): readonly Rect[] {
  return 'field' in place ? rectsInField(place.field, place.start, place.end) : rectsOfRange(place.range)
}

/** The edited element that shows the place. */
export function editableOf(place: MarkPlace): Element | undefined {
  return 'field' in place ? place.field : editableAround(place.range.startContainer)
}

/** Whether the caret stands in the place or at one of its ends. */
export function hasCaret(place: MarkPlace): boolean {
  if ('field' in place) {
    const { field, start, end } = place
    const root = field.getRootNode() as Document | ShadowRoot
    const caret = root.activeElement === field ? field.selectionEnd : null
    return caret !== null && caret >= start && caret <= end
  }
  const { startContainer } = place.range
  // Inside a shadow root only Chromium's own method tells the caret; elsewhere the document does.
  const root = startContainer.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null })
  const selection = root.getSelection?.() ?? startContainer.ownerDocument?.getSelection()
  return !!selection?.focusNode && place.range.isPointInRange(selection.focusNode, selection.focusOffset)
}
