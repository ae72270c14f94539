import * as z from 'zod/mini'
import { listOf, textOf } from '../book.ts'
import { defineCheck, subjectOptions, subjects, words } from './check.ts'

/** A list that has to hold certain things, by the words that name them: rules, agreements, receipts, steps of an approval. */
export const requiredItems = defineCheck({
  name: 'required-items',
  options: z.strictObject({
    ...subjectOptions,
    field: z.string(),
    items: z
      .array(
        z.strictObject({
          name: z.string(),
          words,
          not: z.optional(z.string()),
          kinds: z.optional(z.array(z.string())),
          field: z.optional(z.string()),
        }),
      )
      .check(z.minLength(1)),
    /** Each step may not be dated before the one above it. */
    inOrder: z.optional(z.boolean()),
  }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const have = listOf(record, options.field)
      const missing = options.items.filter(({ words: all, not, kinds, field }) => {
        if (kinds && !kinds.includes(record.kind)) return false
        if (field !== undefined && textOf(record, field) !== '') return false
        return !have.some((one) => all.every((word) => one.includes(word)) && (not === undefined || !one.includes(not)))
      })
      if (missing.length > 0) yield { record, detail: `缺少：${missing.map(({ name }) => name).join('、')}` }
      else if (options.inOrder && !isInOrder(have)) yield { record, detail: `先后不对：${have.join('、')}` }
    }
  },
})

function isInOrder(steps: readonly string[]): boolean {
  const days = steps.flatMap((step) => /\d{4}-\d{2}-\d{2}/.exec(step)?.[0] ?? [])
  return days.every((day, i) => i === 0 || days[i - 1]! <= day)
}
