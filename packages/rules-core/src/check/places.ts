import type { TextPlace } from '../detectors/detector.ts'
import type { Block, Draft } from '../draft/draft.ts'

/** What stands around each block: its column's header, its row, the draft's title. One pass for the whole draft. */
export function placesOf(draft: Draft): (block: Block) => TextPlace {
  const title = draft.blocks.find((block) => block.role === 'title')?.text ?? ''
  const headers = new Map<string, string>()
  const allHeaders = new Map<string, string[]>()
  const rows = new Map<string, { column: number; text: string }[]>()
  for (const { cell, text } of draft.blocks) {
    if (!cell) continue
    append(rows, `${cell.table}/${cell.row}`, { column: cell.column, text })
    if (!cell.header) continue
    const column = `${cell.table}/${cell.column}`
    headers.set(column, `${headers.get(column) ?? ''}${text}`)
    append(allHeaders, cell.table, text)
  }
  return ({ role, hidden = false, cell }) => {
    if (!cell) return { role, hidden, header: '', headers: '', row: '', title }
    const others = (rows.get(`${cell.table}/${cell.row}`) ?? []).filter(({ column }) => column !== cell.column)
    return {
      role,
      hidden,
      header: cell.header ? '' : (headers.get(`${cell.table}/${cell.column}`) ?? ''),
      headers: cell.header ? '' : (allHeaders.get(cell.table) ?? []).join('\t'),
      row: others.map(({ text }) => text).join('\t'),
      title,
    }
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
