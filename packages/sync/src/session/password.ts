import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
// OWASP's first choice for scrypt: N = 2^17, r = 8, p = 1; 128 MiB a guess.
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

/** `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password.normalize('NFKC'), salt, 32, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

export async function isPasswordRight(password: string, kept: string): Promise<boolean> {
  const [name, n, r, p, salt, hash] = kept.split('$')
  if (name !== 'scrypt' || !salt || !hash) throw new Error('password: 数据库里的密码记录不完整，请用备份恢复。')
  const options = { N: Number(n), r: Number(r), p: Number(p), maxmem: COST.maxmem }
  const found = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32, options)
  return timingSafeEqual(found, Buffer.from(hash, 'base64url'))
}

/** Sixteen characters that are hard to confuse, 80 bits. */
export function randomPassword(): string {
  const symbols = '23456789abcdefghijkmnpqrstuvwxyz'
  return Array.from(randomBytes(16), (byte) => symbols[byte & 31])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}
