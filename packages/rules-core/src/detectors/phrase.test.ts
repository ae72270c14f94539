import { expect, test } from 'vitest'
import { foundIn, hitsIn } from './found-in.ts'
import { phraseList } from './phrase.ts'

test.each([
  [{ phrases: ['特价'] }, '今日特价，明日特价', ['特价', '特价']],
  [{ phrases: ['特价', '特价促销'] }, '特价促销', ['特价促销']],
  [{ phrases: ['特价'], except: ['特价书目'] }, '特价书目与特价', ['特价']],
  [{ phrases: ['ＱＱ群'] }, 'qq群', ['qq群']],
  [{ phrases: ['特价'], places: ['title'] }, '特价', []],
  [{ phrases: ['特价'], certainty: 'doubtful' }, '特\u200b价', ['特\u200b价?']],
])('%j in %s', (options, text, expected) => {
  expect(foundIn(phraseList, options, text)).toEqual(expected)
})

test('a better wording is offered where there is one', () => {
  const options = { phrases: ['法制政府', '攻府'], replace: { 法制政府: '法治政府' } }
  expect(hitsIn(phraseList, options, '法制政府').map((hit) => hit.replacement)).toEqual(['法治政府'])
  expect(hitsIn(phraseList, options, '攻府').map((hit) => hit.replacement)).toEqual([undefined])
})

test('a phrase of one character is refused when the pack is loaded', () => {
  expect(() => phraseList.prepare({ phrases: ['特'] })).toThrow()
})

test('so is one of which folding leaves one character', () => {
  expect(() => phraseList.prepare({ phrases: ['特\u200b'] })).toThrow('折叠后不足两个字')
  expect(() => phraseList.prepare({ phrases: ['特价'], except: ['特\u200b'] })).toThrow('折叠后不足两个字')
})

test('with join, neighbouring words of one sentence are one hit, unless a name stands between', () => {
  const options = { phrases: ['尿毒症', '透析'], join: 8 }
  expect(foundIn(phraseList, options, '患尿毒症、每周透析三次')).toEqual(['尿毒症、每周透析'])
  expect(foundIn(phraseList, options, '患尿毒症。每周透析三次')).toEqual(['尿毒症', '透析'])
  expect(foundIn(phraseList, options, '患尿毒症、王小明、透析')).toEqual(['尿毒症', '透析'])
  expect(foundIn(phraseList, options, '患尿毒症多年来坚持按时到医院透析')).toEqual(['尿毒症', '透析'])
})

test('a phrase may bring its better wording along', () => {
  const hits = hitsIn(phraseList, { phrases: ['一愁莫展→一筹莫展'] }, '我们一愁莫展。')
  expect(hits).toMatchObject([{ start: 2, end: 6, replacement: '一筹莫展' }])
  expect(foundIn(phraseList, { phrases: ['特价', '特介→特价'] }, '特价与特介')).toEqual(['特价', '特介'])
})

test.each([[{}], [{ phrases: [] }], [{ phrases: ['一愁莫展→'] }], [{ phrases: ['一错→二→三'] }]])('%j is refused', (options) => {
  expect(() => phraseList.prepare(options)).toThrow()
})
