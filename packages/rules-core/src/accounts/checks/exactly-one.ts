import * as z from 'zod/mini'
import { isWritten, listOf } from '../book.ts'
import { fieldsFor } from '../record-kinds.ts'
import { defineCheck, subjectOptions, subjects } from './check.ts'

/** A field that names one, neither none nor two; `a|b`: the first that is filled. */
export const exactlyOne = defineCheck({
  name: 'exactly-one',
  options: z.strictObject({ ...subjectOptions, field: z.string() }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const keys = options.field.split('|')
      const key = keys.find((one) => isWritten(record, one)) ?? keys[0]!
      const named = listOf(record, key)
      const title = fieldsFor(record.kind)[key]?.title ?? key
      if (named.length !== 1)
        yield { record, detail: named.length === 0 ? `没有登记${title}` : `${title}有 ${named.length} 个：${named.join('、')}` }
    }
  },
})
