import type { Block, Draft } from '../draft/draft.ts'
import type { TextPlace } from './detector.ts'

/** A block's place with the lines before and after it: records are often written one field a line. */
export interface Surroundings extends TextPlace {
  before: string
  after: string
}

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

function remember(look: (block: Block) => Surroundings): (block: Block) => Surroundings {
  const seen = new Map<string, Surroundings>()
  return (block) => {
    const place = seen.get(block.id) ?? look(block)
    seen.set(block.id, place)
    return place
  }
}

function lookAround(draft: Draft): (block: Block) => Surroundings {
  const title = draft.blocks.find((block) => block.role === 'title')?.text ?? ''
  const tables = readTables(draft)
  const order = new Map(draft.blocks.map((block, i) => [block.id, i]))
  return (block) => {
    const { role, hidden = false, cell } = block
    const at = order.get(block.id)!
    if (!cell) {
      const before = linesFrom(draft.blocks, at, -1, LINES_BEFORE).reverse().join('\n')
      return {
        role,
        hidden,
        title,
        header: '',
        headers: '',
        row: '',
        before,
        after: linesFrom(draft.blocks, at, 1, LINES_AFTER).join('\n'),
      }
    }
    const table = tables.get(cell.table)!
    const own = table.rows.get(cell.row) ?? []
    return {
      role,
      hidden,
      title,
      header: cell.header ? '' : (table.headers.get(cell.column) ?? ''),
      headers: cell.header ? '' : [...table.headers.values()].join('\t'),
      row: own.flatMap((other) => (other.cell!.column === cell.column ? [] : [other.text])).join('\t'),
      before: linesFrom(draft.blocks, table.start, -1, 2).reverse().join('\n'),
      after: '',
    }
  }
}

interface ReadTable {
  /** Index of the table's first block. */
  start: number
  headers: Map<number, string>
  rows: Map<number, Block[]>
}

function readTables({ blocks }: Draft): ReadonlyMap<string, ReadTable> {
  const tables = new Map<string, ReadTable>()
  blocks.forEach((block, start) => {
    if (!block.cell) return
    const { table: id, row, column, header } = block.cell
    let table = tables.get(id)
    if (!table) {
      table = { start, headers: new Map(), rows: new Map() }
      tables.set(id, table)
    }
    if (header) table.headers.set(column, `${table.headers.get(column) ?? ''}${block.text}`)
    const cells = table.rows.get(row)
    if (cells) cells.push(block)
    else table.rows.set(row, [block])
  })
  return tables
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
