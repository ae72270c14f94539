import { expect, test } from 'vitest'
import { lineAround, sentenceAround } from './sentences.ts'

const sentence = (text: string, word: string) => {
  const start = text.indexOf(word)
  const found = sentenceAround(text, start, start + word.length)
  return text.slice(found.start, found.end)
}

test.each([
  ['一。二三，四！五', '三', '二三，四'],
  ['一\n二三\n四', '三', '二三'],
  ['一二三', '二', '一二三'],
  ['版本2.0发布；下载', '发布', '版本2.0发布'],
])('in %j around %s: %j', (text, word, expected) => {
  expect(sentence(text, word)).toBe(expected)
})

test('a text without end marks is cut, so that the work stays bounded', () => {
  const text = '字'.repeat(2_000)
  const { start, end } = sentenceAround(text, 1_000, 1_001)
  expect(end - start).toBeLessThan(700)
})

test.each([
  ['一\n二三\n四', '三', '二三'],
  ['\n一', '一', '一'],
  ['一', '一', '一'],
])('the line in %j around %s: %j', (text, word, expected) => {
  const start = text.indexOf(word)
  const found = lineAround(text, start, start + word.length)
  expect(text.slice(found.start, found.end)).toBe(expected)
})
