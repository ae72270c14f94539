import { expect, test } from 'vitest'
import { foundIn, hitsIn } from './found-in.ts'
import { nearTitle } from './near-title.ts'

const options = { titles: ['行政处罚法', '行政复议法', '行政许可法', '反不正当竞争法', '刑法', '政府信息公开条例'] }

test.each([
  ['依据《中华人民共和国行政处法法》', ['中华人民共和国行政处法法?']],
  ['《行政处罚发法》第三条', ['行政处罚发法?']],
  ['《行政处罚》讲座', []],
  ['《中华人民共和国行政处罚》', ['中华人民共和国行政处罚?']],
  ['《行政处罚法》《行政复议法》（2023年修订）', []],
  ['《中华人民共和国反不正当竟争法（2025年修订）》', ['中华人民共和国反不正当竟争法?']],
  ['《重庆市政府信息公开条例》', []],
  ['《政府信息公开办法》', []],
  ['现行《中华人名共和国刑法》', ['中华人名共和国刑法?']],
  ['《刑罚》《民法》', []],
])('%s', (text, expected) => {
  expect(foundIn(nearTitle, options, text)).toEqual(expected)
})

test('the fix is the title as it should be', () => {
  expect(hitsIn(nearTitle, options, '《中华人民共和国行政许可发》')).toMatchObject([{ replacement: '中华人民共和国行政许可法' }])
})
