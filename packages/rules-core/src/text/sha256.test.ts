import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { base64url } from './base64url.ts'
import { sha256 } from './sha256.ts'
import { utf8 } from './utf8.ts'

test('digests agree with the platform at every length around a block', () => {
  for (let length = 0; length < 260; length++) {
    const bytes = randomBytes(length)
    expect(base64url(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('base64url'))
  }
})

test.each(['', 'abc', '前哨', '𠮷野家', 'é\u0301'])('UTF-8 of %j agrees with the platform', (text) => {
  expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'))
})

test('a lone surrogate is the replacement character', () => {
  expect(Buffer.from(utf8('乱\uD83D码\uDE00')).toString('utf8')).toBe('乱\uFFFD码\uFFFD')
})
