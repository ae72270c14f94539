import * as z from 'zod/mini'
import { isDay } from '../duties/days.ts'
import { fieldsFor, type RecordKind, recordKinds } from './record-kinds.ts'

const text = z.string().check(z.minLength(1), z.maxLength(2_000))
const entry = z.record(z.string(), text)
const value = z.union([
  text,
  z.number().check(z.gte(0), z.lte(1e12)),
  z.boolean(),
  z.array(text).check(z.maxLength(500)),
  z.array(entry).check(z.maxLength(2_000)),
])

/**
 * One line of the account book. Absent fields are what nobody wrote down. `values` holds what `record-kinds.ts` names for the kind; days are
 * Beijing days, `YYYY-MM-DD`. Never a password.
 */
export const bookRecord = z
  .strictObject({
    kind: z.enum(recordKinds as [RecordKind, ...RecordKind[]]),
    office: z.string().check(z.maxLength(200)),
    name: z.string().check(z.maxLength(200)),
    /** Where it came from, for messages: “账号”第 3 行. */
    place: z.optional(z.string().check(z.maxLength(200))),
    values: z.record(z.string(), value),
  })
  .check((checked) => {
    const fields = fieldsFor(checked.value.kind)
    for (const [key, written] of Object.entries(checked.value.values)) {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (!field) checked.issues.push({ code: 'custom', message: `没有“${key}”这一项`, path: ['values', key], input: written })
      else if (field.shape === 'day' && !(typeof written === 'string' && isDay(written)))
        checked.issues.push({ code: 'custom', message: '不是存在的日期', path: ['values', key], input: written })
    }
  })

export const accountBook = z.array(bookRecord).check(z.maxLength(100_000))

export type Entry = Readonly<z.infer<typeof entry>>
export type BookValue = z.infer<typeof value>
export type BookRecord = z.infer<typeof bookRecord>
export type AccountBook = readonly BookRecord[]

/** A field's words; '' if nobody wrote any. */
export function textOf(record: BookRecord | undefined, key: string): string {
  const written = record?.values[key]
  if (written === undefined || written === false) return ''
  if (Array.isArray(written)) return written.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' '))).join('、')
  return written === true ? '是' : String(written)
}

export function listOf(record: BookRecord | undefined, key: string): readonly string[] {
  const written = record?.values[key]
  if (Array.isArray(written)) return written.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' ')))
  const words = textOf(record, key)
  return words === '' ? [] : [words]
}

export function entriesOf(record: BookRecord | undefined, key: string): readonly Entry[] {
  const written = record?.values[key]
  return Array.isArray(written) ? written.filter((one): one is Entry => typeof one !== 'string') : []
}

export function countOf(record: BookRecord, key: string): number | undefined {
  const written = record.values[key]
  return typeof written === 'number' ? written : undefined
}

export function isWritten(record: BookRecord | undefined, key: string): boolean {
  return textOf(record, key) !== ''
}
