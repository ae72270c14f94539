import { expect, test } from 'vitest'
import { foundIn, hitsIn } from './found-in.ts'
import { pattern } from './pattern.ts'

const says = '写法'

test.each([
  [{ patterns: ['密码[:：]\\S{4,8}'] }, '密码：abcd', ['密码：abcd']],
  [{ patterns: ['密码[:：](?<hit>\\S{4,8})'] }, '密码：abcd', ['abcd']],
  [{ patterns: ['APP'] }, '下载app和ＡＰＰ', ['app', 'ＡＰＰ']],
  [{ patterns: ['甲乙', '乙丙'] }, '甲乙丙', ['甲乙']],
  [{ patterns: ['甲乙'], quick: '丁' }, '甲乙', []],
  [{ patterns: ['甲乙'], places: ['title'] }, '甲乙', []],
  [{ patterns: ['(?:未|不)通过'], certainty: 'doubtful' }, '未通过', ['未通过?']],
])('%j in %s', (options, text, expected) => {
  expect(foundIn(pattern, { says, ...options }, text)).toEqual(expected)
})

test('a group may stand in the better wording', () => {
  expect(hitsIn(pattern, { says, patterns: ['2个(维护|确立)'], replacement: '两个$1' }, '做到2个维护')).toMatchObject([
    { replacement: '两个维护' },
  ])
})

test('nothing is lost or found twice where a long text is cut into pieces', () => {
  const text = `${'一'.repeat(3_999)}甲乙${'一'.repeat(198)}甲乙${'一'.repeat(5_000)}甲乙`
  const starts = hitsIn(pattern, { says, patterns: ['甲乙'] }, text).map((hit) => hit.start)
  expect(starts).toEqual([3_999, 4_199, 9_201])
})

test('an expression that is none is refused when the pack is loaded', () => {
  expect(() => pattern.prepare({ says, patterns: ['(甲'] })).toThrow()
})
