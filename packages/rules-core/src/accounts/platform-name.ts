// What people write for one platform. 视频号 and 小程序 are platforms of their own, with accounts of their own.
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/视频号/, '微信视频号'],
  [/小程序/, '小程序'],
  [/微信|公众号|订阅号|服务号|wechat|weixin/, '微信公众号'],
  [/腾讯微博/, '腾讯微博'],
  [/微博|weibo/, '微博'],
  [/抖音|douyin/, '抖音'],
  [/头条|toutiao/, '今日头条'],
  [/快手|kuaishou/, '快手'],
  [/哔哩|b站|bilibili/, '哔哩哔哩'],
  [/小红书/, '小红书'],
]

/** One name for one platform: 微信, 订阅号 and 公众号 are the same place. */
export function platformName(written: string): string {
  const plain = written.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return NAMES.find(([pattern]) => pattern.test(plain))?.[1] ?? plain
}
