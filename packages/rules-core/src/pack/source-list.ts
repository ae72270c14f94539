import { PackError, type PackProblem } from './pack-error.ts'
import type { SourceOutlet } from './schema.ts'

/** A table as a spreadsheet holds it: a header and numbered rows of text. */
export interface ListTable {
  header: readonly string[]
  rows: readonly { number: number; cells: readonly string[] }[]
}

// What offices call these columns in the lists they keep.
const NAME = /^(?:稿源|媒体|网站|来源|新闻)?(?:单位)?(?:名称|名字|单位|媒体|名单)$|^稿源$/
const HOSTS = /域名|网址|网站地址|地址|链接/
const KIND = /类别|类型|级别|分类|性质/
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/**
 * A 稿源 list from a table with a column of names and, if there are any, of hosts (several in a cell) and of kinds. Throws a PackError that
 * lists every row that is wrong; nothing is half-read.
 */
export function sourceList({ header, rows }: ListTable): readonly SourceOutlet[] {
  const named = header.findIndex((title) => NAME.test(title.replace(/\s/g, '')))
  const hosted = header.findIndex((title, i) => i !== named && HOSTS.test(title))
  const kinded = header.findIndex((title, i) => i !== named && i !== hosted && KIND.test(title))
  if (named < 0) {
    const problem = `表头里没有“名称”一列（有：${header.filter((title) => title !== '').join('、') || '空'}），请加上表头：名称、域名、类别`
    throw new PackError('稿源名单', [{ path: '表头', problem }])
  }
  const problems: PackProblem[] = []
  const rowOf = new Map<string, number>()
  const sources = rows.flatMap(({ number, cells }): SourceOutlet[] => {
    const path = `第 ${number} 行`
    const name = (cells[named] ?? '').replace(/\s+/g, '')
    if (name === '') problems.push({ path, problem: '没有名称' })
    else if (name.length > 60) problems.push({ path, problem: `名称超过 60 个字：${name.slice(0, 20)}…` })
    const before = rowOf.get(name)
    if (before !== undefined && name !== '') problems.push({ path, problem: `“${name}”在第 ${before} 行已经有了` })
    rowOf.set(name, before ?? number)
    const hosts = (cells[hosted] ?? '').split(/[\s,，;；、]+/).flatMap((one) => (one === '' ? [] : [hostFrom(one)]))
    for (const host of hosts) if (!HOST.test(host)) problems.push({ path, problem: `“${host}”不是域名，写作 xinhuanet.com` })
    const kind = (cells[kinded] ?? '').slice(0, 40)
    return [{ name, ...(hosts.length > 0 && { hosts }), ...(kind !== '' && { kind }) }]
  })
  if (problems.length > 0) throw new PackError('稿源名单', problems)
  return sources
}

/** Lists give addresses where they mean hosts. */
function hostFrom(written: string): string {
  return written
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/^www\./, '')
}
