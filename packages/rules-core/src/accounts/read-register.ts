import type { AccountBook, BookRecord } from './book.ts'
import { type BookProblem, type RecordAround, recordFrom } from './record-from.ts'
import { fieldKeyOf, type RecordKind } from './record-kinds.ts'

type Members = Readonly<Record<string, unknown>>

/** Lists inside a record that are records of their own. */
const INNER: Readonly<Record<string, RecordKind>> = {
  单位: 'office',
  账号: 'account',
  公众号: 'account',
  新媒体: 'account',
  网站: 'site',
  站点: 'site',
  移动端: 'app',
  后台账户: 'backend',
  栏目: 'column',
  专栏: 'section',
  域名: 'domain',
  服务器: 'server',
  服务商: 'server',
  关键设备: 'equipment',
  设备: 'equipment',
  临时下线: 'offline',
  下线公告: 'offline',
  人员调离: 'leaver',
}

/**
 * Records from one nested record with the documents' own words for members (账号, 主办单位, 备案 …), as a JSON file holds it. 核查日 is the day
 * that it was looked at on.
 */
export function readRegister(
  register: Members,
  around: RecordAround,
): { book: AccountBook; problems: readonly BookProblem[]; today?: string } {
  const problems: BookProblem[] = []
  const book = recordsOf(register, around, problems)
  const isKnown = kindOf(register) !== undefined || Object.keys(register).some((title) => Object.hasOwn(INNER, title))
  if (!isKnown && problems.length === 0) {
    problems.push({ place: around.place, problem: '认不出登记的是什么，请写明“账号”“站点”“单位”“栏目”等其中一项' })
  }
  const seen = register.核查日
  return { book, problems, ...(typeof seen === 'string' && { today: seen }) }
}

function recordsOf(register: Members, around: RecordAround, problems: BookProblem[]): AccountBook {
  const kind = kindOf(register)
  const own: Record<string, unknown> = {}
  const inner: [string, RecordKind, unknown][] = []
  for (const [title, value] of Object.entries(register)) {
    const innerKind = Object.hasOwn(INNER, title) ? INNER[title] : undefined
    const isOwnList = kind === 'section' && title === '栏目'
    if (innerKind && !isOwnList && typeof value === 'object' && value !== null) inner.push([title, innerKind, value])
    // No notice at all is a notice in neither place.
    else if (title === '下线公告') inner.push([title, 'offline', {}])
    else if (title === '角色' && isMembers(value)) Object.assign(own, value)
    else if (title === '拟开设') Object.assign(own, { 名称: value, 状态: '拟开设' })
    else own[title] = value
  }
  const record = kind === undefined ? undefined : recordFrom(kind, own, around, problems)
  const office = record?.office || around.office || ''
  const book: BookRecord[] = record && !(kind === 'equipment' && inner.length > 0) ? [record] : []
  for (const [title, innerKind, value] of inner) {
    const all = Array.isArray(value) ? value : [value]
    all.forEach((one, i) => {
      const place = `${around.place} ${title}${all.length > 1 ? `第 ${i + 1} 条` : ''}`.trim()
      const parent =
        record && innerKind !== 'account' && innerKind !== 'site' && fieldKeyOf(innerKind, '站点') === 'site' ? { 站点: record.name } : {}
      const members = { ...parent, ...membersOf(title, innerKind, one) }
      const read = recordFrom(innerKind, members, { place, office }, problems)
      if (read) book.push(read)
    })
  }
  return book
}

function membersOf(title: string, kind: RecordKind, one: unknown): Members {
  if (!isMembers(one)) return kind === 'site' && /\./.test(String(one)) ? { 名称: one, 网址: one } : { 名称: one }
  if (title === '服务商') return { 服务商: one.名称, ...one }
  if (title === '公众号') return { 平台: '微信公众号', ...one }
  return one
}

/** What the record is about, from the member that names it. */
function kindOf(register: Members): RecordKind | undefined {
  const has = (title: string) => Object.hasOwn(register, title) && !(typeof register[title] === 'object' && register[title] !== null)
  const backend = ['责任人', '上次改密', '多人共用', '密码长度', '使用人'].some((title) => Object.hasOwn(register, title))
  if (has('后台账户') || (has('账号') && (backend || /后台/.test(String(register.账号))))) return 'backend'
  if (has('拟开设')) return /网站|门户/.test(String(register.拟开设)) ? 'site' : 'account'
  if (has('账号') || has('对象') || has('公众号') || has('新媒体') || has('账号名称')) return 'account'
  if (has('移动端') || has('应用') || has('客户端')) return 'app'
  if (has('站点') || has('网站') || register.类型 === '政府网站') return 'site'
  if (register.类型 === '政务新媒体') return 'account'
  if (has('专栏')) return 'section'
  if (has('栏目')) return 'column'
  if (has('人员')) return 'leaver'
  if (has('域名')) return 'domain'
  if (has('系统') || has('设备')) return 'equipment'
  if (has('服务器')) return 'server'
  if (has('平台')) return 'platform'
  if (has('单位')) return Object.hasOwn(register, '网址') ? 'site' : 'office'
  return undefined
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
