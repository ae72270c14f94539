import Papa from 'papaparse'
import readXlsx from 'read-excel-file/universal'

/** One sheet of a workbook, or a CSV file. Every cell is text, trimmed; a date is `YYYY-MM-DD`, a number as it reads. */
export interface Sheet {
  name: string
  /** The first row that is not blank. */
  header: readonly string[]
  rows: readonly SheetRow[]
}

export interface SheetRow {
  /** As the spreadsheet counts: the first row is 1. */
  number: number
  /** Beside the header's columns; a row that is too short has ''. */
  cells: readonly string[]
}

/** A file that is no table; the message says what is wrong and what to do. */
export class SheetError extends Error {
  override readonly name = 'SheetError'
}

/** More than any account book or 稿源 list holds; beyond it a file is a mistake, and a browser tab would suffer. */
export const SHEET_LIMITS = { bytes: 20_000_000, rows: 50_000 } as const

/**
 * Reads a CSV (UTF-8 with or without BOM, UTF-16 with BOM, GB18030) or an XLSX file. Formulas are read as the values they last had,
 * never run. `name` tells a CSV sheet's name. Throws a SheetError; nothing is half-read.
 */
export async function readSheets(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  if (bytes.length > SHEET_LIMITS.bytes) throw new SheetError(`文件超过 ${SHEET_LIMITS.bytes / 1_000_000} MB，请拆开后再导入`)
  if (bytes.length === 0) throw new SheetError('文件是空的')
  // Both are zip or OLE containers; the old one has no reader that is kept up.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new SheetError('这是旧版 .xls 文件，请在表格软件里另存为 .xlsx 或 CSV')
  const tables = bytes[0] === 0x50 && bytes[1] === 0x4b ? await workbook(bytes) : [{ name, rows: csv(decodeText(bytes)) }]
  const sheets = tables.flatMap((one) => sheetFrom(one.name, one.rows))
  if (sheets.length === 0) throw new SheetError('表里没有内容')
  return sheets
}

/** Text in the encodings that spreadsheets write. Throws a SheetError if it is none of them. */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const one of encoding) {
    try {
      return new TextDecoder(one, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new SheetError('认不出文字编码，请另存为 UTF-8 编码的 CSV，或 .xlsx')
}

async function workbook(bytes: Uint8Array): Promise<readonly { name: string; rows: readonly (readonly string[])[] }[]> {
  try {
    const sheets = await readXlsx(new Uint8Array(bytes).buffer)
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(printCell)) }))
  } catch (cause) {
    throw new SheetError('打不开这个 .xlsx 文件：可能损坏，或者加了密码。请用表格软件打开后另存', { cause })
  }
}

function csv(text: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: delimiterOf(text) })
  const [wrong] = errors.filter(({ type }) => type === 'Quotes')
  if (wrong) throw new SheetError(`第 ${(wrong.row ?? 0) + 1} 行的引号没有成对，请检查这一行`)
  return data
}

// Counted in the first line only: a comma in a cell further down says nothing.
function delimiterOf(text: string): string {
  const first = text.slice(0, 4_000).split(/\r?\n/)[0] ?? ''
  return [',', '\t', ';', '，'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best))
}

function sheetFrom(name: string, rows: readonly (readonly string[])[]): Sheet[] {
  if (rows.length > SHEET_LIMITS.rows) throw new SheetError(`“${name}”超过 ${SHEET_LIMITS.rows} 行，请拆开后再导入`)
  const trimmed = rows.map((cells, i) => ({ number: i + 1, cells: cells.map((cell) => cell.trim()) }))
  const [header, ...rest] = trimmed.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!header) return []
  const width = header.cells.length
  return [{ name, header: header.cells, rows: rest.map(({ number, cells }) => ({ number, cells: fitted(cells, width) })) }]
}

function fitted(cells: readonly string[], width: number): readonly string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i] ?? '')
}

function printCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Spreadsheets have days without a zone; the reader gives them as UTC midnight.
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.000Z$/, '')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return String(value)
}
