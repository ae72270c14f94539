import { isDay } from '../duties/days.ts'
import type { BookValue, Entry } from './book.ts'
import type { Field, Part } from './field.ts'
import { plainTitle } from './record-kinds.ts'

/** A cell, or a member of a JSON record, as a field's value; a problem says what to write. Undefined: nothing is written. */
export function readValue(field: Field, raw: unknown): { value: BookValue | undefined } | { problem: string } {
  if (raw === null || raw === undefined) return { value: undefined }
  try {
    return { value: READERS[field.shape](raw, field) }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message }
    throw error
  }
}

/** A day as people write it, as `YYYY-MM-DD`; undefined if it does not exist. */
export function dayFrom(written: string): string | undefined {
  const [, year, month, date] =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[T\s].*)?$/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? []
  if (year === undefined) return undefined
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

class Unreadable extends Error {}

const NOTHING = /^(?:无|否|没有|暂无|未|未登记|未备案|未认证|不涉及|空|null|n\/?a|[-—–/\\]+)$/i
const YES = /^(?:是|有|对|已|已认证|开|开启|已开启|开放|开通|已开通|打开|true|yes|y|1|√|✓)$/i
const NO = /^(?:否|无|没有|不|未|未认证|关|关闭|已关闭|未开通|未开启|停用|false|no|n|0|×|✗)$/i

const READERS: Readonly<Record<Field['shape'], (raw: unknown, field: Field) => BookValue | undefined>> = {
  text: (raw) => filled(plain(raw)),
  list: (raw) => {
    const all = Array.isArray(raw) ? raw.map(plain) : plain(raw).split(/[、,，;；|\n]+/)
    const words = all.map((one) => one.trim()).filter((one) => filled(one) !== undefined)
    return words.length === 0 ? undefined : words
  },
  day: (raw) => {
    const words = filled(plain(raw))
    if (words === undefined) return undefined
    const day = dayFrom(words)
    if (day === undefined) throw new Unreadable(`“${short(words)}”不是存在的日期，写作 2026-03-01`)
    return day
  },
  count: (raw) => {
    const words = filled(plain(raw))
    if (words === undefined) return undefined
    const number = Number(words.replace(/[,，\s]|位$|天$|个$|次$/g, ''))
    if (!Number.isFinite(number) || number < 0) throw new Unreadable(`“${short(words)}”不是数字`)
    return number
  },
  flag: (raw) => {
    const words = plain(raw)
    if (raw === false || NO.test(words)) return false
    if (words === '' || /^[-—–/]+$/.test(words)) return undefined
    if (YES.test(words)) return true
    throw new Unreadable(`“${short(words)}”看不出是不是，写“是”或“否”`)
  },
  entries: (raw, field) => {
    const parts = field.parts ?? {}
    const all = Array.isArray(raw) ? raw : typeof raw === 'object' ? [raw] : plain(raw).split(/[;；\n]+/)
    const read = all.flatMap((one) => {
      const entry = typeof one === 'object' && one !== null ? entryFromMembers(one, parts) : entryFromWords(plain(one), parts)
      return Object.keys(entry).length > 0 ? [entry] : []
    })
    return read.length === 0 ? undefined : read
  },
}

function entryFromMembers(members: object, parts: Readonly<Record<string, Part>>): Entry {
  const entry: Record<string, string> = {}
  for (const [title, raw] of Object.entries(members)) {
    const word = plainTitle(title)
    const key = Object.keys(parts).find((one) => [one, parts[one]!.title, ...parts[one]!.also].some((name) => plainTitle(name) === word))
    const written = key === undefined ? undefined : filled(plain(raw))
    if (key !== undefined && written !== undefined) entry[key] = partValue(written, parts[key]!)
  }
  return entry
}

// 主管单位 BA-2024-007 2024-03-01: what looks like a day, an address or a number goes to the part that wants one, the rest in order.
function entryFromWords(words: string, parts: Readonly<Record<string, Part>>): Entry {
  const entry: Record<string, string> = {}
  if (filled(words) === undefined) return entry
  let last: string | undefined
  for (const token of words
    .trim()
    .split(/[\s|,，]+|:(?!\/\/)|：/)
    .filter((one) => one !== '')) {
    const [, title, named] = /^([^=]+)=(.+)$/.exec(token) ?? []
    const asked = Object.keys(parts).find((key) => parts[key]!.title === title)
    const key = asked ?? freePart(token, entry, parts)
    if (key !== undefined) entry[key] = partValue(asked === undefined ? token : named!, parts[key]!)
    // 综合 业务 一科: a name of several words.
    else if (last !== undefined && parts[last]!.shape === 'text') entry[last] = `${entry[last]} ${token}`
    else
      throw new Unreadable(
        `“${short(token)}”看不懂，写作：${Object.values(parts)
          .map((one) => one.title)
          .join(' ')}，几条之间用分号隔开`,
      )
    last = key ?? last
  }
  return entry
}

function freePart(token: string, entry: Entry, parts: Readonly<Record<string, Part>>): string | undefined {
  const shape: Part['shape'] =
    dayFrom(token) !== undefined
      ? 'day'
      : /^https?:\/\/|^[\w-]+(\.[\w-]+)+/.test(token)
        ? 'address'
        : /^\d+$/.test(token)
          ? 'count'
          : 'text'
  const free = Object.keys(parts).filter((key) => entry[key] === undefined)
  // BA-2024-007 is a number, 主管单位 is not.
  const number = shape === 'text' && /\d/.test(token) ? free.find((one) => one === 'number') : undefined
  return number ?? free.find((one) => parts[one]!.shape === shape) ?? free.find((one) => parts[one]!.shape === 'text')
}

function partValue(words: string, part: Part): string {
  if (part.shape !== 'day') return words
  const day = dayFrom(words)
  if (day === undefined) throw new Unreadable(`${part.title}“${short(words)}”不是存在的日期，写作 2026-03-01`)
  return day
}

/** Words of whatever a cell or a member holds; a person given as a record goes by the name. */
function plain(raw: unknown): string {
  if (raw === null || raw === undefined || raw === false) return ''
  if (raw === true) return '是'
  if (Array.isArray(raw)) return raw.map(plain).join('、')
  if (typeof raw === 'object')
    return Object.values(raw)
      .map(plain)
      .filter((one) => one !== '')
      .join(' ')
  // The mark that keeps a spreadsheet from running a cell, as exports write it.
  return String(raw)
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}

function filled(words: string): string | undefined {
  return words === '' || NOTHING.test(words) ? undefined : words
}

function short(words: string): string {
  return words.length > 20 ? `${words.slice(0, 20)}…` : words
}
