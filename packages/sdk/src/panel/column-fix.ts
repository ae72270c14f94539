import type { Draft, Finding } from '@qianshao/rules-core'
import type { Card } from '../live/state.ts'

/** All fixable findings of one column of a table: what one click masks from top to bottom. */
export interface ColumnFix {
  /** The column's header, '' where the table has none. */
  header: string
  /** One card a finding, so that what stands outside the column stays. */
  cards: readonly Card[]
}

/** The column that a card's finding stands in, with everything of its category that can be fixed there; undefined if it is the only one. */
export function columnFix(draft: Draft, cards: readonly Card[], card: Card): ColumnFix | undefined {
  const cells = new Map(draft.blocks.flatMap(({ id, cell, text }) => (cell ? [[id, { ...cell, text }] as const] : [])))
  const cellOf = (finding: Finding) => (finding.at ? cells.get(finding.at.blockId) : undefined)
  const own = cellOf(card.finding)
  if (!own || card.finding.replacement === undefined) return undefined
  const inColumn = cards.flatMap((other) =>
    [other.finding, ...other.others].flatMap((finding): Card[] => {
      const cell = cellOf(finding)
      const belongs =
        cell?.table === own.table &&
        cell.column === own.column &&
        finding.category === card.finding.category &&
        finding.replacement !== undefined
      return belongs ? [{ key: other.key, finding, kind: other.kind, others: [] }] : []
    }),
  )
  if (inColumn.length < 2) return undefined
  const header = [...cells.values()].find((cell) => cell.table === own.table && cell.column === own.column && cell.header)
  return { header: header?.text.replace(/\s/g, '') ?? '', cards: inColumn }
}
