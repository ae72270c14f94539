import { expect, test } from 'vitest'
import { draftOf, packOf } from '../testing/drafts.ts'
import { createChecker } from './checker.ts'

const phones = packOf([
  { id: 'test.mobile', category: 'mobile-phone', detector: 'phone-number', options: { kind: 'mobile' } },
  { id: 'test.landline', category: 'landline-private', detector: 'phone-number', options: { kind: 'landline' } },
  { id: 'test.mail', category: 'personal-other', detector: 'pattern', options: { patterns: ['[a-z]{2,20}@[a-z.]{3,20}'], says: '邮箱' } },
])
const office = {
  ...packOf([], { id: 'cn-office', extends: 'cn' }),
  contacts: ['139 1234 5678', '(023)4866-0000', 'Bangongshi@qq.com'],
}

const quotes = (body: string) =>
  createChecker([phones, office])
    .check(draftOf(body))
    .findings.map(({ quote }) => quote)

test.each(['13912345678', '+86 139-1234-5678', '１３９１２３４５６７８', '023-48660000', '(023)48660000', 'bangongshi@qq.com'])(
  'the office’s own contact is never private, written as %s',
  (own) => {
    expect(quotes(`请与${own}联系。`)).toEqual([])
  },
)

test('another number beside it still is', () => {
  expect(quotes('请与13912345678或13912345679联系。')).toEqual(['13912345679'])
})

test('an own contact takes nothing away from other categories', () => {
  const ids = packOf([{ id: 'test.id' }])
  const odd = { ...office, contacts: ['11010519491231002X'] }
  expect(createChecker([ids, odd]).check(draftOf('证号11010519491231002X。')).findings).toHaveLength(1)
})

test('the office’s own 稿源 list is listed too', () => {
  const reprints = packOf([
    { id: 'test.source', category: 'unsanctioned-reprint', detector: 'source-credit', options: { find: 'unlisted', outlets: ['新华社'] } },
  ])
  const withList = { ...packOf([], { id: 'cn-office', extends: 'cn' }), sources: [{ name: '綦江融媒' }] }
  const found = (packs: Parameters<typeof createChecker>[0]) => createChecker(packs).check(draftOf('来源：綦江融媒')).findings.length
  expect([found([reprints]), found([reprints, withList])]).toEqual([1, 0])
})
