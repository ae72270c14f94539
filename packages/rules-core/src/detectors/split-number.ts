import * as z from 'zod/mini'
import type { Block, Draft } from '../draft/draft.ts'
import { bankCards } from './bank-card.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'
import { foldBlock } from './folded-block.ts'
import { residentIds } from './resident-id.ts'
import { surroundingsIn, wholePlace } from './surroundings.ts'
import { landlineNumbers, mobileNumbers } from './telephones.ts'

const FINDERS = { mobile: mobileNumbers, landline: landlineNumbers, 'bank-card': bankCards, 'resident-id': residentIds }
const PIECE = /^\s*[\dx]{1,12}\s*$/

/**
 * Finds a number that is spread over neighbouring cells of one row of a table, or over lines of their own: the area code in one cell and
 * the number in the next, or a sign in each. `kind`: which number. Its contexts see the headers of all these cells. Numbers inside one cell are for other detectors.
 */
export const splitNumber = defineDraftDetector({
  name: 'split-number',
  options: z.strictObject({ kind: z.enum(['mobile', 'landline', 'bank-card', 'resident-id']), contexts: contextOptions }),
  // It goes through the tables, and through nothing else.
  witness: () => [],
  beside: ({ blocks }) => blocks.some((block) => block.cell !== undefined || isPiece(block)),
  prepare({ kind, contexts }) {
    const weigh = prepareWeighing(contexts)
    return function* (draft) {
      for (const cells of cellRuns(draft)) {
        const text = cells.map((cell) => foldBlock(cell).text.trim()).join(' ')
        for (const hit of FINDERS[kind](text)) {
          const own = cellsUnder(hit, cells)
          if (own.length < 2) continue
          const found = weigh({ ...hit, trace: [...(hit.trace ?? []), SPREAD] }, text, placeOf(own, draft))
          const longest = own.reduce((one, other) => (other.text.length > one.text.length ? other : one))
          // What would mask it stands in several cells, so a person has to.
          const { replacement: _, ...rest } = found ?? {}
          if (found) yield { ...rest, blockId: longest.id, role: longest.role, start: 0, end: longest.text.length }
        }
      }
    }
  },
})

const SPREAD = { effect: 'for' as const, text: '一个号码拆在相邻的几格或几行里' }

function isPiece(block: Block): boolean {
  return PIECE.test(foldBlock(block).text)
}

/** Neighbouring cells of one row, or lines of the text, that hold digits and nothing else. */
function* cellRuns({ blocks }: Draft): Generator<readonly Block[]> {
  let run: Block[] = []
  for (const block of blocks) {
    const last = run.at(-1)
    const isDigits = isPiece(block)
    if (isDigits && last && isBeside(last, block)) {
      run.push(block)
      continue
    }
    if (run.length > 1) yield run
    run = isDigits ? [block] : []
  }
  if (run.length > 1) yield run
}

function isBeside({ cell }: Block, { cell: next }: Block): boolean {
  return cell && next ? cell.table === next.table && cell.row === next.row : !cell && !next
}

function cellsUnder({ start, end }: Hit, cells: readonly Block[]): readonly Block[] {
  let at = 0
  return cells.filter((cell) => {
    const from = at
    at += foldBlock(cell).text.trim().length + 1
    return from < end && start < at - 1
  })
}

function placeOf(cells: readonly Block[], draft: Draft): TextPlace {
  const around = surroundingsIn(draft)
  const places = cells.map((cell) => around(cell))
  return { ...wholePlace(places[0]!), header: places.map(({ header }) => header).join(' ') }
}
