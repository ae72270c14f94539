import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'
import { recordPhrase } from './record-phrase.ts'

const options = {
  phrases: ['尿毒症'],
  contexts: [
    { at: 'sentence', person: true, effect: 'need', says: '有姓名' },
    { at: 'lines', side: 'before', like: ['姓名[:：]'], effect: 'need', says: '记录' },
  ],
}

test.each([
  ['低保户陈某，患有尿毒症。', ['尿毒症']],
  ['姓名：冉光辉\n事由：尿毒症', ['尿毒症']],
  ['预防尿毒症，从少盐开始。', []],
  ['陈某来访。预防尿毒症。', []],
])('%s', (text, expected) => {
  expect(foundIn(recordPhrase, options, text)).toEqual(expected)
})
