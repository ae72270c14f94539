import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { reviewRoles } from './roles.ts'

/**
 * Every stored setting with its default. A stored value that cannot be read counts as not set, and is named in `repaired`,
 * so that the options page can say so.
 */

const account = (prefix: string, rest: RegExp) => z.string().check(z.regex(new RegExp(`^$|^${prefix}:${rest.source}$`)))
const person = z.string().check(z.regex(/^per_[\w-]{21}[AQgw]$/))
const personName = z.string().check(z.maxLength(20))

/** Packs that are built in; `packs/` of rules-core has one folder for each. */
export const jurisdictions = {
  cn: '全国通用',
  'cn-chongqing': '重庆市',
  'cn-chongqing-qijiang': '重庆市綦江区',
  'cn-chongqing-qianjiang-zjw': '重庆市黔江区住建委',
  'cn-zhejiang-hangzhou': '浙江省杭州市',
  'cn-shaanxi-tongchuan': '陕西省铜川市',
} as const
export type Jurisdiction = keyof typeof jurisdictions

const table = {
  jurisdiction: {
    schema: z.enum(Object.keys(jurisdictions) as [Jurisdiction, ...Jurisdiction[]]),
    fallback: 'cn' as Jurisdiction,
    title: '规则包',
  },
  wechatAccount: { schema: account('wechat', /gh_\w{1,40}/), fallback: '', title: '公众号账号' },
  weiboAccount: { schema: account('weibo', /\d{1,20}/), fallback: '', title: '微博账号' },
  /** Origin of the sync endpoint; http only on this computer itself. */
  endpoint: { schema: z.string().check(z.refine((value) => value === '' || isEndpoint(value))), fallback: '', title: '服务端地址' },
  deviceName: { schema: z.string().check(z.minLength(1), z.maxLength(20)), fallback: '浏览器插件', title: '设备名称' },
  personId: { schema: z.union([z.literal(''), person]), fallback: '', title: '使用人编号' },
  personName: { schema: personName, fallback: '', title: '使用人姓名' },
  people: {
    schema: z.array(z.strictObject({ id: person, name: personName, roles: z.array(z.enum(reviewRoles)) })).check(z.maxLength(20)),
    fallback: [] as { id: string; name: string; roles: (typeof reviewRoles)[number][] }[],
    title: '审核人',
  },
  /** 1, 1.25 or 1.5 times. */
  textSize: { schema: z.enum(['1', '1.25', '1.5']), fallback: '1' as const, title: '字号' },
  /** `pack`: as the pack says; `hold` is stricter. */
  whenUnchecked: { schema: z.enum(['pack', 'hold']), fallback: 'pack' as const, title: '没有识别出页面时' },
} as const

type Table = typeof table
export type SettingName = keyof Table
export type Settings = { [Name in SettingName]: z.infer<Table[Name]['schema']> }

const names = Object.keys(table) as SettingName[]
const stored = (name: SettingName) => `setting.${name}`

export async function readSettings(): Promise<{ settings: Settings; repaired: readonly string[] }> {
  const found = await browser.storage.local.get(names.map(stored))
  const repaired: string[] = []
  const values = names.map((name) => {
    const value: unknown = found[stored(name)]
    if (value === undefined) return [name, table[name].fallback]
    const parsed = table[name].schema.safeParse(value)
    if (parsed.success) return [name, parsed.data]
    repaired.push(table[name].title)
    return [name, table[name].fallback]
  })
  return { settings: Object.fromEntries(values) as Settings, repaired }
}

/** Stores one setting, or says in Chinese what is wrong with the value; a refused value changes nothing. */
export async function writeSetting<Name extends SettingName>(name: Name, value: Settings[Name]): Promise<string | undefined> {
  const parsed = table[name].schema.safeParse(value)
  if (!parsed.success) return `${table[name].title}的写法不对，没有保存。`
  await browser.storage.local.set({ [stored(name)]: parsed.data })
  return undefined
}

/** Calls `notify` with the names of settings after they have changed, in this or another page, until the signal aborts. */
export function watchSettings(notify: (changed: readonly SettingName[]) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    const changed = names.filter((name) => stored(name) in changes)
    if (changed.length > 0) notify(changed)
  }
  browser.storage.local.onChanged.addListener(listener)
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener))
}

/** The id of who writes here, made at first use: `per_` and 16 random bytes (protocol.md §2.1). */
export async function ownPersonId(): Promise<string> {
  const { settings } = await readSettings()
  if (settings.personId !== '') return settings.personId
  const made = newPersonId()
  await writeSetting('personId', made)
  return made
}

export function newPersonId(): string {
  const bytes = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))
  return `per_${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname))
  return secure && url.origin === value
}
