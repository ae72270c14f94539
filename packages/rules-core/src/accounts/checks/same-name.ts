import * as z from 'zod/mini'
import { type BookRecord, textOf } from '../book.ts'
import { platformName } from '../platform-name.ts'
import { isExcepted, isOpen } from '../standing-of.ts'
import { defineCheck } from './check.ts'
import { ownerOf } from './one-per-platform.ts'

/** One owner's accounts on different platforms have one name; what only names the platform does not count. */
export const sameName = defineCheck({
  name: 'same-name',
  options: z.strictObject({ exception: z.optional(z.boolean()) }),
  *find(view, { exception = false }) {
    const byOwner = new Map<string, BookRecord[]>()
    for (const record of view.of(['account'])) {
      if (!isOpen(record) || record.name === '' || (exception && isExcepted(record))) continue
      const owner = ownerOf(record)
      if (owner !== '') byOwner.set(owner, [...(byOwner.get(owner) ?? []), record])
    }
    for (const all of byOwner.values()) {
      const differ = all.some((one) => all.some((other) => placeOf(one) !== placeOf(other) && bareName(one.name) !== bareName(other.name)))
      if (differ)
        yield { record: all[0]!, detail: `不同平台的名称：${all.map((one) => `${textOf(one, 'platform')}“${one.name}”`).join('、')}` }
    }
  },
})

function placeOf(record: BookRecord): string {
  return platformName(textOf(record, 'platform'))
}

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
