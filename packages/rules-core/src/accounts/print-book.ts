import { type AccountBook, type BookRecord, entriesOf } from './book.ts'
import type { Field } from './field.ts'
import { fieldsFor, kindNames, type RecordKind, recordKinds } from './record-kinds.ts'

/** A table of the book, as `readBook` reads it again. */
export interface PrintedTable {
  name: string
  header: readonly string[]
  rows: readonly (readonly string[])[]
}

/** The account book as tables, one a kind and one for rosters. Cells that a spreadsheet would run are marked as text. */
export function printBook(book: AccountBook): readonly PrintedTable[] {
  const tables = recordKinds.flatMap((kind) => {
    const records = book.filter((record) => record.kind === kind)
    return records.length === 0 ? [] : [tableOf(kind, records)]
  })
  const rosters = book.flatMap((record) =>
    entriesOf(record, 'roster').map(({ date = '', hours = '', person = '' }) => [record.office, date, hours, person].map(safeCell)),
  )
  return rosters.length === 0 ? tables : [...tables, { name: '值班表', header: ['单位', '日期', '时段', '值班员'], rows: rosters }]
}

/** An empty table of every kind. */
export function bookTemplate(): readonly PrintedTable[] {
  return recordKinds.map((kind) => tableOf(kind, []))
}

function tableOf(kind: RecordKind, records: readonly BookRecord[]): PrintedTable {
  const { office, name, ...rest } = fieldsFor(kind)
  const keys = Object.keys(rest).filter((key) => key !== 'roster')
  const header = [...(kind === 'office' ? [] : [office!.title]), name!.title, ...keys.map((key) => rest[key]!.title)]
  const rows = records.map((record) => {
    const own = kind === 'office' ? [record.name] : [record.office, record.name]
    return [...own, ...keys.map((key) => printValue(rest[key]!, record, key))].map(safeCell)
  })
  return { name: kindNames[kind][0]!, header, rows }
}

function printValue(field: Field, record: BookRecord, key: string): string {
  const value = record.values[key]
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (!Array.isArray(value)) return String(value)
  return value
    .map((one) =>
      typeof one === 'string'
        ? one
        : Object.entries(one)
            .map(([part, written]) => `${field.parts?.[part]?.title ?? part}=${written}`)
            .join(' '),
    )
    .join(field.shape === 'entries' ? '；' : '、')
}

function safeCell(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
