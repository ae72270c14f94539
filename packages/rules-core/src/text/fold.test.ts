import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['１２３ＡＢＣ', '123abc'],
  ['①②③⑴⒈', '12311'],
  ['𝟏𝟐𝟑', '123'],
  ['a\u200bb\ufeffc', 'abc'],
  ['甲\u3000乙\u00a0丙\t丁', '甲 乙 丙 丁'],
  ['1\ufe0f\u20e32\ufe0f\u20e3', '12'],
  ['Ⅹ Х', 'x x'],
  ['一行\n两行', '一行\n两行'],
  ['１：（２）', '1:(2)'],
  ['', ''],
])('%j folds to %j', (text, expected) => {
  expect(fold(text).text).toBe(expected)
})

test.each([
  ['号１２３。', '123', '１２３'],
  ['号1\u200b2\u200b3\u200b。', '123', '1\u200b2\u200b3'],
  ['号𝟏𝟐𝟑。', '123', '𝟏𝟐𝟑'],
])('what is found in the fold of %j leads back', (text, found, written) => {
  const folded = fold(text)
  const start = folded.text.indexOf(found)
  const { start: from, end } = folded.back(start, start + found.length)
  expect(text.slice(from, end)).toBe(written)
})

describe('property', () => {
  const ALPHABET = [...'甲乙1１①Ａaｘ：, \n', '𝟏', '𝟗', '\u200b', '\ufeff', '😀', '\ud835']
  // A small generator of its own, so that a failure comes back with its seed.
  const random = (seed: number) => () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }

  test.each(Array.from({ length: 40 }, (_, seed) => seed))('offsets lead back to text that folds to the same (seed %i)', (seed) => {
    const next = random(seed)
    const text = Array.from({ length: 60 }, () => ALPHABET[Math.floor(next() * ALPHABET.length)]).join('')
    const folded = fold(text)
    expect(fold(folded.text).text).toBe(folded.text)
    for (let i = 0; i < 30; i++) {
      const start = Math.floor(next() * folded.text.length)
      const end = start + 1 + Math.floor(next() * (folded.text.length - start))
      const back = folded.back(start, end)
      expect(fold(text.slice(back.start, back.end)).text).toBe(folded.text.slice(start, end))
    }
  })
})
