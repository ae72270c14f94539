import { expect, test } from 'vitest'
import type { Rule } from '../pack/schema.ts'
import { draftOf, packOf } from '../testing/drafts.ts'
import { createChecker } from './checker.ts'
import { provePack } from './prove-pack.ts'

const phrases = (...words: string[]) => ({ phrases: words })
const rule = (id: string, options: Record<string, unknown>, more: Partial<Rule> = {}): Partial<Rule> => ({
  id,
  detector: 'phrase',
  category: 'commercial-ad',
  options,
  ...more,
})
const found = (rules: Partial<Rule>[], text: string) =>
  createChecker([packOf(rules)])
    .check(draftOf(text))
    .findings.map(({ ruleId, quote }) => `${ruleId} ${quote}`)

test('of two equals the wider stays, whichever rule comes first', () => {
  const [wide, narrow] = [rule('ad.wide', phrases('扫码下单')), rule('ad.narrow', phrases('下单'))]
  expect(found([wide, narrow], '请扫码下单。')).toEqual(['ad.wide 扫码下单'])
  expect(found([narrow, wide], '请扫码下单。')).toEqual(['ad.wide 扫码下单'])
})

test('of the same words the first rule stays', () => {
  expect(found([rule('ad.a', phrases('下单')), rule('ad.b', phrases('下单'))], '请下单。')).toEqual(['ad.a 下单'])
})

test('the stronger stays, even if it is the narrower', () => {
  const wide = rule('ad.wide', { ...phrases('扫码下单'), certainty: 'doubtful' })
  expect(found([wide, rule('ad.narrow', phrases('下单'))], '请扫码下单。')).toEqual(['ad.narrow 下单'])
})

test('other categories, other places, findings that only overlap and findings of one rule all stay', () => {
  const other = rule('link.other', phrases('下单'), { category: 'spam-link' })
  expect(found([rule('ad.wide', phrases('扫码下单')), other], '请扫码下单。')).toHaveLength(2)
  expect(found([rule('ad.wide', phrases('扫码下单')), rule('ad.narrow', phrases('下单'))], '扫码下单，再下单。')).toHaveLength(2)
  expect(found([rule('ad.a', phrases('扫码下')), rule('ad.b', phrases('码下单'))], '扫码下单。')).toHaveLength(2)
})

test('what brings a better wording stays', () => {
  expect(found([rule('ad.wide', phrases('扫码下单')), rule('ad.narrow', phrases('下单→预约'))], '扫码下单。')).toHaveLength(2)
})

test('a rule is proved by what it finds itself, also where another says it better', () => {
  const examples = { flag: ['请[[下单]]', '请扫码[[下单]]', '[[下单]]'], pass: ['一', '二', '三'] }
  const pack = packOf([rule('ad.wide', phrases('扫码下单')), rule('ad.narrow', phrases('下单'), { examples })])
  const failed = provePack(pack).filter(({ ruleId }) => ruleId === 'ad.narrow')
  expect(failed).toEqual([])
})

test('a session says the same', () => {
  const checker = createChecker([packOf([rule('ad.wide', phrases('扫码下单')), rule('ad.narrow', phrases('下单'))])])
  const session = checker.openSession()
  session.update(draftOf('请下单。'))
  const draft = draftOf('请扫码下单。')
  expect(session.update(draft)).toEqual(checker.check(draft))
})
