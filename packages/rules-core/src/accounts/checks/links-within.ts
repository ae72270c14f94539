import * as z from 'zod/mini'
import { listOf } from '../book.ts'
import { defineCheck, subjectOptions, subjects } from './check.ts'
import { hostOf } from './host-of.ts'

/** Every link of a menu leads to a registered platform. */
export const linksWithin = defineCheck({
  name: 'links-within',
  options: z.strictObject({ ...subjectOptions, field: z.string(), registered: z.string() }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const hosts = listOf(record, options.registered).map((one) => hostOf(one) ?? one.toLowerCase())
      const astray = listOf(record, options.field).filter((one) => {
        const host = hostOf(one)
        return host !== undefined && !hosts.some((known) => host === known || host.endsWith(`.${known}`))
      })
      if (astray.length > 0) yield { record, detail: `不在已登记平台内：${astray.join('、')}` }
    }
  },
})
