import * as z from 'zod/mini'
import { daysBetween } from '../../duties/days.ts'
import { countOf, textOf } from '../book.ts'
import { fieldsFor } from '../record-kinds.ts'
import { defineCheck, subjectOptions, subjects } from './check.ts'

/** How long ago a day was, against the record's own period or else ours. */
export const age = defineCheck({
  name: 'age',
  options: z.strictObject({ ...subjectOptions, field: z.string(), days: z.int(), period: z.optional(z.string()) }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const day = textOf(record, options.field)
      const own = options.period === undefined ? undefined : countOf(record, options.period)
      const passed = day === '' ? 0 : daysBetween(day, view.today)
      if (passed <= (own ?? options.days)) continue
      const title = fieldsFor(record.kind)[options.field]?.title ?? options.field
      yield {
        record,
        detail: `${title} ${day}，已过 ${passed} 天（${own === undefined ? `超过 ${options.days} 天，产品设置` : `超过本单位定的 ${own} 天`}）`,
      }
    }
  },
})
