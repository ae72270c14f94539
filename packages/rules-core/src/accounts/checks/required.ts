import * as z from 'zod/mini'
import { type BookRecord, isWritten } from '../book.ts'
import { fieldsFor } from '../record-kinds.ts'
import { defineCheck, subjectOptions, subjects, words } from './check.ts'

/** Fields that have to be filled. `a|b`: either. With `orOffice` what the office has counts for its records. */
export const required = defineCheck({
  name: 'required',
  options: z.strictObject({
    ...subjectOptions,
    fields: words,
    orOffice: z.optional(z.boolean()),
    /** An office that has none of these kinds of records is looked at itself. */
    orAlone: z.optional(z.boolean()),
    /** A record of this kind of the same office is as good. */
    orRecord: z.optional(z.literal('section')),
  }),
  *find(view, options) {
    const { fields, orOffice = false, orAlone = false, orRecord } = options
    const all = subjects(view, options)
    const served = new Set(all.map(({ office }) => office))
    const alone = orAlone ? view.of(['office']).filter(({ office }) => !served.has(office)) : []
    const others = new Set(orRecord ? view.of([orRecord]).map(({ office }) => office) : [])
    for (const record of [...all, ...alone]) {
      if (others.has(record.office)) continue
      const missing = fields.filter(
        (either) => !either.split('|').some((key) => isWritten(record, key) || (orOffice && isWritten(view.officeOf(record), key))),
      )
      if (missing.length > 0) yield { record, detail: `没有登记：${missing.map((either) => titleOf(record, either)).join('、')}` }
    }
  },
})

function titleOf(record: BookRecord, either: string): string {
  const fields = fieldsFor(record.kind)
  return either
    .split('|')
    .map((key) => fields[key]?.title ?? key)
    .join('或')
}
