import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test.each([
  [1, 5_000],
  [2, 10_000],
  [3, 20_000],
  [11, 3_600_000],
  [400, 3_600_000],
])('after %i failures the wait is at most %i ms', (failures, most) => {
  expect(backoff(failures, 0.999_999_99)).toBe(most)
  expect(backoff(failures, 0.5)).toBe(most / 2)
})

test('a wait is never zero', () => {
  expect(backoff(1, 0)).toBe(1_000)
})
