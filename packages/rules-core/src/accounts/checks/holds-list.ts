import * as z from 'zod/mini'
import { listOf, textOf } from '../book.ts'
import { defineCheck, subjectOptions, subjects } from './check.ts'

/** A list that has to hold everything that another field of the record lists, or be of the version that it names. */
export const holdsList = defineCheck({
  name: 'holds-list',
  options: z.strictObject({ ...subjectOptions, field: z.string(), list: z.string(), version: z.optional(z.boolean()) }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      if (options.version) {
        const [now, was] = [textOf(record, options.list), textOf(record, options.field)]
        if (now !== '' && now !== was) yield { record, detail: `标准目录版本 ${now}，已按版本 ${was || '没有登记'}` }
        continue
      }
      const have = new Set(listOf(record, options.field).map(plain))
      const missing = listOf(record, options.list).filter((one) => !have.has(plain(one)))
      if (missing.length > 0) yield { record, detail: `缺少：${missing.join('、')}` }
    }
  },
})

function plain(words: string): string {
  return words.normalize('NFKC').replace(/[\s“”"]/g, '')
}
