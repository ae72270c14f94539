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
  ['<p><a href="javascript:location.href=\'//6hc-kj.vip/\'">全文</a></p>', ['全文'], 'a script that leads to such a host'],
  ['<p><a href="http://gov.cn.list.bocai-hg0088.net/">名单</a></p>', ['名单'], 'a host dressed as a government'],
  ['<p><a href="https://example.cc/a.apk">手册</a></p>', ['手册?'], 'a program from anywhere'],
  ['<p><a href="https://www.cq.gov.cn/app.apk">客户端</a></p>', [], 'a program of the government'],
  ['<p><a href="https://kx8866.top/">资料</a></p>', ['资料?'], 'a throwaway domain'],
  ['<p>不要点开 https://kx8866.top/ 这类网址。</p>', [], 'a throwaway domain, only written out'],
  ['<p><a href="https://www.alphabet.com/">公司</a><a href="https://www.tibet.cn/">西藏</a></p>', [], 'bet inside another word'],
])('%s', (html, expected) => {
  expect(foundIn(harmfulLink, { words: ['六合彩'] }, page(html))).toEqual(expected)
})
