import * as z from 'zod/mini'
import { fieldsFor } from '../record-kinds.ts'
import { defineCheck, subjectOptions, subjects, words } from './check.ts'

/** Fields of yes or no that must not have one of the two; blank is passed over. */
export const flags = defineCheck({
  name: 'flags',
  options: z.strictObject({ ...subjectOptions, fields: words, wrong: z.boolean() }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const wrong = options.fields.filter((key) => record.values[key] === options.wrong)
      const says = options.wrong ? '是' : '否'
      if (wrong.length > 0) yield { record, detail: wrong.map((key) => `${fieldsFor(record.kind)[key]?.title ?? key}：${says}`).join('；') }
    }
  },
})
