import { basename } from 'node:path'
import { type AccountBook, type BookProblem, type BookRecord, type BookTable, readBook, readRegister } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { readBytes } from './read-bytes.ts'
import { UnusableInput } from './read-draft.ts'
import { decodeText, readSheets, SheetError } from './read-sheets.ts'

export interface BookRead {
  book: AccountBook
  unused: readonly { table: string; columns: readonly string[] }[]
  /** The day that a JSON register was looked at on. */
  today?: string
}

/** Reads an account book from tables and JSON registers. Throws an UnusableInput that names every row that cannot be used; nothing is half-read. */
export async function readAccountBook(files: readonly string[]): Promise<BookRead> {
  const tables: BookTable[] = []
  const book: BookRecord[] = []
  const problems: BookProblem[] = []
  let today: string | undefined
  for (const file of files) {
    const bytes = await readBytes(file)
    if (/\.json$/i.test(file)) {
      for (const [i, register] of registersOf(file, bytes).entries()) {
        const read = readRegister(register, { place: `${basename(file)} 第 ${i + 1} 条` })
        book.push(...read.book)
        problems.push(...read.problems)
        today ??= read.today
      }
    } else if (/\.(?:csv|txt|xlsx|xls)$/i.test(file)) tables.push(...(await sheetsOf(file, bytes)))
    else throw new UnusableInput(`${file}：只读 .csv、.xlsx 和 .json 文件`)
  }
  const read = readBook(tables)
  const all = [...problems, ...read.problems]
  if (all.length > 0) {
    const lines = all.map(({ place, column, problem }) => `  ${place}${column === undefined ? '' : `“${column}”列`}：${problem}`)
    throw new UnusableInput(`台账有 ${all.length} 处不能用，没有作体检\n${lines.join('\n')}`)
  }
  const whole = [...book, ...read.book]
  if (whole.length === 0) throw new UnusableInput('台账里没有登记内容，请核对文件')
  return { book: whole, unused: read.unused, ...(today !== undefined && { today }) }
}

const register = z.record(z.string(), z.unknown())
const registers = z.union([z.array(register), register])

function registersOf(file: string, bytes: Uint8Array): readonly z.infer<typeof register>[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(decodeText(bytes))
  } catch (cause) {
    throw new UnusableInput(`${file}：不是正确的 JSON（${cause instanceof Error ? cause.message : ''}）`)
  }
  const read = registers.safeParse(parsed)
  if (!read.success) throw new UnusableInput(`${file}：应是一条登记 {"账号":…}，或登记的列表`)
  return Array.isArray(read.data) ? read.data : [read.data]
}

async function sheetsOf(file: string, bytes: Uint8Array): Promise<readonly BookTable[]> {
  try {
    return await readSheets(bytes, basename(file))
  } catch (cause) {
    if (cause instanceof SheetError) throw new UnusableInput(`${file}：${cause.message}`)
    throw cause
  }
}
