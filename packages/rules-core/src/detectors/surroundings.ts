import type { Block, Draft } from '../draft/draft.ts'
import type { TextPlace } from './detector.ts'
import { readTables, type TableText } from './table-text.ts'

/** A block's place with the lines before and after it: records are often written one field a line. */
export interface Surroundings extends TextPlace {
  before: string
  after: string
}

/** What lies outside a block and gives it meaning. */
export type Outside = 'title' | 'header' | 'headers' | 'row' | 'before' | 'after'

/** What a search has asked about a block's surroundings: as long as the answers stay the same, so does what it finds. */
export type Answers = Partial<Record<Outside, string>>

export const LINES_BEFORE = 4
export const LINES_AFTER = 3
/** More of a neighbouring line than this belongs to another thought. */
const REACH = 80

/** Answers for the blocks of one draft, each looked up when it is asked for; for a table cell, `before` is what leads to the table. */
export class DraftPlaces {
  private readonly blocks: readonly Block[]
  private knownTitle: string | undefined
  private knownTables: ReadonlyMap<string, TableText> | undefined

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks
  }

  answer(at: number, asked: Outside): string {
    if (asked === 'title') return this.title
    const { cell } = this.blocks[at]!
    const table = cell && this.tables.get(cell.table)
    if (cell && table) return this.inTable(cell, table, asked)
    if (asked === 'before') return linesFrom(this.blocks, at, -1, LINES_BEFORE).reverse().join('\n')
    return asked === 'after' ? linesFrom(this.blocks, at, 1, LINES_AFTER).join('\n') : ''
  }

  get title(): string {
    this.knownTitle ??= this.blocks.find((block) => block.role === 'title')?.text ?? ''
    return this.knownTitle
  }

  private get tables(): ReadonlyMap<string, TableText> {
    this.knownTables ??= readTables(this.blocks)
    return this.knownTables
  }

  private inTable(cell: NonNullable<Block['cell']>, table: TableText, asked: Exclude<Outside, 'title'>): string {
    const own = table.rows.get(cell.row) ?? []
    if (asked === 'after') return ''
    if (asked === 'row') return own.flatMap((other) => (other.cell!.column === cell.column ? [] : [other.text])).join('\t')
    if (asked === 'before') {
      const lead = linesFrom(this.blocks, table.start, -1, 2).reverse().join('\n')
      return table.isForm ? `${lead}\n${table.asLines}` : lead
    }
    if (table.isForm) return asked === 'headers' ? '' : (own.find((other) => other.cell!.column === cell.column - 1)?.text ?? '')
    if (cell.row <= table.headerRow) return ''
    return asked === 'header' ? (table.headers.get(cell.column) ?? '') : [...table.headers.values()].join('\t')
  }
}

/** The place of one block, which writes down in `answers` what it is asked. */
export class AskedPlace implements TextPlace {
  readonly role: TextPlace['role']
  readonly hidden: boolean
  readonly answers: Answers
  private readonly places: DraftPlaces
  private readonly at: number

  constructor(places: DraftPlaces, at: number, { role, hidden = false }: Block, answers: Answers = {}) {
    this.answers = answers
    this.role = role
    this.hidden = hidden
    this.places = places
    this.at = at
  }

  get title(): string {
    return this.ask('title')
  }

  get header(): string {
    return this.ask('header')
  }

  get headers(): string {
    return this.ask('headers')
  }

  get row(): string {
    return this.ask('row')
  }

  ask(asked: Outside): string {
    let answer = this.answers[asked]
    if (answer === undefined) {
      answer = this.places.answer(this.at, asked)
      this.answers[asked] = answer
    }
    return answer
  }
}

/** The same, and it also tells the lines before and after. */
export class AskedSurroundings extends AskedPlace implements Surroundings {
  get before(): string {
    return this.ask('before')
  }

  get after(): string {
    return this.ask('after')
  }
}

/** All of a place at once, for detectors that are not our own: they may copy it. */
export function wholePlace(place: TextPlace): TextPlace {
  const { role, hidden, title, header, headers, row, before, after } = place
  return { role, hidden, title, header, headers, row, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

const known = new WeakMap<Draft, (block: Block) => Surroundings>()

/** What stands around each block of a draft. */
export function surroundingsIn(draft: Draft): (block: Block) => Surroundings {
  const found = known.get(draft) ?? lookAround(draft)
  known.set(draft, found)
  return found
}

function lookAround({ blocks }: Draft): (block: Block) => Surroundings {
  const places = new DraftPlaces(blocks)
  let order: ReadonlyMap<string, number> | undefined
  return (block) => {
    order ??= new Map(blocks.map(({ id }, i) => [id, i]))
    return new AskedSurroundings(places, order.get(block.id)!, block)
  }
}

/** Up to `count` lines of running text next to a block, nearest first; a table or the end of the draft ends them. */
function linesFrom(blocks: readonly Block[], at: number, step: 1 | -1, count: number): string[] {
  const lines: string[] = []
  for (let i = at + step; i >= 0 && i < blocks.length && lines.length < count; i += step) {
    const block = blocks[i]!
    if (endsLines(block)) break
    if (!isBlank(block)) lines.push(block.text.slice(0, REACH))
  }
  return lines
}

/** A title or a cell: lines around a block do not reach over it. */
export function endsLines({ cell, role }: Block): boolean {
  return cell !== undefined || role === 'title'
}

export function isBlank({ text }: Block): boolean {
  return text.trim() === ''
}
