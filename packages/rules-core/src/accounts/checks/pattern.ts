import * as z from 'zod/mini'
import { textOf } from '../book.ts'
import { officeClassOf } from '../owner-class.ts'
import { fieldsFor } from '../record-kinds.ts'
import { defineCheck, subjectOptions, subjects, words } from './check.ts'

const pattern = z.string().check(z.minLength(1))

/**
 * What fields say has to match, or must not. A blank field is passed over unless `blank` is set. With `byClass` the pattern is that of the
 * record's class, and other classes are passed over.
 */
export const fieldPattern = defineCheck({
  name: 'pattern',
  options: z.strictObject({
    ...subjectOptions,
    /** The first that is filled speaks; with `each`, every one. */
    fields: words,
    each: z.optional(z.boolean()),
    must: z.optional(pattern),
    mustNot: z.optional(pattern),
    byClass: z.optional(z.array(z.strictObject({ class: pattern, must: pattern }))),
    /** The field whose words are the class; else the record's own, else its office's. */
    classField: z.optional(z.string()),
    blank: z.optional(z.boolean()),
  }),
  *find(view, options) {
    const must = options.must === undefined ? undefined : new RegExp(options.must)
    const mustNot = options.mustNot === undefined ? undefined : new RegExp(options.mustNot)
    const classes = options.byClass?.map((one) => ({ class: new RegExp(one.class), must: new RegExp(one.must) }))
    for (const record of subjects(view, options)) {
      const filled = options.fields.filter((key) => wordsOf(key) !== '')
      const looked = options.each ? filled : filled.slice(0, 1)
      if (looked.length === 0 && options.blank) yield { record, detail: `没有登记${titleOf(options.fields[0]!)}` }
      const own = options.classField === undefined ? textOf(record, 'class') : textOf(record, options.classField)
      const kind = classes?.find((one) => one.class.test(own || officeClassOf(view.officeOf(record), record.office)))
      const wanted = classes ? kind?.must : must
      const wrong = looked.filter((key) => (wanted && !wanted.test(wordsOf(key))) || mustNot?.test(wordsOf(key)))
      if (wrong.length > 0) yield { record, detail: wrong.map((key) => `${titleOf(key)}：${wordsOf(key)}`).join('；') }

      function wordsOf(key: string): string {
        return key === 'name' ? record.name : key === 'office' ? record.office : textOf(record, key)
      }
      function titleOf(key: string): string {
        return fieldsFor(record.kind)[key]?.title ?? key
      }
    }
  },
})
