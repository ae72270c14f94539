import * as z from 'zod/mini'
import { type BookRecord, textOf } from '../book.ts'
import { defineCheck } from './check.ts'
import { groupBy } from './group-by.ts'

/** How often a site or account was taken offline in a calendar year. What force majeure made necessary is not counted if it was reported. */
export const offlineCount = defineCheck({
  name: 'offline-count',
  options: z.strictObject({
    max: z.int().check(z.gte(1)),
    excused: z.string().check(z.minLength(1)),
    /** Only where one claims to be excused and is not. */
    unreportedOnly: z.optional(z.boolean()),
  }),
  *find(view, { max, excused, unreportedOnly = false }) {
    const claims = (record: BookRecord) => new RegExp(excused).test(textOf(record, 'reason'))
    const counted = view
      .of(['offline'])
      .filter((record) => textOf(record, 'from') !== '' && !(claims(record) && record.values.reported === true))
    for (const all of groupBy(counted, (record) => `${record.office}\n${record.name}\n${textOf(record, 'from').slice(0, 4)}`).values()) {
      if (all.length <= max || (unreportedOnly && !all.some(claims))) continue
      const year = textOf(all[0], 'from').slice(0, 4)
      yield { record: all[0]!, detail: `${year} 年临时下线 ${all.length} 次：${all.map((one) => textOf(one, 'from')).join('、')}` }
    }
  },
})
