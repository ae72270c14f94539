import type { Field } from './field.ts'
import { backend, column, domain, equipment, leaver, offline, platform, section, server } from './kinds/belongings.ts'
import { office } from './kinds/office.ts'
import { account, app, site } from './kinds/outlets.ts'

export type RecordKind = keyof typeof fieldsOf

/** Every kind of record of the account book, and what may be written of it. */
export const fieldsOf = {
  office,
  site,
  account,
  app,
  backend,
  column,
  section,
  domain,
  server,
  equipment,
  offline,
  platform,
  leaver,
} as const

/** What people call a kind, first as the template's sheet names it. */
export const kindNames: Readonly<Record<RecordKind, readonly string[]>> = {
  office: ['单位', '单位信息', '单位表'],
  site: ['网站', '政府网站', '站点'],
  account: ['账号', '政务新媒体', '新媒体', '新媒体账号', '账号台账'],
  app: ['移动端', '移动客户端', '客户端', 'App'],
  backend: ['后台账户', '后台账号', '管理账户'],
  column: ['栏目', '栏目责任'],
  section: ['专栏'],
  domain: ['域名'],
  server: ['服务器'],
  equipment: ['设备', '关键设备'],
  offline: ['临时下线', '下线'],
  platform: ['集约化平台', '平台'],
  leaver: ['人员调离', '调离'],
}

export const recordKinds = Object.keys(fieldsOf) as readonly RecordKind[]

/** The fields of a kind by their keys. */
export function fieldsFor(kind: RecordKind): Readonly<Record<string, Field>> {
  return fieldsOf[kind]
}

/** The key of the field that a header means; undefined if the kind has none like it. The kind's name comes first, so that 单位 names an office. */
export function fieldKeyOf(kind: RecordKind, header: string): string | undefined {
  return keysByTitle(kind).get(plainTitle(header))
}

/** A header without what varies: blanks, full width, remarks in brackets, capitals. */
export function plainTitle(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s_*:]/g, '')
    .toLowerCase()
}

const titles = new Map<RecordKind, ReadonlyMap<string, string>>()

function keysByTitle(kind: RecordKind): ReadonlyMap<string, string> {
  const known = titles.get(kind)
  if (known) return known
  const keys = new Map<string, string>()
  const fields = fieldsFor(kind)
  // A field's own title is stronger than another's synonym.
  for (const rank of [0, 1]) {
    for (const key of ['name', ...Object.keys(fields).filter((one) => one !== 'name')]) {
      const field = fields[key]!
      for (const title of rank === 0 ? [field.title, key] : field.also) {
        const plain = plainTitle(title)
        if (!keys.has(plain)) keys.set(plain, key)
      }
    }
  }
  titles.set(kind, keys)
  return keys
}
