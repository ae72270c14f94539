import type { Site } from './site.ts'
import { wechatMp } from './wechat-mp/site.ts'
import { weibo } from './weibo/site.ts'

/** Every site, one line each. */
export const sites: readonly Site[] = [wechatMp, weibo]

export function siteAt(address: URL): Site | undefined {
  return sites.find((site) => site.hosts.includes(address.hostname))
}
