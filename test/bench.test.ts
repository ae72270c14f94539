import { describe, expect, test } from 'vitest'
import { interleave, median, percentile } from '../bench/measure.mjs'
import { markdownTable, plainTable, row, tally } from '../bench/rows.mjs'

const inMs = (value: number) => `${value} ms`

describe('a row', () => {
  test.each([
    ['below an upper bound', 4, { most: 8 }, 'yes', 2],
    ['at an upper bound', 8, { most: 8 }, 'yes', 1],
    ['above an upper bound', 8.01, { most: 8 }, 'no', 8 / 8.01],
    ['above a lower bound', 15, { least: 10 }, 'yes', 1.5],
    ['at a lower bound', 10, { least: 10 }, 'yes', 1],
    ['below a lower bound', 9.99, { least: 10 }, 'no', 0.999],
  ])('%s', (_, value, target, met, ratio) => {
    const made = row('figure', value, target)
    expect(made.met).toBe(met)
    expect(made.ratio).toBeCloseTo(ratio, 10)
  })

  test('what was not measured has met nothing, and says why', () => {
    const made = row('figure', undefined, { most: 8, show: inMs, note: 'no Chromium here' })
    expect(made).toMatchObject({ target: '≤ 8 ms', measured: 'not measured', met: 'not measured', note: 'no Chromium here' })
    expect(made.ratio).toBeUndefined()
  })

  test('without a target it has no verdict', () => {
    expect(row('figure', 5, { show: inMs })).toMatchObject({ target: '', measured: '5 ms', met: '', ratio: undefined })
  })

  test('a figure that is none, and two targets at once, are mistakes', () => {
    expect(() => row('figure', Number.NaN, { most: 1 })).toThrow('figure was measured as NaN')
    expect(() => row('figure', 1, { most: 1, least: 1 })).toThrow('two targets')
  })
})

describe('a table', () => {
  const rows = [
    row('scan | ours', 12, { least: 10 }),
    row('check', 3, { most: 1, show: inMs, note: 'slow' }),
    row('marks', undefined, { most: 8 }),
    row('ingest', 7),
  ]

  test('counts what was met, without the rows that have no target', () => {
    expect(tally(rows)).toBe('1 of 2 targets met, 1 rows not measured')
    expect(tally(rows.slice(0, 2))).toBe('1 of 2 targets met')
  })

  test('in Markdown, with its own bars escaped', () => {
    expect(markdownTable(rows).split('\n')).toEqual([
      '| figure | target | measured | ratio | met | note |',
      '|---|---|---:|---:|---|---|',
      '| scan \\| ours | ≥ 10 | 12 | 1.20 | yes |  |',
      '| check | ≤ 1 ms | 3 ms | 0.33 | no | slow |',
      '| marks | ≤ 8 | not measured |  | not measured |  |',
      '| ingest |  | 7 |  |  |  |',
    ])
  })

  test('for a terminal every column begins at one place', () => {
    const lines = plainTable(rows).split('\n')
    const at = lines[0]!.indexOf('met')
    expect(lines.slice(1, 3).map((line) => line.slice(at, at + 3).trim())).toEqual(['yes', 'no'])
  })
})

describe('times', () => {
  test('percentiles of a sorted list', () => {
    const list = Array.from({ length: 200 }, (_, i) => i + 1)
    expect([median([7]), median([1, 2, 9]), percentile(list, 0.99), percentile(list, 1)]).toEqual([7, 2, 199, 200])
  })

  test('contestants take turns, warm first, and each has its least number of turns', () => {
    const calls: string[] = []
    const found = interleave(
      { a: (turn: number) => calls.push(`a${turn}`), b: (turn: number) => calls.push(`b${turn}`) },
      { seconds: 0, warm: 1, least: 2 },
    )
    expect(calls).toEqual(['a0', 'b0', 'a0', 'b0', 'a1', 'b1'])
    expect([found.a, found.b].map((times) => times?.length)).toEqual([2, 2])
  })
})
