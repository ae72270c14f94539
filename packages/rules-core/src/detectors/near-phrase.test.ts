import { expect, test } from 'vitest'
import { foundIn, hitsIn } from './found-in.ts'
import { nearPhrase } from './near-phrase.ts'

const options = {
  phrases: ['中华人民共和国', '中国人民政治协商会议', '习近平新时代中国特色社会主义思想', '坚持真理、坚守理想'],
  known: ['习近平新时代中国特色社会主义经济思想'],
}

test.each([
  ['庆祝中华人名共和国成立', ['中华人名共和国?']],
  ['中华人民共和和国', ['中华人民共和和国?']],
  ['中华人共和国和中华民人共和国', ['中华人共和国?', '中华民人共和国?']],
  ['中华人民共和国成立，中华人民共和国宪法', []],
  ['中国人民政治协商会议重庆市委员会', []],
  ['中国人民政治协商议会', ['中国人民政治协商议?']],
  ['中国人民政治协会议', ['中国人民政治协会议?']],
  ['中国人民政治协议会议', ['中国人民政治协议会议?']],
  ['习近平新时代特色社会主义思想', ['习近平新时代特色社会主义思想?']],
  ['习近平新时代中国特色社会主义经济思想', []],
  ['新时代中国特色社会主义思想', []],
  ['坚持真理、坚守信想', ['坚持真理、坚守信想?']],
  ['坚持真理，坚守理想', []],
  ['中华人，民共和国', []],
])('%s', (text, expected) => {
  expect(foundIn(nearPhrase, options, text)).toEqual(expected)
})

test('the fix is the phrase as it should be', () => {
  expect(hitsIn(nearPhrase, options, '中华人们共和国')).toMatchObject([{ replacement: '中华人民共和国' }])
})

test('what differs at its end is another phrase', () => {
  expect(foundIn(nearPhrase, { phrases: ['全面从严治党'] }, '全面从严治军，全面从严治')).toEqual([])
})

test('a short phrase is refused', () => {
  expect(() => nearPhrase.prepare({ phrases: ['人民法院'] })).toThrow()
})
