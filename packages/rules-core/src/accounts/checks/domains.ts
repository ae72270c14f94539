import * as z from 'zod/mini'
import { type BookRecord, isWritten, textOf } from '../book.ts'
import { isExcepted, isOpen } from '../standing-of.ts'
import { defineCheck } from './check.ts'
import { groupBy, listed } from './group-by.ts'

/** How many Chinese and how many English domains of a site are in use. */
export const domains = defineCheck({
  name: 'domains',
  options: z.strictObject({ chinese: z.int(), english: z.int(), exception: z.optional(z.boolean()) }),
  *find(view, { chinese, english, exception = false }) {
    const inUse = view.of(['domain']).filter((record) => {
      const day = textOf(record, 'stopped')
      const isStopped = isWritten(record, 'cancelled') || (day !== '' && day <= view.today)
      return isOpen(record) && !isStopped && !(exception && isExcepted(record))
    })
    for (const [key, all] of groupBy(
      inUse,
      (record) => `${textOf(record, 'site') || record.office}\n${isChinese(record) ? '中文' : '英文'}`,
    )) {
      const script = key.slice(key.lastIndexOf('\n') + 1)
      const max = script === '中文' ? chinese : english
      if (all.length > max) yield { record: all[0]!, detail: `${script}域名有 ${all.length} 个：${listed(all.map(({ name }) => name))}` }
    }
  },
})

function isChinese(record: BookRecord): boolean {
  const script = textOf(record, 'script')
  return script === '' ? /[\u4e00-\u9fff]|xn--/.test(record.name) : script.includes('中')
}
