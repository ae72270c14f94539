import * as z from 'zod/mini'
import { type BookRecord, countOf, listOf } from '../book.ts'
import { defineCheck, kindsOption, subjects } from './check.ts'

/** An account that does what another of the same office does, and that hardly anybody reads beside it. */
export const similar = defineCheck({
  name: 'similar',
  options: z.strictObject({ of: kindsOption, share: z.number() }),
  *find(view, { of, share }) {
    const all = subjects(view, { of })
    const most = new Map<string, BookRecord>()
    for (const record of all) {
      for (const key of keysOf(record)) {
        const before = most.get(key)
        if (!before || readsOf(record) > readsOf(before)) most.set(key, record)
      }
    }
    for (const record of all) {
      if (countOf(record, 'monthlyReads') === undefined) continue
      const twin = keysOf(record)
        .map((key) => most.get(key))
        .find((other) => other && other !== record && readsOf(record) < readsOf(other) * share)
      if (twin) yield { record, detail: `和“${twin.name}”功能相近，月阅读 ${readsOf(record)} 和 ${readsOf(twin)}（比例是产品设置）` }
    }
  },
})

function keysOf(record: BookRecord): readonly string[] {
  return listOf(record, 'functions').map((one) => `${record.office}\n${one}`)
}

function readsOf(record: BookRecord): number {
  return countOf(record, 'monthlyReads') ?? 0
}
