import { expect, test } from 'vitest'
import { digestOnly } from './digest.ts'
import { readPlain } from './read-plain.ts'
import { units } from './units.ts'

const textsOf = (body: string) => readPlain(body, {}, { surface: 'weibo' }).blocks.map((block) => block.text)

test('each line that is not blank is a block', () => {
  expect(textsOf('一\r\n\r\n　\n二\u2028三')).toEqual(['一', '二', '三'])
})

test.each([
  ['身份证号：110105\n19491231002X', 1],
  ['身份证号：1101051949123100\n2X，下同', 1],
  ['电话１３８００１３\n８０００', 1],
  ['张三 13800138000\n2. 李四', 2],
  ['共 12\n3、其他', 2],
  ['第一条\n11月', 2],
])('%j is %i blocks', (body, count) => {
  expect(textsOf(body)).toHaveLength(count)
})

test('lines in one block are the same text as lines in two', () => {
  const draft = readPlain('甲 110105\n19491231002X', {}, { surface: 'weibo' })
  const split = {
    ...draft,
    blocks: draft.blocks.flatMap((block) => block.text.split('\n').map((text, i) => ({ ...block, id: `${block.id}-${i}`, text }))),
  }
  expect(digestOnly(units(draft, []))).toBe(digestOnly(units(split, [])))
})

test('fields come first, in the order of the protocol, and empty ones are left out', () => {
  const draft = readPlain('正文', { source: '来源', title: '标题', summary: ' ' }, { surface: 'wechat' })
  expect(draft.blocks.map((block) => [block.id, block.role])).toEqual([
    ['b0', 'title'],
    ['b1', 'source'],
    ['b2', 'body'],
  ])
})
