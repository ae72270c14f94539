import { expect, test } from 'vitest'
import { f2, interval, matchDraft } from './score.mjs'

const blocks = [
  { id: 'b1', text: '名单如下：' },
  { id: 'b2', text: '张三 138 0013 8000' },
]
const finding = (category: string, start: number, end: number, blockId = 'b2') => ({
  category,
  severity: 'veto',
  certainty: 'certain',
  quote: blocks.find(({ id }) => id === blockId)!.text.slice(start, end),
  at: { blockId, start, end },
})

test('a label is found where a finding of its category touches it, white space aside', () => {
  const labels = [{ category: 'mobile-phone', quote: '13800138000' }]
  expect(matchDraft(blocks, [finding('mobile-phone', 3, 16)], labels)).toEqual({ found: [true], right: [true] })
})

test('a finding of another category, or elsewhere, is wrong and leaves the label open', () => {
  const labels = [{ category: 'mobile-phone', quote: '138 0013 8000' }]
  const findings = [finding('bank-card', 3, 16), finding('mobile-phone', 0, 4, 'b1')]
  expect(matchDraft(blocks, findings, labels)).toEqual({ found: [false], right: [false, false] })
})

test('a label of the whole draft takes any finding of its category', () => {
  const whole = { category: 'missing-interpretation', severity: 'fault', certainty: 'certain', quote: '' }
  expect(matchDraft(blocks, [whole], [{ category: 'missing-interpretation' }])).toEqual({ found: [true], right: [true] })
})

test('an address that stands in the markup only is compared by its words', () => {
  const link = { ...finding('commercial-link', 0, 2, 'b1'), quote: 'https://shop.example/1' }
  expect(matchDraft(blocks, [link], [{ category: 'commercial-link', quote: 'shop.example' }]).found).toEqual([true])
})

test('ten of ten is not certainty', () => {
  const [low, high] = interval(10, 10)
  expect(low).toBeCloseTo(0.722, 3)
  expect(high).toBe(1)
  expect(interval(0, 0)).toEqual([0, 1])
})

test('F2 follows recall more than precision', () => {
  expect(f2(0.5, 1)).toBeGreaterThan(f2(1, 0.5))
  expect(f2(0, 0)).toBe(0)
})
