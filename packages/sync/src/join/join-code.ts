import { createHmac, randomBytes } from 'node:crypto'
import { joinCheckSymbol, printJoinCode } from '@qianshao/rules-core'
import type { Clock } from '../clock.ts'
import type { EndpointKeys } from '../crypto/endpoint-keys.ts'
import type { Store } from '../store/store.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DAY = 86_400_000

/** A code as it is shown once, and the link that carries the root's thumbprint (protocol.md §3.4). */
export interface MadeJoinCode {
  code: string
  printed: string
  link: string
  expiresAt: number
}

/** Makes a one-time join code for an office: 55 random bits and a check symbol, valid for 24 hours, kept as a keyed hash only. */
export async function makeJoinCode(
  { store, keys, clock, publicUrl }: { store: Store; keys: EndpointKeys; clock: Clock; publicUrl: string },
  office: string,
): Promise<MadeJoinCode> {
  const eleven = Array.from(randomBytes(11), (byte) => CROCKFORD[byte & 31]).join('')
  const code = eleven + joinCheckSymbol(eleven)
  const createdAt = clock.now()
  const expiresAt = createdAt + DAY
  await store.putJoinCode({ office, hash: hashJoinCode(keys, code), createdAt, expiresAt })
  const printed = printJoinCode(code)
  return { code, printed, link: `${publicUrl}/join#${printed}.${keys.root.kid}`, expiresAt }
}

/** What is kept of a code: HMAC-SHA-256 under the endpoint's pepper. */
export function hashJoinCode(keys: EndpointKeys, code: string): string {
  return createHmac('sha256', keys.pepper).update(code).digest('base64url')
}
