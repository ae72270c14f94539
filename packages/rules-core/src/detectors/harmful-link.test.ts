import { expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { foundIn } from './found-in.ts'
import { harmfulLink } from './harmful-link.ts'

const page = (html: string) => readMarkup(parseHtml(html), {}, { surface: 'website' })

test.each([
  ['<p><a href="http://www.bet365-vip.com">点此</a></p>', ['点此'], 'the host'],
  ['<p><a href="http://a.example.com">六合彩开奖</a></p>', ['六合彩开奖'], 'the words'],
  ['<p><a href="https://www.gov.cn/">公安部打击六合彩赌博</a></p>', [], 'a government page about it'],
  ['<p style="display:none"><a href="http://a.example.com">减肥</a></p>', ['减肥?'], 'hidden'],
  ['<p style="display:none"><a href="/index.html">首页</a></p>', [], 'hidden, on the own site'],
  ['<p style="display:none"><a href="https://bszs.conac.cn/x">标识</a></p>', [], 'hidden, the mark of government sites'],
  ['<p><a href="https://xn--80ak6aa92e.com/">苹果</a></p>', ['苹果?'], 'look-alike letters'],
  ['<p><a href="https://xn--4gq8e.xn--zfr164b/">政务网</a></p>', [], 'an official Chinese domain'],
  ['<p><a href="javascript:;">附件</a><a href="javascript:window.print()">打印</a></p>', [], 'harmless scripts'],
  ['<p><a href="javascript:eval(atob(1))">看</a></p>', ['看?'], 'a script that runs code'],
])('%s', (html, expected) => {
  expect(foundIn(harmfulLink, { words: ['六合彩'] }, page(html))).toEqual(expected)
})
