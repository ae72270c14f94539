import { expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'

test('the same text has the same fingerprint, and another text another', () => {
  expect(fingerprint('通知')).toBe(fingerprint('通知'))
  const texts = ['', '通知', '通 知', '知通', '通知\u0000', ...Array.from({ length: 5_000 }, (_, i) => `第${i}条`)]
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length)
})

test('it has always the same length', () => {
  expect(fingerprint('')).toHaveLength(14)
  expect(fingerprint('通知'.repeat(1_000))).toHaveLength(14)
})
