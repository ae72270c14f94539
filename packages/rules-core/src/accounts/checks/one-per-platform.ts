import * as z from 'zod/mini'
import { type BookRecord, listOf, textOf } from '../book.ts'
import { platformName } from '../platform-name.ts'
import { isExcepted, isOpen } from '../standing-of.ts'
import { defineCheck } from './check.ts'
import { groupBy, listed } from './group-by.ts'

/** An office's accounts in use on one platform. Those that a paper allows are beyond the count. */
export const onePerPlatform = defineCheck({
  name: 'one-per-platform',
  options: z.strictObject({ max: z.int().check(z.gte(1)) }),
  *find(view, { max }) {
    const open = view.of(['account']).filter((record) => isOpen(record) && textOf(record, 'platform') !== '')
    for (const [, all] of groupBy(open, (record) => `${ownerOf(record)}\n${platformName(textOf(record, 'platform'))}`)) {
      const counted = all.filter((record) => !isExcepted(record))
      const allowed = counted.length < all.length ? counted.length <= max : all.length <= max
      if (allowed) continue
      const [first] = counted
      const detail = `${ownerOf(first!)}在${textOf(first, 'platform')}有 ${all.length} 个账号：${listed(all.map(({ name }) => name))}`
      yield { record: first!, detail }
    }
  },
})

/** 谁开设、谁主办: the host, or else the office that the row names. */
export function ownerOf(record: BookRecord): string {
  return listOf(record, 'host')[0] ?? record.office
}
