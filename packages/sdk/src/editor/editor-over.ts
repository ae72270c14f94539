import type { DraftMeta, Span } from '@qianshao/rules-core'
import type { EditorAdapter } from './adapter.ts'
import type { EditorFields } from './fields.ts'
import { type PlacedDraft, rangeOf } from './placed-draft.ts'
import { selectSpan, typeAllInto, typeInto } from './type-into.ts'

/** What every adapter of ours is told beside its body. */
export interface EditorOptions {
  /** Fields that are published with the body. */
  fields?: EditorFields
  /** The publish controls, as a selector of the page or a function. */
  publish: string | (() => Iterable<Element>)
  /** Surface, column and the like; a function where it can change. `website` if absent. */
  meta?: DraftMeta | (() => DraftMeta)
  /** Reads an element as text, such as an inline emoji picture. */
  asText?: (element: Element) => string | undefined
  /** True where the page looks like the editor although its body was not found: `probe` then says `changed`. */
  looksFamiliar?: () => boolean
}

/** Everything but reading and watching is the same for all our adapters. */
export function editorOver(
  body: () => Element | undefined,
  options: EditorOptions,
  place: (body: Element, fields: EditorFields, meta: DraftMeta) => PlacedDraft,
  watch: (notify: () => void, signal: AbortSignal) => void,
): EditorAdapter {
  const meta = (): DraftMeta => {
    const given = typeof options.meta === 'function' ? options.meta() : options.meta
    return given ?? { surface: 'website' }
  }
  const readNow = (): PlacedDraft => {
    const element = body()
    if (!element) throw new Error('editor: the body is not in the page; ask probe() before read()')
    return place(element, options.fields ?? {}, meta())
  }
  let last: PlacedDraft | undefined
  const placed = (): PlacedDraft => {
    last ??= readNow()
    return last
  }
  return {
    probe: () => (body() ? 'ready' : options.looksFamiliar?.() ? 'changed' : 'unknown'),
    read() {
      last = readNow()
      return last.draft
    },
    onChange: watch,
    ranges(span) {
      const range = rangeOf(placed(), span)
      return range ? [range] : []
    },
    field(blockId) {
      const shown = placed().shown.get(blockId)
      return shown && 'field' in shown ? { element: shown.field, offset: shown.offset } : undefined
    },
    reveal: (span: Span) => selectSpan(placed(), span),
    replace(span, text) {
      return typeInto(placed(), span, text, () => {
        last = readNow()
        return last
      })
    },
    replaceAll(edits) {
      return typeAllInto(placed(), edits, () => {
        last = readNow()
        return last
      })
    },
    publishControls: () => (typeof options.publish === 'function' ? options.publish() : document.querySelectorAll(options.publish)),
  }
}
