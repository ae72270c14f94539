import { expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { foundIn } from './found-in.ts'
import { recordPattern } from './record-pattern.ts'

const options = {
  patterns: ['\\d{1,4}号\\d{1,3}栋'],
  says: '门牌',
  contexts: [{ at: 'lines', side: 'before', like: ['姓名[:：]'], effect: 'need', says: '记录' }],
}

test('the name may stand on a line before', () => {
  expect(foundIn(recordPattern, options, '姓名：张某\n性别：男\n某路12号3栋')).toEqual(['12号3栋'])
  expect(foundIn(recordPattern, options, '某路12号3栋\n姓名：张某')).toEqual([])
})

test('lines too far away belong to another thought', () => {
  expect(foundIn(recordPattern, options, `姓名：张某\n${'甲\n'.repeat(6)}某路12号3栋`)).toEqual([])
})

test('a form in a table is read like lines', () => {
  const html = '<table><tr><td>姓名</td><td>张某</td></tr><tr><td>住址</td><td>某路12号3栋</td></tr></table>'
  expect(foundIn(recordPattern, options, readMarkup(parseHtml(html), {}, { surface: 'website' }))).toEqual(['12号3栋'])
})

test('the same line in other surroundings is another matter', () => {
  expect(foundIn(recordPattern, options, '姓名：张某\n某路12号3栋')).toHaveLength(1)
  expect(foundIn(recordPattern, options, '项目：道路\n某路12号3栋')).toHaveLength(0)
  expect(foundIn(recordPattern, options, '姓名：张某\n某路12号3栋\n\n姓名：李某\n某路12号3栋')).toHaveLength(2)
})
