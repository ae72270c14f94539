import { expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { foundIn } from './found-in.ts'
import { linkTarget } from './link-target.ts'

const shops = { hosts: ['taobao.com', 'jd.com'], says: '网店' }
const page = (html: string) => readMarkup(parseHtml(html), {}, { surface: 'website' })

test.each([
  ['<p>点<a href="https://item.taobao.com/1">这里</a></p>', ['这里']],
  ['<p><a href="//item.JD.com:443/1">这里</a></p>', ['这里']],
  ['<p><a href="https://item.taobao.com/1">item.taobao.com/1</a></p>', ['item.taobao.com/1']],
  ['<p>买：https://item.jd.com/1.html。</p>', ['https://item.jd.com/1.html']],
  ['<p><a href="https://nottaobao.com/">这里</a></p>', []],
  ['<p><a href="https://www.cq.gov.cn/?to=taobao.com">这里</a></p>', []],
  ['<p><a href="/taobao.com">这里</a></p>', []],
  ['<p>淘宝网 taobao.com</p>', []],
  ['<p>看 shop1.taobao.com/item 再买</p>', ['shop1.taobao.com/item']],
  ['<p>ｈｔｔｐｓ：／／ｉｔｅｍ．ｊｄ．ｃｏｍ／１</p>', ['ｈｔｔｐｓ：／／ｉｔｅｍ．ｊｄ．ｃｏｍ／１']],
  ['<p>邮箱 buyer@taobao.com/x</p>', []],
])('%s', (html, expected) => {
  expect(foundIn(linkTarget, shops, page(html))).toEqual(expected)
})

test('a frame that shows a shop is found', () => {
  expect(foundIn(linkTarget, shops, page('<p>看<iframe src="https://shop.jd.com/x"></iframe></p>'))).toHaveLength(1)
})

test('an exception frees what lies below it', () => {
  expect(foundIn(linkTarget, { ...shops, except: ['help.jd.com'] }, page('<p>https://help.jd.com/a https://item.jd.com/b</p>'))).toEqual([
    'https://item.jd.com/b',
  ])
})

test('a host is written without path, else the pack is refused', () => {
  expect(() => linkTarget.prepare({ ...shops, hosts: ['https://taobao.com/'] })).toThrow()
})
