import * as z from 'zod/mini'
import { type Entry, entriesOf } from '../book.ts'
import { defineCheck, subjectOptions, subjects, words } from './check.ts'

/** A filing at each level, with what proves it. */
export const filed = defineCheck({
  name: 'filed',
  options: z.strictObject({
    ...subjectOptions,
    levels: words,
    /** What of a filing proves it; one of them is enough. */
    proof: z.optional(z.array(z.enum(['number', 'date'])).check(z.minLength(1))),
    /** A filing that does not say its level counts. */
    anyLevel: z.optional(z.boolean()),
  }),
  *find(view, options) {
    const { levels, proof = ['number'], anyLevel = false } = options
    for (const record of subjects(view, options)) {
      const filings = entriesOf(record, 'filings')
      const missing = levels.filter(
        (level) => !filings.some((one) => isAt(one, level, anyLevel) && proof.some((key) => one[key] !== undefined)),
      )
      if (missing.length === 0) continue
      const unproved = missing.filter((level) => filings.some((one) => isAt(one, level, anyLevel)))
      const what = proof.includes('date') ? '备案编号或日期' : '备案编号'
      yield {
        record,
        detail: missing.map((level) => (unproved.includes(level) ? `${level}的备案没有${what}` : `没有${level}的备案`)).join('；'),
      }
    }
  },
})

function isAt(filing: Entry, level: string, anyLevel: boolean): boolean {
  const { level: written } = filing
  if (written === undefined) return anyLevel
  if (level === '主管单位') return !/^上级/.test(written)
  return written.startsWith(level.slice(0, 2))
}
