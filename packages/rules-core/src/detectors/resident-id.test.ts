import { describe, expect, test } from 'vitest'
import { foundIn, hitsIn } from './found-in.ts'
import { residentId } from './resident-id.ts'

describe('numbers of eighteen signs', () => {
  test.each([
    ['本人11010519491231002X', ['11010519491231002X'], 'the specimen of GB 11643'],
    ['11010519491231002x', ['11010519491231002x'], 'a small x'],
    ['1101051949１２３１002Х', ['1101051949１２３１002Х'], 'full width, and a Cyrillic letter'],
    ['110105 1949 1231 002X', ['110105 1949 1231 002X'], 'in groups'],
    ['110105-19491231-002X', ['110105-19491231-002X'], 'with dashes'],
    ['1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X', ['1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X'], 'sign by sign'],
    ['1101051949\n1231002X', ['1101051949\n1231002X'], 'broken over two lines'],
    ['一一零一零五一九四九一二三一零零二X', ['一一零一零五一九四九一二三一零零二X'], 'in Chinese numerals'],
    ['壹壹零壹零伍壹玖肆玖壹贰叁壹零零贰X', ['壹壹零壹零伍壹玖肆玖壹贰叁壹零零贰X'], 'in numerals of cheques'],
    ['11O1O519491231002X', ['11O1O519491231002X'], 'the letter O for nought'],
    ['①①⓪①⓪⑤19491231002X', ['①①⓪①⓪⑤19491231002X'], 'circled digits'],
    ['440308199901101512、810000199408230021', ['440308199901101512', '810000199408230021'], 'two beside each other, one of Hong Kong'],
    ['830000199201300022', ['830000199201300022'], 'a residence permit of Taiwan'],
    ['G11010519491231002X', ['11010519491231002X'], 'a pupil number is an identity number behind a letter'],
    ['44030819990110151242', ['44030819990110151242'], 'a disability certificate: kind and grade follow'],
    ['110105194912310021', [], 'a wrong check sign'],
    ['110105194902310025', [], 'the 31st of February'],
    ['990105194912310029', [], 'no such province'],
    ['1101051949123100', [], 'too short'],
    ['911010519491231002X', [], 'a digit before it: another number'],
    ['11010519491231002X7', ['11010519491231002X'], 'what follows the X is another number'],
    ['110105********002X', [], 'masked'],
    ['510101199001XX1234', [], 'masked with letters'],
    ['44030819990110151296', [], 'twenty digits that are no disability certificate'],
  ])('%s', (text, expected) => {
    expect(foundIn(residentId, {}, text)).toEqual(expected)
  })

  test('the value is the number in one form, and the fix keeps region and tail', () => {
    expect(hitsIn(residentId, {}, '证件１１０１０５ 19491231-002x')).toMatchObject([
      { canonical: '11010519491231002X', replacement: '110105********002X', start: 2, end: 22 },
    ])
  })

  test('a code of a firm that has digits only is none', () => {
    const contexts = [{ at: 'header', like: ['信用代码'], effect: 'drop', says: '机构代码' }]
    expect(foundIn(residentId, { contexts }, '11010519491231002X', { header: '统一社会信用代码' })).toEqual([])
    expect(foundIn(residentId, { contexts }, '11010519491231002X', { header: '证件号码' })).toHaveLength(1)
  })
})

describe('old numbers of fifteen digits', () => {
  test.each([
    ['身份证号110105491231002', ['110105491231002?']],
    ['编号110105491231002', []],
    ['身份证号110105491331002', []],
  ])('%s', (text, expected) => {
    expect(foundIn(residentId, { old: true }, text)).toEqual(expected)
    expect(foundIn(residentId, {}, text)).toEqual([])
  })
})
