import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import type { Draft } from '../draft/draft.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { draftOf, packOf } from '../testing/drafts.ts'
import { createChecker } from './checker.ts'

const checker = createChecker([
  packOf([
    { id: 'test.id' },
    {
      id: 'test.phone',
      detector: 'phone-number',
      options: { kind: 'mobile', contexts: [{ at: 'sentence', when: ['咨询'], effect: 'drop', says: '咨询电话' }] },
    },
    {
      id: 'test.word',
      detector: 'phrase',
      options: { phrases: ['特价', '特价优惠', '全国最佳'], contexts: [{ at: 'title', when: ['通知'], effect: 'doubtful', says: '通知' }] },
    },
    { id: 'test.secret', detector: 'secrecy-marking', options: { marks: 'state' } },
    { id: 'test.link', detector: 'link-target', options: { hosts: ['taobao.com'], hidden: true, says: '链到' } },
    { id: 'test.source', detector: 'source-credit', options: { find: 'unknown', nobody: ['网络'] } },
    {
      id: 'test.header',
      detector: 'phrase',
      options: { phrases: ['二级'], contexts: [{ at: 'header', when: ['残疾'], effect: 'need', says: '残疾等级列' }] },
    },
  ]),
])

const PIECES = [
  '11010519491231002X',
  '110105',
  '19491231002X',
  '咨询电话',
  '13800138000',
  '1380013',
  '8000',
  '特价',
  '优惠',
  '全国最佳',
  '机密★1年',
  '\n',
  '。',
  '，',
  ' ',
  '来源：网络',
  '张某',
  '二级',
  'https://a.taobao.com/x',
  '１',
  '\u200b',
  '\uD83D',
]

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))
const edit = fc.record({ at: fc.nat(60), remove: fc.nat(8), insert: text })
const plain = fc.tuple(text, text, fc.array(edit, { maxLength: 8 })).map(([body, title, edits]) => {
  const texts = [body]
  for (const { at, remove, insert } of edits) {
    const last = texts.at(-1)!
    texts.push(last.slice(0, at) + insert + last.slice(at + remove))
  }
  return texts.map((one, i) => draftOf(one, i % 3 === 2 ? {} : { title }))
})

test('a session says of every text in a row of edits, splits and pastes what a fresh check says', () => {
  fc.assert(
    fc.property(plain, (drafts) => {
      const session = checker.openSession()
      for (const draft of drafts) expect(session.update(draft)).toEqual(checker.check(draft))
    }),
    { numRuns: 300 },
  )
})

const cell = fc.constantFrom('姓名', '残疾等级', '二级', '特价', '张某', '13800138000', '')
const tableDraft = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }).map((rows): Draft => {
  const html = `<table>${rows.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table><p>特价</p>`
  return readMarkup(parseHtml(html), {}, { surface: 'website' })
})

test('a session notices that a header or a row around an unchanged cell has changed', () => {
  fc.assert(
    fc.property(fc.array(tableDraft, { minLength: 2, maxLength: 5 }), (drafts) => {
      const session = checker.openSession()
      for (const draft of drafts) expect(session.update(draft)).toEqual(checker.check(draft))
    }),
    { numRuns: 200 },
  )
})

test('a long draft is checked in slices like in one go, and one that is given up leaves the session as it was', async () => {
  const paragraph = '张某的咨询电话13800138000，身份证号11010519491231002X，全国最佳。'
  const long = draftOf(Array.from({ length: 2_000 }, (_, i) => `${i}${paragraph}`).join('\n'))
  const session = checker.openSession()
  let pauses = 0
  const verdict = await session.updateInSlices(long, async () => ++pauses > 0)
  expect(pauses).toBeGreaterThan(3)
  expect(verdict).toEqual(checker.check(long))

  const other = draftOf(`特价\n${long.blocks.map(({ text }) => text.replace('张', '李')).join('\n')}`)
  expect(await session.updateInSlices(other, async () => false)).toBeUndefined()
  expect(session.update(long)).toEqual(verdict)
  expect(session.update(other)).toEqual(checker.check(other))
})
