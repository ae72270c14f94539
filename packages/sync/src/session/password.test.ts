import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { putAdministrator } from './administrator.ts'
import { hashPassword, isPasswordRight, randomPassword } from './password.ts'

test('a password fits its own hash only, in whatever Unicode form it is typed', async () => {
  const kept = await hashPassword('密码é-ABCDEFG')
  expect(kept).not.toContain('ABCDEFG')
  expect(await isPasswordRight('密码e\u0301-ＡBCDEFG', kept)).toBe(true)
  expect(await isPasswordRight('密码é-ABCDEFg', kept)).toBe(false)
}, 20_000)

test('random passwords differ and avoid what is easily confused', () => {
  const made = Array.from({ length: 200 }, randomPassword)
  expect(new Set(made).size).toBe(200)
  expect(made.join('')).toMatch(/^[2-9a-hijkmnp-z-]+$/)
})

test('a short password or an odd name is refused with the reason', async () => {
  const parts = { store: openSqliteStore(':memory:'), clock: systemClock }
  await expect(putAdministrator(parts, { name: 'admin', password: 'short' })).rejects.toThrow('至少 10 个字符')
  await expect(putAdministrator(parts, { name: 'a b', password: 'long enough' })).rejects.toThrow('登录名')
  expect(await parts.store.hasAdministrator()).toBe(false)
  await parts.store.close()
})
