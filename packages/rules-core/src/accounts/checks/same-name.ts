import * as z from 'zod/mini'
import { textOf } from '../book.ts'
import { platformName } from '../platform-name.ts'
import { isExcepted, isOpen } from '../standing-of.ts'
import { defineCheck } from './check.ts'
import { groupBy, listed } from './group-by.ts'
import { ownerOf } from './one-per-platform.ts'

/** One owner's accounts on different platforms have one name; what only names the platform does not count. */
export const sameName = defineCheck({
  name: 'same-name',
  options: z.strictObject({ exception: z.optional(z.boolean()) }),
  *find(view, { exception = false }) {
    const named = view
      .of(['account'])
      .filter((record) => isOpen(record) && record.name !== '' && ownerOf(record) !== '' && !(exception && isExcepted(record)))
    for (const all of groupBy(named, ownerOf).values()) {
      const names = new Set(all.map((record) => bareName(record.name)))
      const places = new Set(all.map((record) => platformName(textOf(record, 'platform'))))
      // With two names and two platforms there are always two accounts that differ in both.
      if (names.size > 1 && places.size > 1)
        yield { record: all[0]!, detail: `不同平台的名称：${listed(all.map((one) => `${textOf(one, 'platform')}“${one.name}”`))}` }
    }
  },
})

/** A name without the platform's suffix: 某区文旅官方微博 is 某区文旅. */
export function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s"'“”·_()-]/g, '')
    .replace(
      /(?:官方)?(?:微信公众号|微信公众平台|微信|公众号|订阅号|服务号|视频号|微博|抖音号|抖音|头条号|今日头条|快手号|快手|小程序|账号|官微)$/,
      '',
    )
    .replace(/官方$/, '')
    .toLowerCase()
}
