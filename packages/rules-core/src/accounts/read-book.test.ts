import { describe, expect, test } from 'vitest'
import { readBook } from './read-book.ts'
import { fieldsFor, kindNames, recordKinds } from './record-kinds.ts'

const table = (name: string, header: string[], ...rows: string[][]) => ({
  name,
  header,
  rows: rows.map((cells, i) => ({ number: i + 2, cells })),
})

describe('what kind of table it is', () => {
  test.each([
    ['by its name', '账号', ['单位', '名称', '平台']],
    ['by a longer name', '綦江区账号台账2026.csv', ['单位', '名称', '平台']],
    ['by its header', 'Sheet1', ['主管单位', '公众号名称', '平台']],
  ])('an account table %s', (_, name, header) => {
    expect(readBook([table(name, header, ['甲局', '甲', '微信'])]).book).toMatchObject([{ kind: 'account', name: '甲' }])
  })

  test('a title above the header is not the header', () => {
    const read = readBook([table('表1.csv', ['政务新媒体台账', '', ''], ['序号', '账号名称', '平台'], ['1', '甲', '微博'])])
    expect(read).toMatchObject({ problems: [], book: [{ kind: 'account', name: '甲', values: { platform: '微博' } }] })
  })

  test('a table that nothing is known of is named with what to do', () => {
    expect(readBook([table('食堂.csv', ['菜名', '价格'], ['面', '9'])]).problems[0]).toMatchObject({
      place: '“食堂.csv”',
      problem: expect.stringContaining('请把表名改成'),
    })
  })

  test('a roster goes to its office', () => {
    const { book } = readBook([
      table('单位', ['单位', '类别'], ['某局', '部门']),
      table('值班', ['单位', '日期', '时段', '值班员'], ['某局', '2026-03-01', '全天', '甲']),
    ])
    expect(book).toMatchObject([
      { kind: 'office', name: '某局', values: { class: '部门', roster: [{ date: '2026-03-01', hours: '全天', person: '甲' }] } },
    ])
  })

  test.each(recordKinds)('every column of the template of %s is read into its own field', (kind) => {
    const fields = Object.entries(fieldsFor(kind)).filter(([key]) => key !== 'office' && key !== 'name')
    const sample = { text: '甲', list: '甲', day: '2026-03-01', count: '3', flag: '是', entries: '甲' }
    const header = ['单位', fieldsFor(kind).name!.title, ...fields.map(([, field]) => field.title)]
    const cells = ['某局', '名', ...fields.map(([key, { shape }]) => (key === 'followers' ? '2026-03-01 500' : sample[shape]))]
    const own = kind === 'office' ? { header: header.slice(1), cells: cells.slice(1) } : { header, cells }
    const read = readBook([table(kindNames[kind][0]!, own.header, own.cells)])
    expect(read).toMatchObject({ problems: [], unused: [] })
    expect(
      Object.keys(read.book[0]!.values)
        .filter((key) => key !== 'host')
        .sort(),
    ).toEqual(
      fields
        .map(([key]) => key)
        .filter((key) => key !== 'host')
        .sort(),
    )
  })
})

describe('cells as people write them', () => {
  test.each([
    ['2026年3月1日', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026-03-01 09:30', '2026-03-01'],
    ['2024-02-29', '2024-02-29'],
  ])('the day %s', (written, day) => {
    expect(readBook([table('账号', ['账号名称', '最后更新'], ['甲', written])]).book[0]!.values.lastUpdate).toBe(day)
  })

  test.each(['2026-02-29', '2026-13-01', '去年'])('%s is no day, and is named', (written) => {
    const { problems } = readBook([table('账号', ['账号名称', '最后更新'], ['甲', written])])
    expect(problems).toMatchObject([{ place: '“账号”第 2 行', column: '最后更新', problem: expect.stringContaining(written) }])
  })

  test.each(['', '无', '—', '/', '暂无'])('“%s” says that there is nothing', (written) => {
    expect(readBook([table('账号', ['账号名称', '主管单位'], ['甲', written])]).book[0]!.values).not.toHaveProperty('supervisor')
  })

  test('headers in full width, with remarks and in any order', () => {
    const { book } = readBook([table('账号', ['平 台（必填）', 'ＩＰｖ６地址', '账号名称*'], ['微信', '240e::1', '甲'])])
    expect(book[0]).toMatchObject({ name: '甲', values: { platform: '微信', ipv6: ['240e::1'] } })
  })

  test('what a list of entries has no place for is named', () => {
    const { problems } = readBook([table('账号', ['账号名称', '粉丝序列'], ['甲', '2026-03-01 很多'])])
    expect(problems).toMatchObject([{ column: '粉丝序列', problem: expect.stringContaining('写作：日期 粉丝') }])
  })

  test('a formula is text', () => {
    expect(readBook([table('账号', ['账号名称', '用途'], ['甲', '=HYPERLINK("x")'])]).book[0]!.values.purpose).toBe('=HYPERLINK("x")')
  })
})

describe('nothing is half-read', () => {
  test.each(['密码', '登录密码', '后台口令', 'password'])('a column “%s” is refused, and its cells are kept nowhere', (column) => {
    const read = readBook([table('后台账户', ['后台账户', column], ['admin', 'Abc12345'])])
    expect(read.problems[0]).toMatchObject({ column, problem: expect.stringContaining('不保存密码') })
    expect(JSON.stringify(read)).not.toContain('Abc12345')
  })

  test.each(['密码长度', '密码更换日期', '上次改密'])('a column “%s” is about a password and holds none', (column) => {
    expect(readBook([table('后台账户', ['后台账户', column], ['admin', column === '密码长度' ? '8' : '2026-03-01'])]).problems).toEqual([])
  })

  test('every bad row is named', () => {
    const { problems } = readBook([
      table(
        '账号',
        ['单位', '账号名称', '平台', '主账号'],
        ['甲局', '', '微信', ''],
        ['甲局', '甲', '微信', '也许'],
        ['甲局', '乙', '微信', ''],
        ['甲局', '乙', '公众号', ''],
      ),
    ])
    expect(problems.map(({ place, problem }) => `${place}：${problem}`)).toEqual([
      '“账号”第 2 行：没有写账号的名称',
      '“账号”第 3 行：“也许”看不出是不是，写“是”或“否”',
      '“账号”第 5 行：和第 4 行重复（乙），请留一行',
    ])
  })

  test('columns without a place in the book are told', () => {
    expect(readBook([table('账号', ['账号名称', '平台', '食堂'], ['甲', '微信', '有'])]).unused).toEqual([
      { table: '账号', columns: ['食堂'] },
    ])
  })

  test('forty thousand rows of one office in bounded time', () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => ['甲局', `账号${i}`, '微信', '2026-03-01'])
    const start = performance.now()
    expect(readBook([table('账号', ['单位', '账号名称', '平台', '最后更新'], ...rows)]).book).toHaveLength(40_000)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
