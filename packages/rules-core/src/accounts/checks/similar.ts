import * as z from 'zod/mini'
import { countOf, listOf } from '../book.ts'
import { defineCheck, kindsOption, subjects } from './check.ts'

/** An account that does what another of the same office does, and that hardly anybody reads beside it. */
export const similar = defineCheck({
  name: 'similar',
  options: z.strictObject({ of: kindsOption, share: z.number() }),
  *find(view, { of, share }) {
    const all = subjects(view, { of })
    for (const record of all) {
      const reads = countOf(record, 'monthlyReads')
      if (reads === undefined) continue
      const twin = all.find(
        (other) =>
          other !== record &&
          other.office === record.office &&
          listOf(other, 'functions').some((one) => listOf(record, 'functions').includes(one)) &&
          reads < (countOf(other, 'monthlyReads') ?? 0) * share,
      )
      if (twin) yield { record, detail: `和“${twin.name}”功能相近，月阅读 ${reads} 和 ${countOf(twin, 'monthlyReads')}（比例是产品设置）` }
    }
  },
})
