import * as z from 'zod/mini'
import { type BookRecord, isWritten, textOf } from '../book.ts'
import { ownerClassOf } from '../owner-class.ts'
import { type RecordKind, recordKinds } from '../record-kinds.ts'
import { isExcepted, recordState } from '../standing-of.ts'

/** The account book as checks look at it. */
export interface BookView {
  today: string
  of(kinds: readonly RecordKind[]): readonly BookRecord[]
  /** The record of the office that a record belongs to. */
  officeOf(record: BookRecord): BookRecord | undefined
  /** Every office that the book names, with its record if it has one. */
  offices(): readonly { name: string; record: BookRecord | undefined }[]
}

/** Something found: at which record, and what exactly. */
export interface BookHit {
  record: BookRecord
  detail: string
}

/** A way of looking at the account book that knows no law. */
export interface BookCheck {
  name: string
  /** Throws a ZodError on options that it does not take. */
  prepare(options: unknown): (view: BookView) => Iterable<BookHit>
}

export function defineCheck<O extends z.core.$ZodType>(shape: {
  name: string
  options: O
  find(view: BookView, options: z.output<O>): Iterable<BookHit>
}): BookCheck {
  return {
    name: shape.name,
    prepare(raw) {
      const options = z.parse(shape.options, raw)
      return (view) => shape.find(view, options)
    },
  }
}

export const kindsOption = z.array(z.enum(recordKinds as [RecordKind, ...RecordKind[]])).check(z.minLength(1))
export const words = z.array(z.string().check(z.minLength(1))).check(z.minLength(1))

/** Which records a check looks at. Without `states`, those in use and those about to be closed. */
export const subjectOptions = {
  of: kindsOption,
  when: z.optional(
    z.strictObject({
      states: z.optional(z.array(z.enum(['proposed', 'active', 'closing', 'closed'])).check(z.minLength(1))),
      /** Fields that are filled; `a|b`: either. */
      written: z.optional(words),
      /** Fields and the pattern that what they say matches; `a|b`: either. A field that is blank does not match. */
      matches: z.optional(z.record(z.string(), z.string())),
      owner: z.optional(z.enum(['government', 'department'])),
    }),
  ),
  /** A recorded paper excuses. */
  exception: z.optional(z.boolean()),
  /** Fields of which one, if it is filled, excuses. */
  unless: z.optional(words),
}

interface Subjects {
  of: readonly RecordKind[]
  when?:
    | {
        states?: readonly string[] | undefined
        written?: readonly string[] | undefined
        matches?: Readonly<Record<string, string>> | undefined
        owner?: string | undefined
      }
    | undefined
  exception?: boolean | undefined
  unless?: readonly string[] | undefined
}

export function subjects(view: BookView, { of, when = {}, exception = false, unless }: Subjects): readonly BookRecord[] {
  const states = when.states ?? ['active', 'closing']
  const patterns = Object.entries(when.matches ?? {}).map(([key, pattern]) => [key, new RegExp(pattern)] as const)
  return view
    .of(of)
    .filter(
      (record) =>
        states.includes(recordState(record)) &&
        !(exception && isExcepted(record)) &&
        (when.written ?? []).every((either) => either.split('|').some((key) => isWritten(record, key))) &&
        !(unless ?? []).some((key) => isWritten(record, key)) &&
        patterns.every(([either, pattern]) =>
          either.split('|').some((key) => pattern.test(key === 'name' ? record.name : textOf(record, key))),
        ) &&
        (when.owner === undefined || ownerClassOf(record, view.officeOf(record)) === when.owner),
    )
}
