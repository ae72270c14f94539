import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { createListMatcher, createPhraseMatcher } from './phrases.ts'

test.each([
  [['ab', 'abc'], 'abcd', [[0, 3, 1]]],
  [['bc', 'abcd'], 'abcd', [[0, 4, 1]]],
  [
    ['ab'],
    'abab',
    [
      [0, 2, 0],
      [2, 4, 0],
    ],
  ],
  [
    ['aa'],
    'aaa',
    [
      [0, 2, 0],
      [1, 3, 0],
    ],
  ],
  [['甲乙'], '甲', []],
  [['甲乙'], '', []],
  [['ＡＢ'], 'ab', [[0, 2, 0]]],
])('%j in %s', (phrases, text, expected) => {
  expect(createPhraseMatcher(phrases)(text).map(({ start, end, index }) => [start, end, index])).toEqual(expected)
})

test('finds what a plain search finds, whatever the list', () => {
  const phrases = ['特价', '价格', '限时特价', '格式', '时特']
  const text = fold('限时特价格式，价格特价，时特价限时').text
  const starts = new Set(createPhraseMatcher(phrases)(text).map(({ start }) => start))
  for (const start of starts) expect(phrases.some((phrase) => text.startsWith(phrase, start))).toBe(true)
  expect(starts.has(text.indexOf('限时特价'))).toBe(true)
})

test('a phrase of one character is refused', () => {
  expect(() => createPhraseMatcher(['a'])).toThrow('shorter than two')
})

test('of several lists in one pass it finds what a matcher for each list would', () => {
  const word = fc.stringMatching(/^[甲乙丙]{2,4}$/)
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 4 }), fc.stringMatching(/^[甲乙丙丁]{0,30}$/), (lists, text) => {
      const found = createListMatcher(lists)(text)
      expect(found).toEqual(lists.map((phrases) => createPhraseMatcher(phrases)(text)))
    }),
    { numRuns: 1_000 },
  )
})
