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
    { id: 'test.harmful', detector: 'harmful-link', options: { words: ['特价', '二级'] } },
    { id: 'test.policy', detector: 'interpretation-link', options: {} },
    {
      id: 'test.topic',
      detector: 'topic-words',
      options: { topics: [{ name: '买卖', words: ['特价', '优惠', '全国最佳'], atLeast: 2, unless: ['机密'] }] },
    },
    { id: 'test.markup', detector: 'markup-number', options: { kind: 'mobile' } },
    { id: 'test.split', detector: 'split-number', options: { kind: 'mobile' } },
    { id: 'test.work', detector: 'secrecy-marking', options: { marks: 'work' } },
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

// Editors give a draft of new objects at each reading, or write into the one they gave before; the session must notice either way.
const line = fc.constantFrom<string>(
  '特价优惠',
  '全国最佳',
  '机密★1年',
  '来源：网络',
  '通知',
  '政策解读 https://a.gov.cn/x',
  '<a href="https://a.taobao.com/x">特价</a>',
  '<a href="tel:13800138000">电话</a>',
  '<a href="https://a.gov.cn/">政策解读</a>',
  '<img src="x.png" alt="13800138000">',
  '内部资料，不得外传',
  '<table><tr><td>138</td><td>0013</td><td>8000</td></tr></table>',
)
const page = fc.record({
  lines: fc.array(line, { maxLength: 6 }),
  title: fc.constantFrom(undefined, '关于印发《停车管理办法》的通知', '通知'),
  source: fc.constantFrom(undefined, '网络', '新华社'),
  reprintOf: fc.constantFrom(undefined, '网络'),
  file: fc.constantFrom(undefined, '政策解读.docx', '机密★1年.docx'),
})

function readPage({ lines, title, source, reprintOf, file }: typeof page extends fc.Arbitrary<infer T> ? T : never): Draft {
  const attachments = file === undefined ? [] : [{ name: file, href: 'https://a.gov.cn/x.docx' }]
  const fields = { ...(title !== undefined && { title }), ...(source !== undefined && { source }), attachments }
  const meta = { surface: 'website' as const, ...(reprintOf !== undefined && { reprintOf }) }
  return readMarkup(parseHtml(lines.map((one) => (one.startsWith('<table') ? one : `<p>${one}</p>`)).join('')), fields, meta)
}

test('a session notices every change beside the text: links, pictures, files, fields and meta', () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 2, maxLength: 6 }), (pages) => {
      const session = checker.openSession()
      for (const draft of pages.map(readPage)) expect(session.update(draft)).toEqual(checker.check(draft))
    }),
    { numRuns: 400 },
  )
})

test('a session notices a link that was written into the draft it was given', () => {
  const draft = structuredClone(
    readPage({ lines: ['<a href="https://a.gov.cn/">特价</a>'], title: '通知', source: undefined, reprintOf: undefined, file: undefined }),
  )
  const session = checker.openSession()
  session.update(draft)
  for (const href of ['https://a.taobao.com/x', 'https://a.gov.cn/', 'tel:13800138000']) {
    Object.assign(draft.links[0]!, { href })
    expect(session.update(draft)).toEqual(checker.check(draft))
  }
})

test('a session gives its findings the ids that the blocks have now', () => {
  const session = checker.openSession()
  const draft = draftOf('特价优惠\n机密★1年')
  session.update(draft)
  const renamed = { ...draft, blocks: draft.blocks.map((block) => ({ ...block, id: `x${block.id}` })) }
  expect(session.update(renamed)).toEqual(checker.check(renamed))
  expect(session.update(renamed).findings.every(({ at }) => at === undefined || at.blockId.startsWith('x'))).toBe(true)
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
