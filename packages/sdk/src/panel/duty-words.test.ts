import { expect, test } from 'vitest'
import { dutyLeft, dutyPlace } from './duty-words.ts'

/** 25 November 2026, 23:30 in Beijing. */
const LATE = Date.parse('2026-11-25T23:30:00+08:00')

test.each([
  ['overdue', '2026-11-22', '逾期 3 天'],
  ['due-soon', '2026-11-25', '今天到期'],
  ['due-soon', '2026-11-26', '还剩 1 天'],
  ['fresh', '2026-12-05', '还剩 10 天'],
  // Told before, and the day has passed since.
  ['fresh', '2026-11-24', '逾期 1 天'],
  ['cannot-tell', null, '无法计算'],
] as const)('%s until %s reads %s', (status, deadline, words) => {
  expect(dutyLeft({ status, deadline }, LATE)).toBe(words)
})

test('accounts of one name are told apart by platform, once', () => {
  expect(dutyPlace({ account: 'wechat:gh_1', columnTitle: '石桥镇发布' })).toBe('石桥镇发布（公众号）')
  expect(dutyPlace({ account: 'wechat:gh_1', columnTitle: '石桥镇发布（公众号）' })).toBe('石桥镇发布（公众号）')
  expect(dutyPlace({ account: 'douyin:1', columnTitle: '石桥镇发布' })).toBe('石桥镇发布')
})
