import { createChecker, type Draft, readMarkup } from '@qianshao/rules-core'
import { parseHtml } from '@qianshao/rules-core/html'
import { packOf } from '@qianshao/rules-core/testing'
import { expect, test } from 'vitest'
import type { Card } from '../live/state.ts'
import { columnFix } from './column-fix.ts'

const checker = createChecker([packOf([{ id: 'test.id' }])])
const [a, b, c] = ['11010519491231002X', '440524188001010014', '810000199408230021']

function cardsIn(html: string): { draft: Draft; cards: readonly Card[] } {
  const draft = readMarkup(parseHtml(html), {}, { surface: 'website' })
  const findings = checker.check(draft).findings.map((finding) => ({ ...finding, replacement: `${finding.quote.slice(0, 6)}********` }))
  return { draft, cards: findings.map((finding, i) => ({ key: String(i), finding, kind: 'hold', others: [] })) }
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (rows: string) => `<p>名单，联系人 ${c}</p><table><tr><th>姓名</th><th>身份证号</th><th>家属</th></tr>${rows}</table>`

test('the column is masked from top to bottom, and nothing beside it', () => {
  const { draft, cards } = cardsIn(table(row('张某', a, c) + row('李某', b, '无')))
  const inColumn = cards.find(({ finding }) => finding.quote === a)!
  const fix = columnFix(draft, cards, inColumn)
  expect(fix?.header).toBe('身份证号')
  expect(fix?.cards.map(({ finding }) => finding.quote)).toEqual([a, b])
})

test('a value twice in the column is two places, though one card', () => {
  const { draft, cards } = cardsIn(table(row('张某', a, '') + row('张某', a, '')))
  const [first, second] = cards.filter(({ finding }) => finding.quote === a)
  const merged: Card = { ...first!, others: [second!.finding] }
  expect(columnFix(draft, [merged], merged)?.cards).toHaveLength(2)
})

test.each([
  ['running text', `<p>${a}</p><p>${b}</p>`],
  ['the only finding of its column', table(row('张某', a, b))],
])('nothing is offered for %s', (_, html) => {
  const { draft, cards } = cardsIn(html)
  expect(columnFix(draft, cards, cards[0]!)).toBeUndefined()
})
