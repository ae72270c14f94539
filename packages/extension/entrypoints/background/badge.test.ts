import { expect, test } from 'vitest'
import { badgeFor } from './badge.ts'

test.each([
  [{ decision: 'hold', hold: 2, ask: 1, hint: 0 }, '2', '#B3261E'],
  [{ decision: 'review', hold: 0, ask: 1, hint: 3 }, '1', '#875000'],
  [{ decision: 'clear', hold: 0, ask: 0, hint: 3 }, '', '#1B5A9E'],
  [{ decision: 'unchecked', hold: 0, ask: 0, hint: 0 }, '未检', '#4B4A66'],
] as const)('%j is shown as “%s”', (banner, text, color) => {
  expect(badgeFor(banner)).toEqual({ text, color })
})
