import { problemsOf } from '../pack/pack-error.ts'
import { type BookRecord, type BookValue, bookRecord, type Entry } from './book.ts'
import { readValue } from './read-value.ts'
import { fieldKeyOf, fieldsFor, kindNames, plainTitle, type RecordKind } from './record-kinds.ts'

/** What cannot be used, where it stands, and what to do about it. */
export interface BookProblem {
  place: string
  column?: string
  problem: string
}

export interface RecordAround {
  place: string
  /** Whose the record is if it does not say so itself. */
  office?: string
}

/** A record from members under the names that people use. Problems are added to the list, and then there is no record. */
export function recordFrom(
  kind: RecordKind,
  members: Readonly<Record<string, unknown>>,
  { place, office: around = '' }: RecordAround,
  problems: BookProblem[],
): BookRecord | undefined {
  const fields = fieldsFor(kind)
  const values: Record<string, BookValue> = {}
  const before = problems.length
  for (const [title, raw] of Object.entries(members)) {
    if (isSecretTitle(kind, title)) {
      problems.push({ place, column: title, problem: '像是密码。台账不保存密码，请删掉这一列，只登记改密日期' })
      continue
    }
    const key = fieldKeyOf(kind, title)
    if (key === undefined) {
      pour(kind, title, raw, values)
      continue
    }
    const read = readValue(fields[key]!, raw)
    if ('problem' in read) problems.push({ place, column: title, problem: read.problem })
    // Two columns for one thing (责任人, 使用人): the first that says something counts.
    else if (read.value !== undefined) values[key] = values[key] === undefined ? read.value : joined(values[key], read.value)
  }
  if (problems.length > before) return undefined
  const { office: written, name: named, ...rest } = values
  const titles = Object.keys(members)
  // 谁开设、谁主办: a table without a column of hosts has the host in its column of offices.
  if (fields.host && typeof written === 'string' && !titles.some((title) => fieldKeyOf(kind, title) === 'host')) rest.host = [written]
  const host = Array.isArray(rest.host) ? String(rest.host[0] ?? '') : ''
  const name = [named, rest.address, rest.site].map((one) => (typeof one === 'string' ? one : '')).find((one) => one !== '') ?? ''
  const office =
    [written, kind === 'office' ? name : host, around].map((one) => (typeof one === 'string' ? one : '')).find((one) => one !== '') ?? ''
  const parsed = bookRecord.safeParse({ kind, office, name, place, values: rest })
  if (parsed.success) return parsed.data
  problems.push(...problemsOf(parsed.error).map(({ path, problem }) => ({ place, problem: `${path}：${problem}` })))
  return undefined
}

/** Whether a column would hold passwords, which are never kept. */
export function isSecretTitle(kind: RecordKind, title: string): boolean {
  const plain = plainTitle(title)
  if (!/密码|口令|密钥|password|passwd|pwd/.test(plain)) return false
  return fieldKeyOf(kind, title) === undefined && !/改|换|长度|位数|周期|日期|时间|制度|管理|是否/.test(plain)
}

const FILING = { 备案编号: 'number', 备案号: 'number', 备案日期: 'date', 备案时间: 'date', 备案级别: 'level', 备案单位: 'unit' } as const
const RULES = ['安全管理制度', '管理制度', '保密审查制度', '应急预案', '发布审核制度', '值班制度']

/** Columns that tables have one each, where the book has a list. */
function pour(kind: RecordKind, title: string, raw: unknown, values: Record<string, BookValue>): void {
  const plain = plainTitle(title)
  const words = typeof raw === 'string' ? raw.trim() : raw === true ? '是' : ''
  if (kind === 'office' && RULES.includes(plain) && words !== '' && !/^(?:无|否|没有|未.*)$/.test(words)) {
    const rule = words.includes(plain) ? words : `${plain}${/^(?:是|有)$/.test(words) ? '' : `（${words}）`}`
    values.rules = joined(values.rules, [rule])
  }
  const part = Object.hasOwn(FILING, plain) ? FILING[plain as keyof typeof FILING] : undefined
  if (part !== undefined && fieldsFor(kind).filings !== undefined && words !== '' && !/^(?:无|否|未.*|[-—/]+)$/.test(words)) {
    const [first = {}, ...others] = (values.filings as readonly Entry[] | undefined) ?? []
    values.filings = [{ ...first, [part]: words }, ...others]
  }
  if (/^保密(?:安全)?协议$/.test(plain) && fieldsFor(kind).agreements !== undefined) {
    const read = readValue(fieldsFor(kind).agreements!, raw)
    if ('value' in read && Array.isArray(read.value)) {
      const named = (read.value as readonly Entry[]).map(({ name: _, ...dates }) => ({ name: plain, ...dates }))
      values.agreements = [...((values.agreements as Entry[] | undefined) ?? []), ...named]
    }
  }
}

function joined(before: BookValue | undefined, value: BookValue): BookValue {
  if (before === undefined) return value
  if (Array.isArray(before) && Array.isArray(value)) return [...before, ...value] as BookValue
  return before
}

/** What a kind is called. */
export function kindName(kind: RecordKind): string {
  return kindNames[kind][0]!
}
