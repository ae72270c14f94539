import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import digests from './clause-digests.json' with { type: 'json' }
import { packs } from './shipped-packs.ts'

describe('the clauses are those of the documents', () => {
  const clauses = packs.flatMap((pack) => pack.clauses)

  test.each(Object.entries(digests))('%s: every id, place and quote, and no other', (documentId, expected) => {
    const found = clauses.filter((clause) => clause.documentId === documentId)
    const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
    expect(Object.fromEntries(found.map(({ id, locator, quote }) => [id, digestOf(`${id}\n${locator}\n${quote}`)]))).toEqual(expected)
  })

  test('no id twice', () => {
    const ids = clauses.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })
})

describe('guidance', () => {
  const all = packs.flatMap((pack) => (pack.guidance ?? []).map((one) => ({ ...one, pack })))

  test('is short enough to be read at its moment, and says why no program decides', () => {
    const wrong = all.filter(({ text, why }) => [...text].length > 95 || [...why].length < 12)
    expect(wrong.map(({ id, pack }) => `${pack.id} ${id}`)).toEqual([])
  })

  test('says it in its own words: no long piece of a clause', () => {
    const quotes = packs.flatMap((pack) => pack.clauses)
    const copied = all.filter(({ text, clauseIds }) =>
      clauseIds.some((id) => holdsPiece(text, quotes.find((clause) => clause.id === id)!.quote, 16)),
    )
    expect(copied.map(({ id, pack }) => `${pack.id} ${id}`)).toEqual([])
  })

  test('puts no two readers the same words', () => {
    const texts = packs.map((pack) => (pack.guidance ?? []).map(({ text }) => text))
    expect(texts.flatMap((own) => own.filter((text, i) => own.indexOf(text) !== i))).toEqual([])
  })
})

function holdsPiece(text: string, quote: string, length: number): boolean {
  return Array.from({ length: Math.max(0, quote.length - length + 1) }, (_, i) => quote.slice(i, i + length)).some((piece) =>
    text.includes(piece),
  )
}

test('every clause is served by something that a person meets', () => {
  const serving = packs.flatMap((pack) => [
    ...(pack.rules ?? []),
    ...(pack.duties ?? []),
    ...(pack.audits ?? []),
    ...(pack.confirmations ?? []),
    ...(pack.figures ?? []),
    ...(pack.guidance ?? []),
    ...(pack.review ? [pack.review, ...pack.review.branches, ...(pack.review.above ? [pack.review.above] : [])] : []),
  ])
  const served = new Set(serving.flatMap(({ clauseIds }) => clauseIds))
  expect(packs.flatMap((pack) => pack.clauses.map(({ id }) => id)).filter((id) => !served.has(id))).toEqual([])
})
