import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { draftOf } from '../testing/drafts.ts'
import { hitsIn } from './found-in.ts'
import { markupNumber } from './markup-number.ts'

const page = (html: string) => readMarkup(parseHtml(html), {}, { surface: 'website' })
const numbers = (kind: string, html: string, contexts?: readonly object[]) =>
  hitsIn(markupNumber, { kind, contexts }, page(html)).map(({ canonical }) => canonical)

describe('numbers beside the text', () => {
  test.each([
    ['mobile', '<p><a href="tel:138-0013-8000">点此联系</a></p>', ['13800138000']],
    ['mobile', '<p><a href="tel:13800138000">13800138000</a></p>', []],
    ['mobile', '<p><a href="/art/13800138000.html">详情</a></p>', []],
    ['mobile', '<p>获奖<img src="a.png" alt="李某 13800138000"></p>', ['13800138000']],
    ['mobile', '<p>获奖<img src="13800138000.png" alt="合影"></p>', []],
    ['resident-id', '<p><img src="a.png" alt="11010519491231002X"></p>', ['11010519491231002X']],
    ['bank-card', '<p><img src="a.png" alt="卡号6222021001116245702"></p>', ['6222021001116245702']],
  ])('%s in %s', (kind, html, expected) => {
    expect(numbers(kind, html)).toEqual(expected)
  })
})

test('the name of an attachment', () => {
  const draft = draftOf('见附件。', { attachments: [{ name: '李某13800138000.docx', href: 'a.docx' }] })
  expect(hitsIn(markupNumber, { kind: 'mobile' }, draft)).toMatchObject([{ role: 'attachment', canonical: '13800138000' }])
})

test('contexts see the words around a link', () => {
  const contexts = [{ at: 'near', reach: 6, when: ['咨询'], effect: 'drop', says: '办事的电话' }]
  expect(numbers('mobile', '<p>咨询<a href="tel:13800138000">点此</a></p>', contexts)).toEqual([])
  expect(numbers('mobile', '<p>李某<a href="tel:13800138000">点此</a></p>', contexts)).toEqual(['13800138000'])
})
