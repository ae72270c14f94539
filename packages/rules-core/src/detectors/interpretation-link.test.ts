import { expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { hitsIn } from './found-in.ts'
import { interpretationLink } from './interpretation-link.ts'

const found = (title: string, html: string, more: object = {}) =>
  hitsIn(interpretationLink, {}, { ...readMarkup(parseHtml(html), { title }, { surface: 'website' }), ...more }).length > 0
const TITLE = '某区人民政府关于印发《停车管理办法》的通知'

test.each([
  [TITLE, '<p>各镇街：现印发给你们。</p>', true],
  [TITLE, '<p>政策解读：<a href="/jd.html">一图读懂</a></p>', false],
  [TITLE, '<p><a href="/jd.html">《停车管理办法》政策解读</a></p>', false],
  [TITLE, '<p><a href="/jd.html">《供水管理办法》政策解读</a></p>', true],
  [TITLE, '<p>解读联系人：某科，电话023-48660000。</p>', true],
  [TITLE, '<p>解读见 https://www.example.gov.cn/jd.html</p>', false],
  ['关于印发《停车管理办法（征求意见稿）》的通知', '<p>请提意见。</p>', false],
  ['关于印发2026年演练方案的通知', '<p>请参加。</p>', false],
  ['关于印发水价改革方案的通知', '<p>请执行。</p>', true],
  ['@企业：技术改造若干措施来了', '<p>最高补助50万元。</p>', true],
  ['某区人民政府办公室关于推进供水一体化的实施意见', '<p>一、总体要求</p>', true],
  ['区政府召开常务会议审议停车管理办法', '<p>会议指出。</p>', false],
])('%s / %s', (title, html, expected) => {
  expect(found(title, html)).toBe(expected)
})

test('the field of the draft and an attachment count', () => {
  expect(found(TITLE, '<p>正文</p>', { attachments: [{ name: '政策解读.docx', href: '' }] })).toBe(false)
  expect(found(TITLE, '<p>正文</p>', { meta: { surface: 'website', interpretation: '/jd.html' } })).toBe(false)
})
