import * as z from 'zod/mini'
import { textOf } from '../book.ts'
import { platformName } from '../platform-name.ts'
import { isExcepted } from '../standing-of.ts'
import { defineCheck, subjectOptions, subjects } from './check.ts'
import { groupBy, listed } from './group-by.ts'

/** How many an office has of a kind, perhaps on one platform. Those that a paper allows are beyond the count. */
export const atMost = defineCheck({
  name: 'at-most',
  options: z.strictObject({ ...subjectOptions, count: z.int(), platform: z.optional(z.string()) }),
  *find(view, options) {
    const asked = subjects(view, { ...options, exception: false }).filter(
      (record) => options.platform === undefined || platformName(textOf(record, 'platform')) === options.platform,
    )
    for (const [office, all] of groupBy(asked, (record) => record.office)) {
      const counted = options.exception ? all.filter((record) => !isExcepted(record)) : all
      if (counted.length > options.count)
        yield { record: counted[0]!, detail: `${office}有 ${all.length} 个：${listed(all.map(({ name }) => name))}` }
    }
  },
})
