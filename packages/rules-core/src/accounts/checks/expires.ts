import * as z from 'zod/mini'
import { entriesOf, textOf } from '../book.ts'
import { fieldsFor } from '../record-kinds.ts'
import { defineCheck, subjectOptions, subjects, words } from './check.ts'

/** Days up to which something holds; the last day counts. A blank day is passed over: whether it has to be written is another check's question. */
export const expires = defineCheck({
  name: 'expires',
  options: z.strictObject({ ...subjectOptions, fields: words }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const over = options.fields.flatMap((key) => {
        const field = fieldsFor(record.kind)[key]
        if (field?.shape !== 'entries') {
          const day = textOf(record, key)
          return day !== '' && day < view.today ? [`${field?.title ?? key} ${day}`] : []
        }
        const all = entriesOf(record, key)
        // A newer agreement of the same name takes the old one's place.
        return all.flatMap(({ name = '', ends }) =>
          ends !== undefined && ends < view.today && !all.some((other) => other.name === name && (other.ends ?? '') >= view.today)
            ? [`${name} ${ends} 到期`]
            : [],
        )
      })
      if (over.length > 0) yield { record, detail: `已过期：${over.join('；')}` }
    }
  },
})
