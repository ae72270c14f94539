import { expect, test } from 'vitest'
import { witnessesOf } from './expression-witness.ts'

const said = (source: string) =>
  witnessesOf(source).map(({ words = [], digits }) => (digits === undefined ? words.join(' ') : `${digits} digits`))

test.each<[string, readonly string[]]>([
  ['严禁外传', ['严禁外传']],
  ['严禁.{0,9}(?:转发|点赞)', ['严禁', '转发 点赞']],
  ['来源?[:：]', ['来: 来: 来源: 来源:']],
  ['第[一二三]条', ['第一条 第二条 第三条']],
  ['(?<hit>甲乙)+丙', ['甲乙', '甲乙丙']],
  ['(?=.*甲乙)丙丁', ['甲乙', '丙丁']],
  ['(?!甲乙)丙丁', ['丙丁']],
  ['甲?', []],
  ['甲*|乙', []],
  ['[^甲]', []],
  ['(?i:甲)', []],
])('%s', (source, expected) => {
  expect(new Set(said(source))).toEqual(new Set(expected))
})

test('two lists that make too many words when multiplied are asked for one by one', () => {
  const few = said('[一二三四五六七八][甲乙丙丁]')
  expect(few).toHaveLength(1)
  expect(few[0]!.split(' ')).toHaveLength(32)
  expect(said('(?:一一|二二|三三|四四|五五|六六|七七|八八|九九)(?:甲甲|乙乙|丙丙|丁丁|戊戊|己己|庚庚|辛辛)')).toEqual([
    '一一 二二 三三 四四 五五 六六 七七 八八 九九',
    '甲甲 乙乙 丙丙 丁丁 戊戊 己己 庚庚 辛辛',
  ])
})

test('a row of digits', () => {
  expect(said('\\d{17}[\\dx]')).toContain('17 digits')
  expect(said('1[38]\\d{9}')).toContain('11 digits')
})

test('letters that match more than their two cases, when case is ignored, say nothing', () => {
  expect(said('Key')).toEqual([])
  expect(said('Admin')).toEqual(['admin'])
})

test.each<[string, readonly string[]]>([
  ['(?:甲\\s?\\d{1,3}|乙丙)号?(?:楼|室)', ['甲1楼', '甲 20号室', '乙丙号楼', '乙丙室']],
  ['[一二]{1,3} ?(?:-\\d{1,3})? ?号', ['一号', '二一-20 号', '一 号']],
  ['(?:a[0-9]?|[甲乙]{2,}) ?丙{0,2}丁', ['a丁', 'a7 丙丁', '甲乙丙丙丁']],
  ['(?:(?:甲|乙丙)?丁)+戊?', ['丁', '甲丁乙丙丁戊']],
])('whatever %s matches holds all that is said of it', (source, matches) => {
  for (const match of matches) {
    expect(new RegExp(`^(?:${source})$`, 'u').test(match)).toBe(true)
    for (const { words = [] } of witnessesOf(source)) expect(words.some((word) => match.includes(word))).toBe(true)
  }
})
