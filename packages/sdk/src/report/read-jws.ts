import type { PublicKey } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { bytesOf, fromBase64url } from './encoding.ts'

export type JwsProblem = 'too-large' | 'malformed' | 'wrong-type' | 'unknown-key' | 'wrong-algorithm' | 'bad-signature'

export class JwsError extends Error {
  readonly code: JwsProblem

  constructor(code: JwsProblem) {
    super(`statement: ${code}`)
    this.name = 'JwsError'
    this.code = code
  }
}

/** Limits in bytes (protocol.md §0.4). */
export const STATEMENT_LIMITS = { 'qs-trust+jws': 16_384, 'qs-cert+jws': 4_096 } as const

// Strict: jwk, jku, x5c, crit and b64 are refused with every other member that is not one of the three.
const header = z.strictObject({ alg: z.string(), kid: z.string(), typ: z.string() })

/** Reads a signed statement in the order of protocol.md §0.4; nothing of the payload is looked at before its signature is right. */
export async function readJws<T>(
  compact: string,
  type: keyof typeof STATEMENT_LIMITS,
  keyFor: (kid: string) => PublicKey | undefined,
  payload: z.ZodMiniType<T>,
): Promise<{ payload: T; kid: string }> {
  if (compact.length > STATEMENT_LIMITS[type]) throw new JwsError('too-large')
  const parts = compact.split('.')
  const [head, body, signature] = parts.map(fromBase64url)
  if (parts.length !== 3 || !head || !body || !signature) throw new JwsError('malformed')
  const parsedHead = header.safeParse(jsonOf(head))
  if (!parsedHead.success) throw new JwsError('malformed')
  const { alg, kid, typ } = parsedHead.data
  if (typ !== type) throw new JwsError('wrong-type')
  const jwk = keyFor(kid)
  if (!jwk) throw new JwsError('unknown-key')
  // The algorithm belongs to the key, never to the message: a P-256 key verifies ES256 and nothing else.
  if (alg !== 'ES256') throw new JwsError('wrong-algorithm')
  const key = await crypto.subtle.importKey(
    'jwk',
    { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y },
    { name: 'ECDSA', namedCurve: 'P-256' },
    true,
    ['verify'],
  )
  const signed = bytesOf(compact.slice(0, compact.lastIndexOf('.')))
  const right = signature.length === 64 && (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed))
  if (!right) throw new JwsError('bad-signature')
  const parsed = payload.safeParse(jsonOf(body))
  if (!parsed.success) throw new JwsError('malformed')
  return { payload: parsed.data, kid }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined // No JSON: the schema refuses it, and the caller hears `malformed`.
  }
}
