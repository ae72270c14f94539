import { expect, test } from 'vitest'
import { digitGroups, mayHoldNumber, numbersOfLength } from './number-runs.ts'

const numbers = (text: string, length: number) => [...numbersOfLength(digitGroups(text), length)].map(({ digits }) => digits)

test.each([
  ['12345', 5, ['12345']],
  ['12 345', 5, ['12345']],
  ['12-3·45', 5, ['12345']],
  ['12\n345', 5, ['12345']],
  ['12,345', 5, ['12345']],
  ['12、345', 5, ['12345']],
  ['12、、345', 5, []],
  ['12•345', 5, ['12345']],
  ['4817905,一直到2026年', 8, []],
  ['12    345', 5, []],
  ['123456', 5, []],
  ['12 34 5', 4, ['1234']],
  ['1234x', 5, ['1234x']],
  ['1234xyz', 4, ['1234']],
  ['一二三四五六七八九零一', 11, ['12345678901']],
  ['一二三', 3, []],
  ['六九、七二、八九、七六', 8, ['69728976']],
  ['一五八零,八四三,五四四七', 11, ['15808435447']],
  ['1o1l1', 5, ['10111']],
  ['138ooo。', 6, ['138000']],
  ['5liter', 2, []],
  ['138/00138000', 11, ['13800138000']],
  ['(138)00138000', 11, ['13800138000']],
  ['(3)48612345', 9, []],
  ['138~0013|8000', 11, ['13800138000']],
  ['l38oo138ooo', 11, ['13800138000']],
  ['12345678901234567×', 18, ['12345678901234567x']],
  ['12345678901234567××', 18, []],
  ['12345678901234567 (x)', 18, ['12345678901234567x']],
  ['123456,出生日期12345678', 14, []],
])('%j has the numbers of %i digits %j', (text, length, expected) => {
  expect(numbers(text, length)).toEqual(expected)
})

test('what words join is one number only for those who can tell', () => {
  const groups = digitGroups('前六位123456,出生日期1978年05月06日,后四位7890')
  expect([...numbersOfLength(groups, 18, true)].map(({ digits }) => digits)).toEqual(['123456197805067890'])
  expect([...numbersOfLength(groups, 18)]).toEqual([])
})

test('places are those of the text', () => {
  const [found] = numbersOfLength(digitGroups('号 12 345。'), 5)
  expect(found).toMatchObject({ start: 2, end: 8 })
})

test.each([
  ['13800138000', true],
  ['138 - 0013 - 8000', true],
  ['一三八零零一三八零零零', true],
  ['一三八,零零一三,八零零零', true],
  ['2026年11月25日，共120人', false],
])('the quick look at %s says %s', (text, expected) => {
  expect(mayHoldNumber(text)).toBe(expected)
})

test('a long run of digits takes no longer than its length', () => {
  expect([...numbersOfLength(digitGroups('1'.repeat(200_000)), 18)]).toEqual([])
  expect([...numbersOfLength(digitGroups('1 '.repeat(30_000)), 18)].length).toBeGreaterThan(29_000)
})
