import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsBetween, piecesOf } from './near-match.ts'

test.each([
  ['人民法院', '人民法院', 0],
  ['人民法院', '人民发院', 1],
  ['人民法院', '人法院', 1],
  ['人民法院', '人民人民法院', 2],
  ['人民法院', '民人法院', 1],
  ['人民法院', '政治协商', 3],
])('%s – %s', (one, other, edits) => {
  expect(editsBetween(one, other, 2)).toBe(edits)
  expect(editsBetween(other, one, 2)).toBe(edits)
})

test('the pieces keep one sign between them', () => {
  expect(piecesOf('中华人民共和国', 2)).toEqual([
    { piece: '中华人', offset: 0 },
    { piece: '共和国', offset: 4 },
  ])
})

test('one edit leaves one of two pieces whole, and is seen as one edit', () => {
  const right = '中国人民政治协商会议'
  const edits = fc.record({ kind: fc.constantFrom('other', 'out', 'in', 'swap'), at: fc.nat(right.length - 2) })
  fc.assert(
    fc.property(edits, ({ kind, at }) => {
      const [head, sign, rest] = [right.slice(0, at), right[at]!, right.slice(at + 1)]
      const written = {
        other: `${head}×${rest}`,
        out: head + rest,
        in: `${head}×${sign}${rest}`,
        swap: head + rest[0] + sign + rest.slice(1),
      }[kind]
      expect(editsBetween(written, right, 2)).toBe(1)
      expect(piecesOf(right, 2).some(({ piece }) => written.includes(piece))).toBe(true)
    }),
  )
})
