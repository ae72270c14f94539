import * as z from 'zod/mini'
import { countOf } from '../book.ts'
import { fieldsFor } from '../record-kinds.ts'
import { defineCheck, subjectOptions, subjects } from './check.ts'

/** A number that has to be so big; where none is written there is nothing to compare. */
export const atLeast = defineCheck({
  name: 'at-least',
  options: z.strictObject({ ...subjectOptions, field: z.string(), count: z.number() }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const written = countOf(record, options.field)
      if (written !== undefined && written < options.count)
        yield { record, detail: `${fieldsFor(record.kind)[options.field]?.title ?? options.field} ${written}，不到 ${options.count}` }
    }
  },
})
