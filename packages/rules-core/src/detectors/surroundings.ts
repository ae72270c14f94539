import type { Block, Draft } from '../draft/draft.ts'
import type { TextPlace } from './detector.ts'
import { readTables, type TableText } from './table-text.ts'

/** A block's place with the lines before and after it: records are often written one field a line. */
export interface Surroundings extends TextPlace {
  before: string
  after: string
  /** All of it with the block's own text: two blocks with the same key are the same to every rule. */
  key: string
}

type Around = Omit<Surroundings, 'key'>

const LINES_BEFORE = 4
const LINES_AFTER = 3
/** More of a neighbouring line than this belongs to another thought. */
const REACH = 80

const known = new WeakMap<Draft, (block: Block) => Surroundings>()

/** What stands around each block of a draft, found once a draft; for a table cell, `before` is what leads to the table. */
export function surroundingsIn(draft: Draft): (block: Block) => Surroundings {
  const found = known.get(draft) ?? remember(lookAround(draft))
  known.set(draft, found)
  return found
}

/** The same without the lines around: what a detector sees that looks at one block. */
export function placesIn(draft: Draft): (block: Block) => TextPlace {
  const around = surroundingsIn(draft)
  return (block) => {
    const { role, hidden, title, header, headers, row } = around(block)
    return { role, hidden, title, header, headers, row }
  }
}

function remember(look: (block: Block) => Around): (block: Block) => Surroundings {
  const seen = new Map<string, Surroundings>()
  return (block) => {
    const found = seen.get(block.id)
    if (found) return found
    const around = look(block)
    const { role, hidden, title, header, headers, row, before, after } = around
    const place = { ...around, key: [role, hidden, title, header, headers, row, before, after, block.text].join('\u0000') }
    seen.set(block.id, place)
    return place
  }
}

function lookAround(draft: Draft): (block: Block) => Around {
  const title = draft.blocks.find((block) => block.role === 'title')?.text ?? ''
  const tables = readTables(draft)
  const order = new Map(draft.blocks.map((block, i) => [block.id, i]))
  return (block) => {
    const { role, hidden = false, cell } = block
    const table = cell && tables.get(cell.table)
    if (cell && table) return { role, hidden, title, ...around(cell, table, draft.blocks) }
    const at = order.get(block.id)!
    const before = linesFrom(draft.blocks, at, -1, LINES_BEFORE).reverse().join('\n')
    return { role, hidden, title, header: '', headers: '', row: '', before, after: linesFrom(draft.blocks, at, 1, LINES_AFTER).join('\n') }
  }
}

function around(cell: NonNullable<Block['cell']>, table: TableText, blocks: readonly Block[]): Omit<Around, 'role' | 'hidden' | 'title'> {
  const own = table.rows.get(cell.row) ?? []
  const row = own.flatMap((other) => (other.cell!.column === cell.column ? [] : [other.text])).join('\t')
  const lead = linesFrom(blocks, table.start, -1, 2).reverse().join('\n')
  if (table.isForm) {
    const label = own.find((other) => other.cell!.column === cell.column - 1)?.text ?? ''
    return { header: label, headers: '', row, before: `${lead}\n${table.asLines}`, after: '' }
  }
  if (cell.row <= table.headerRow) return { header: '', headers: '', row, before: lead, after: '' }
  return { header: table.headers.get(cell.column) ?? '', headers: [...table.headers.values()].join('\t'), row, before: lead, after: '' }
}

/** Up to `count` lines of running text next to a block, nearest first; a table or the end of the draft ends them. */
function linesFrom(blocks: readonly Block[], at: number, step: 1 | -1, count: number): string[] {
  const lines: string[] = []
  for (let i = at + step; i >= 0 && i < blocks.length && lines.length < count; i += step) {
    const { cell, role, text } = blocks[i]!
    if (cell || role === 'title') break
    if (text.trim() !== '') lines.push(text.slice(0, REACH))
  }
  return lines
}
