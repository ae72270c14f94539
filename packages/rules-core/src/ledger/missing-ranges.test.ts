import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingByDevice, missingRanges } from './missing-ranges.ts'

test.each<[string, number[], [number, number][]]>([
  ['nothing received', [], []],
  ['nothing missing, in any order', [3, 1, 2], []],
  ['the beginning', [3, 4], [[1, 2]]],
  ['one in the middle', [1, 3], [[2, 2]]],
  [
    'several',
    [2, 5, 9, 5],
    [
      [1, 1],
      [3, 4],
      [6, 8],
    ],
  ],
])('%s', (_, seqs, expected) => {
  expect(missingRanges(seqs)).toEqual(expected.map(([from, to]) => ({ from, to })))
})

test('received and missing together are 1 to the highest, without overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (seqs) => {
      const missing = missingRanges(seqs).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
      const all = [...new Set(seqs), ...missing].sort((a, b) => a - b)
      expect(all).toEqual(Array.from({ length: Math.max(...seqs) }, (_, i) => i + 1))
    }),
  )
})

test('each device counts for itself, and only those that miss something are named', () => {
  const entries = [
    { device: 'dev_b', seq: 1 },
    { device: 'dev_a', seq: 4 },
    { device: 'dev_c', seq: 2 },
    { device: 'dev_b', seq: 2 },
    { device: 'dev_a', seq: 1 },
  ]
  expect(missingByDevice(entries)).toEqual([
    { device: 'dev_a', ranges: [{ from: 2, to: 3 }], n: 2 },
    { device: 'dev_c', ranges: [{ from: 1, to: 1 }], n: 1 },
  ])
})
