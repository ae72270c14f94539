import { expect, test } from 'vitest'
import { printBook } from './print-book.ts'
import { readBook } from './read-book.ts'
import { readRegister } from './read-register.ts'

test('what is printed is read again as it was', () => {
  const { book, problems } = readRegister(
    {
      单位: '甲局',
      类别: '部门',
      值班表: [{ 日期: '每天', 时段: '全天', 值班员: '甲' }],
      账号: [
        {
          名称: '甲',
          平台: '微信',
          主办单位: ['甲局'],
          备案: [{ 单位: '区政府办公室' }, { 级别: '主管单位', 编号: 'BA-1', 日期: '2026-03-01' }],
          菜单: [{ 名称: '渝快办 办事', 链接: 'https://zwykb.cq.gov.cn/' }],
          实名认证: false,
          月阅读: 30,
          用途: '=1+1',
        },
      ],
    },
    { place: '登记' },
  )
  expect(problems).toEqual([])
  const tables = printBook(book)
  expect(tables.map(({ name }) => name)).toEqual(['单位', '账号', '值班表'])
  const read = readBook(
    tables.map(({ name, header, rows }) => ({ name, header, rows: rows.map((cells, i) => ({ number: i + 2, cells })) })),
  )
  expect(read).toMatchObject({ problems: [], unused: [] })
  const plain = (one: (typeof book)[number]) => ({ ...one, place: undefined })
  expect(read.book.map(plain)).toEqual(book.map(plain))
})

test.each(['=1+1', '+86', '-5', '@SUM(A1)'])('no cell begins with %s', (written) => {
  const { book } = readBook([{ name: '账号', header: ['账号名称', '用途', '平台'], rows: [{ number: 2, cells: ['甲', written, '微信'] }] }])
  expect(printBook(book)[0]!.rows[0]).toContain(`'${written}`)
})
