import { expect, test } from 'vitest'
import { PackError } from './pack-error.ts'
import { sourceList } from './source-list.ts'

const table = (header: string[], ...rows: string[][]) => ({ header, rows: rows.map((cells, i) => ({ number: i + 2, cells })) })

test.each([
  [table(['名称'], ['新华社']), [{ name: '新华社' }]],
  [
    table(['序号', '稿源单位名称', '网站域名', '类别'], ['1', '新华网', 'https://www.xinhuanet.com/a', '中央新闻网站']),
    [{ name: '新华网', hosts: ['xinhuanet.com'], kind: '中央新闻网站' }],
  ],
  [table(['媒体', '网址'], ['人民网', 'people.com.cn、people.cn']), [{ name: '人民网', hosts: ['people.com.cn', 'people.cn'] }]],
  [table(['稿 源 单 位', '备注'], ['光 明 网', '']), [{ name: '光明网' }]],
])('reads a list as offices keep it: %j', (list, expected) => {
  expect(sourceList(list)).toEqual(expected)
})

test('every wrong row is named at once', () => {
  const list = table(['名称', '域名'], ['', 'a.cn'], ['甲网', '不是域名'], ['甲网', 'b.cn'], ['长'.repeat(61), ''])
  const problems = () => {
    try {
      sourceList(list)
    } catch (error) {
      if (error instanceof PackError) return error.problems
      throw error
    }
    return []
  }
  expect(problems()).toEqual([
    { path: '第 2 行', problem: '没有名称' },
    { path: '第 3 行', problem: '“不是域名”不是域名，写作 xinhuanet.com' },
    { path: '第 4 行', problem: '“甲网”在第 3 行已经有了' },
    { path: '第 5 行', problem: `名称超过 60 个字：${'长'.repeat(20)}…` },
  ])
})

test('a table without a column of names says which it has', () => {
  expect(() => sourceList(table(['甲', '乙'], ['1', '2']))).toThrow('有：甲、乙')
})
