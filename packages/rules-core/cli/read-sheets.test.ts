import { describe, expect, test } from 'vitest'
import { readSheets, SHEET_LIMITS, SheetError } from './read-sheets.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
// 名称,域名 / 新华社,xinhuanet.com in GB18030.
const GB18030 = Uint8Array.from([
  0xc3,
  0xfb,
  0xb3,
  0xc6,
  0x2c,
  0xd3,
  0xf2,
  0xc3,
  0xfb,
  0x0a,
  0xd0,
  0xc2,
  0xbb,
  0xaa,
  0xc9,
  0xe7,
  0x2c,
  ...utf8('xinhuanet.com'),
])

const expected = [{ name: '表', header: ['名称', '域名'], rows: [{ number: 2, cells: ['新华社', 'xinhuanet.com'] }] }]

describe('a CSV file', () => {
  test.each([
    ['UTF-8', utf8('名称,域名\n新华社,xinhuanet.com')],
    ['UTF-8 with BOM and CRLF', utf8('\uFEFF名称,域名\r\n新华社,xinhuanet.com\r\n')],
    ['GB18030', GB18030],
    ['UTF-16 with BOM', Uint8Array.from(Buffer.from('\uFEFF名称\t域名\n新华社\txinhuanet.com', 'utf16le'))],
    ['semicolons and blanks', utf8('名称 ; 域名\n 新华社 ;xinhuanet.com\n ; ')],
  ])('in %s reads the same', async (_, bytes) => {
    expect(await readSheets(bytes, '表')).toEqual(expected)
  })

  test('keeps its own row numbers, and a formula is text', async () => {
    const [sheet] = await readSheets(utf8('\n名称,备注\n\n甲,"=1+1\n第二行"\n乙'), '表')
    expect(sheet!.rows).toEqual([
      { number: 4, cells: ['甲', '=1+1\n第二行'] },
      { number: 5, cells: ['乙', ''] },
    ])
  })
})

describe('what is no table is refused with a way out', () => {
  test.each([
    ['an empty file', new Uint8Array(), '空的'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '另存为 .xlsx'],
    ['a broken workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), '打不开'],
    ['bytes in no encoding', Uint8Array.from([0xff, 0x00, 0xff, 0xff, 0x81]), '认不出文字编码'],
    ['blank lines', utf8('\n\n,,\n'), '没有内容'],
    ['a quote without end', utf8('名称,域名\n"新华社,xinhuanet.com'), '引号没有成对'],
    ['too many rows', utf8('名称\n'.repeat(SHEET_LIMITS.rows + 2)), '请拆开'],
  ])('%s', async (_, bytes, words) => {
    const reading = readSheets(bytes, '表')
    await expect(reading).rejects.toBeInstanceOf(SheetError)
    await expect(reading).rejects.toThrow(words)
  })
})
