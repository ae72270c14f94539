import { type AccountBook, type BookRecord, type Entry, textOf } from './book.ts'
import { platformName } from './platform-name.ts'
import { type BookProblem, isSecretTitle, kindName, recordFrom } from './record-from.ts'
import { fieldKeyOf, kindNames, plainTitle, type RecordKind, recordKinds } from './record-kinds.ts'

/** A table as a spreadsheet holds it: its name, a header, and numbered rows of text. */
export interface BookTable {
  name: string
  header: readonly string[]
  rows: readonly { number: number; cells: readonly string[] }[]
}

/** What was read, what cannot be used, and what was passed over. With problems nothing should be kept: a half book gives wrong findings. */
export interface ReadBook {
  book: AccountBook
  problems: readonly BookProblem[]
  /** Columns that the book has no place for, by table. */
  unused: readonly { table: string; columns: readonly string[] }[]
}

const MOST_PROBLEMS = 200

/** Reads tables into an account book. Which kind of record a table holds is told by its name, or else by its header. */
export function readBook(tables: readonly BookTable[]): ReadBook {
  const book: BookRecord[] = []
  const problems: BookProblem[] = []
  const unused: { table: string; columns: readonly string[] }[] = []
  for (const written of tables) {
    const table = withHeader(written)
    const place = `“${table.name}”`
    if (isRoster(table.header)) {
      addRoster(table, book, problems)
      continue
    }
    const kind = kindOf(table)
    if (!kind && tables.length > 1 && /说明|字典|选项|参考/.test(table.name)) {
      unused.push({ table: table.name, columns: [] })
      continue
    }
    if (!kind) {
      const names = recordKinds.map(kindName).join('、')
      problems.push({
        place,
        problem: `认不出是哪种表（表头：${table.header.filter((one) => one !== '').join('、')}），请把表名改成 ${names} 之一`,
      })
      continue
    }
    if (kind !== 'offline' && !table.header.some((title) => fieldKeyOf(kind, title) === 'name')) {
      problems.push({ place, problem: `“${kindName(kind)}”表没有写名称的一列，请加上“${kindName(kind)}名称”` })
      continue
    }
    const secret = table.header.filter((title) => isSecretTitle(kind, title))
    for (const column of secret) problems.push({ place, column, problem: '像是密码。台账不保存密码，请删掉这一列，只登记改密日期' })
    if (secret.length > 0) continue
    const columns = table.header.filter(
      (title) => title !== '' && fieldKeyOf(kind, title) === undefined && !isOrdinal(title) && !POURED.test(title),
    )
    if (columns.length > 0) unused.push({ table: table.name, columns })
    readRows(table, kind, book, problems)
  }
  const shown = problems.slice(0, MOST_PROBLEMS)
  if (problems.length > shown.length)
    shown.push({ place: '其余', problem: `还有 ${problems.length - shown.length} 处，改好上面的再导入一次` })
  return { book, problems: shown, unused }
}

const POURED = /备案(?:编号|号|日期|时间|级别|单位)|保密(?:安全)?协议|制度|预案/

function readRows({ name, header, rows }: BookTable, kind: RecordKind, book: BookRecord[], problems: BookProblem[]): void {
  const seen = new Map<string, number>()
  for (const { number, cells } of rows) {
    const place = `“${name}”第 ${number} 行`
    if (/^(?:合计|总计|小计|填表说明|说明|备注)/.test(cells.find((cell) => cell !== '') ?? '')) continue
    const spare = cells.slice(header.length).filter((cell) => cell !== '')
    if (spare.length > 0) problems.push({ place, problem: `比表头多出 ${spare.length} 格：${spare[0]!.slice(0, 20)}，请核对这一行` })
    const members: Record<string, string> = {}
    header.forEach((title, i) => {
      // The same title twice: the first that is filled.
      if (title !== '' && !isOrdinal(title) && (members[title] ?? '') === '') members[title] = cells[i] ?? ''
    })
    const record = recordFrom(kind, members, { place }, problems)
    if (!record) continue
    if (record.name === '') {
      problems.push({ place, problem: `没有写${kindName(kind)}的名称` })
      continue
    }
    const key = IDENTITY.has(kind) ? [record.office, record.name, platformName(textOf(record, 'platform'))].join('\n') : ''
    const before = key === '' ? undefined : seen.get(key)
    if (before !== undefined) problems.push({ place, problem: `和第 ${before} 行重复（${record.name}），请留一行` })
    else book.push(record)
    if (key !== '') seen.set(key, before ?? number)
  }
}

/** Kinds of which one name of one office is one thing. */
const IDENTITY: ReadonlySet<RecordKind> = new Set<RecordKind>(['office', 'site', 'account', 'app'])

function isOrdinal(title: string): boolean {
  return /^(?:序号|编号|no\.?|备注|说明)$/i.test(title.trim())
}

/** Offices put a title, and who filled it in, above the header; the row that says most about a kind is the header. */
function withHeader(table: BookTable): BookTable {
  const best = (cells: readonly string[]) => Math.max(...recordKinds.map((kind) => scoreOf(kind, cells)))
  if (best(table.header) > 1.5 || isRoster(table.header)) return table
  const at = table.rows.slice(0, 4).findIndex(({ cells }) => best(cells) > 2 || isRoster(cells))
  return at < 0 ? table : { name: table.name, header: table.rows[at]!.cells, rows: table.rows.slice(at + 1) }
}

function kindOf({ name, header }: BookTable): RecordKind | undefined {
  const stem = plainTitle(name.replace(/\.(?:csv|xlsx|txt)$/i, '').replace(/^.*[\\/]/, ''))
  const named = recordKinds
    .flatMap((kind) => kindNames[kind].map((word) => ({ kind, word: plainTitle(word) })))
    .filter(({ word }) => stem === word || (word.length > 1 && stem.includes(word)))
    .sort((a, b) => b.word.length - a.word.length)
    .filter(({ kind }) => scoreOf(kind, header) > 1)
  if (named.length > 0) return named[0]!.kind
  const scored = recordKinds.map((kind) => ({ kind, score: scoreOf(kind, header) })).sort((a, b) => b.score - a.score)
  const [best] = scored
  return best && best.score > 1 ? best.kind : undefined
}

/** How many columns a kind has a place for; a title that only names its records (公众号名称) counts double. */
function scoreOf(kind: RecordKind, header: readonly string[]): number {
  return header.reduce((sum, title) => {
    const key = title === '' ? undefined : fieldKeyOf(kind, title)
    if (key === undefined) return sum
    const isOwnName = key === 'name' && plainTitle(title) !== '名称' && kind !== 'office'
    return sum + (isOwnName ? 2.5 : 1)
  }, 0)
}

function isRoster(header: readonly string[]): boolean {
  const titles = header.map(plainTitle)
  return titles.some((title) => /^值班(?:员|人|人员)$/.test(title)) && titles.some((title) => /日期|时段/.test(title))
}

/** A roster is a table of its own in offices; in the book it belongs to the office. */
function addRoster({ name, header, rows }: BookTable, book: BookRecord[], problems: BookProblem[]): void {
  const column = header.findIndex((title) => /^(?:单位|值班单位|单位名称)$/.test(plainTitle(title)))
  const byOffice = new Map<string, Record<string, string>[]>()
  for (const { number, cells } of rows) {
    const office = cells[column] ?? ''
    if (office === '') {
      problems.push({ place: `“${name}”第 ${number} 行`, problem: column < 0 ? '值班表没有“单位”一列，请加上' : '没有写单位' })
      if (column < 0) return
      continue
    }
    const row = Object.fromEntries(header.map((title, i) => [title, cells[i] ?? '']))
    byOffice.set(office, [...(byOffice.get(office) ?? []), row])
  }
  for (const [office, all] of byOffice) {
    const read = recordFrom('office', { 单位: office, 值班表: all }, { place: `“${name}”` }, problems)
    const at = book.findIndex((record) => record.kind === 'office' && record.name === office)
    const roster = read?.values.roster as Entry[] | undefined
    if (!read || !roster) continue
    if (at < 0) book.push(read)
    else book[at] = { ...book[at]!, values: { ...book[at]!.values, roster } }
  }
}
