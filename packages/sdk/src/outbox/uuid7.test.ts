import { expect, test } from 'vitest'
import vectors from '../testing/vectors.json' with { type: 'json' }
import { uuid7After } from './uuid7.ts'

test('the vectors, each id after the one before', () => {
  let last: string | null = null
  for (const { ms, random, id } of vectors.uuidv7) {
    last = uuid7After(last, ms, Uint8Array.from(Buffer.from(random, 'hex')))
    expect(last).toBe(id)
  }
})

test('ids go on when the clock goes back', () => {
  const random = new Uint8Array(8)
  const first = uuid7After(null, 2_000, random)
  const second = uuid7After(first, 1_000, random)
  expect(second > first).toBe(true)
})

test('a full counter takes the next millisecond', () => {
  expect(uuid7After('00000000-07d0-7fff-8000-000000000000', 2_000, new Uint8Array(8))).toBe('00000000-07d1-7000-8000-000000000000')
})
