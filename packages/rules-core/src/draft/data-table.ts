import type { Cell } from './draft.ts'
import { type MarkupNode, visit } from './markup.ts'

export interface DataTable {
  captions: readonly MarkupNode[]
  rows: readonly (readonly { node: MarkupNode; place: Omit<Cell, 'table'> }[])[]
  columns: number
}

const SPAN_LIMIT = 1_000 // HTML caps colspan at 1,000; a larger number is a mistake or an attack.

/**
 * Reads a table whose rows carry data: no table inside, and some row of two or more cells (protocol.md §1.3, step 8).
 * Undefined for a table that only lays out a page. Columns count what merged cells cover, so that a header stays above its column.
 */
export function readDataTable(table: MarkupNode): DataTable | undefined {
  if (hasTableInside(table)) return undefined
  const sections = rowElements(table)
  if (!sections.some(({ row }) => cellElements(row).length > 1)) return undefined

  const anyHeader = sections.some(({ row, inHead }) => inHead || cellElements(row).some((cell) => cell.name === 'th'))
  const coveredUntil: number[] = [] // per column: the first row that a merged cell from above no longer covers
  let columns = 0
  const rows = sections.map(({ row, inHead }, r) => {
    let column = 0
    return cellElements(row).map((node) => {
      while ((coveredUntil[column] ?? 0) > r) column += 1
      // Editors of offices rarely write th: without any, the first row is the header.
      const place = { row: r, column, header: node.name === 'th' || inHead || (!anyHeader && r === 0) }
      const wide = span(node.attrs.colspan)
      const high = span(node.attrs.rowspan)
      for (let c = column; c < column + wide; c++) coveredUntil[c] = r + high
      column += wide
      columns = Math.max(columns, column)
      return { node, place }
    })
  })
  const captions = table.children.filter((child): child is MarkupNode => typeof child !== 'string' && child.name === 'caption')
  return { captions, rows, columns }
}

function span(written: string | undefined): number {
  const number = Number.parseInt(written ?? '1', 10)
  return number >= 1 && number <= SPAN_LIMIT ? number : 1
}

function hasTableInside(table: MarkupNode): boolean {
  let found = false
  visit(table, (child) => {
    if (typeof child !== 'string' && child.name === 'table') found = true
    return !found
  })
  return found
}

function rowElements(table: MarkupNode): { row: MarkupNode; inHead: boolean }[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'tr') return [{ row: child, inHead: false }]
    if (!['tbody', 'thead', 'tfoot'].includes(child.name)) return []
    return rowElements(child).map(({ row }) => ({ row, inHead: child.name === 'thead' }))
  })
}

function cellElements(row: MarkupNode): MarkupNode[] {
  return row.children.filter((child): child is MarkupNode => typeof child !== 'string' && (child.name === 'td' || child.name === 'th'))
}
