import type { AttachedFile, Fields } from '@qianshao/rules-core'
import { readMarkup } from '@qianshao/rules-core'
import { domMarkup } from './dom-markup.ts'
import type { Piece, PlainField, Shown } from './placed-draft.ts'

/** An element that holds the value, or a function that finds it, or that gives the value itself. */
export type FieldSource = Element | (() => Element | string | null | undefined)

/** The parts of a draft that an editor keeps beside its body. */
export interface EditorFields {
  title?: FieldSource
  summary?: FieldSource
  author?: FieldSource
  source?: FieldSource
  attachments?: () => readonly AttachedFile[]
}

const ROLES = ['title', 'summary', 'author', 'source'] as const

export function readFields(fields: EditorFields): { values: Fields; places: ReadonlyMap<string, Shown> } {
  const values: Fields = {}
  const places = new Map<string, Shown>()
  for (const role of ROLES) {
    const source = fields[role]
    const found = typeof source === 'function' ? source() : source
    if (found === undefined || found === null) continue
    if (typeof found === 'string') {
      values[role] = found
    } else if (isPlainField(found)) {
      values[role] = found.value
      places.set(role, { field: found, offset: 0 })
    } else {
      const rich = readRichField(found)
      values[role] = rich.text
      places.set(role, { pieces: rich.pieces })
    }
  }
  if (fields.attachments) values.attachments = fields.attachments()
  return { values, places }
}

/** The elements behind the fields that exist now. */
export function fieldElements(fields: EditorFields): readonly Element[] {
  return ROLES.flatMap((role) => {
    const source = fields[role]
    const found = typeof source === 'function' ? source() : source
    return found && typeof found !== 'string' ? [found] : []
  })
}

/** By name, not by class: an element of another frame is of another class. */
export function isPlainField(element: Element): element is PlainField {
  return element.localName === 'input' || element.localName === 'textarea'
}

/** A title may be rich text too, as in newer editors; its lines are joined by LF. */
function readRichField(element: Element): { text: string; pieces: readonly Piece[] } {
  const markup = domMarkup(element)
  const found: { blockId: string; piece: Piece }[] = []
  const { blocks } = readMarkup(markup.tree, {}, { surface: 'website' }, (parent, child, blockId, start) => {
    const source = markup.sourceOf(parent, child)
    const text = parent.children[child]
    if (source && typeof text === 'string') found.push({ blockId, piece: { start, length: text.length, source } })
  })
  const starts = new Map<string, number>()
  let text = ''
  for (const block of blocks) {
    if (starts.size > 0) text += '\n'
    starts.set(block.id, text.length)
    text += block.text
  }
  return { text, pieces: found.map(({ blockId, piece }) => ({ ...piece, start: piece.start + (starts.get(blockId) ?? 0) })) }
}
