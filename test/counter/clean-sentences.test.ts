import { readFileSync } from 'node:fs'
import { createChecker, readPlain } from '@qianshao/rules-core'
import { describe, expect, test } from 'vitest'
import { chains } from '../shipped-packs.ts'

const sentences = readFileSync(new URL('clean-sentences.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
/** Personal data, wording, typos and numbers have their own examples. */
const ELSEWHERE: ReadonlySet<string> = new Set(['wording-error', 'typo', 'punctuation-number'])

test('there are enough of them, each once', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(60)
  expect(new Set(sentences).size).toBe(sentences.length)
})

describe.each(Object.entries(chains))('sentences with the words of a violation and none in it, by the rules of %s', (_, chain) => {
  const checker = createChecker(chain)
  test.each(sentences)('%s', (sentence) => {
    const title = sentence.startsWith('关于') ? sentence : '区政府近日开展一项工作'
    const { findings } = checker.check(readPlain(sentence, { title }, { surface: 'website' }))
    expect(findings.filter(({ category }) => !ELSEWHERE.has(category)).map(({ ruleId, quote }) => `${ruleId}：${quote}`)).toEqual([])
  })
})
