import type { PrintedTable } from '@qianshao/rules-core'
import writeXlsx from 'write-excel-file/node'
import type { Context } from '../context.ts'
import { Refused } from '../problem.ts'
import type { Office } from '../store/store.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Tables as a workbook, a sheet each. Cells are text, so that a spreadsheet runs nothing. */
export async function workbook(tables: readonly PrintedTable[]): Promise<ArrayBuffer> {
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    data: [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((cells) => cells.map((value) => (value === '' ? null : { value, type: String }))),
    ],
    stickyRowsCount: 1,
  }))
  const bytes = await writeXlsx(sheets).toBuffer()
  return new Uint8Array(bytes).buffer
}

export function download(name: string): Record<string, string> {
  return { 'content-type': XLSX, 'content-disposition': `attachment; filename="${name}"` }
}

export async function knownOffice({ store }: Context, id: string): Promise<Office> {
  const office = await store.office(id)
  if (!office) throw new Refused('not-found', '没有这个单位，请刷新页面。')
  return office
}
