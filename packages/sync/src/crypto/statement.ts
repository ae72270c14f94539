import { type KeyObject, sign, verify } from 'node:crypto'
import * as z from 'zod/mini'
import type { KeyPair } from './key-pair.ts'

/** Types of statements and their size limits in bytes (protocol.md §0.4). */
const LIMITS = { 'qs-trust+jws': 16_384, 'qs-cert+jws': 4_096 } as const
export type StatementType = keyof typeof LIMITS

const header = z.strictObject({ alg: z.string(), kid: z.string(), typ: z.string() })

/** Signs a payload as a JWS compact with exactly three header members, ES256 (protocol.md §0.4). */
export function signStatement(type: StatementType, key: KeyPair, payload: object): string {
  const protectedPart = encode(JSON.stringify({ alg: 'ES256', typ: type, kid: key.kid }))
  const signed = `${protectedPart}.${encode(JSON.stringify(payload))}`
  const signature = sign('sha256', Buffer.from(signed), { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

export type StatementFault = 'too-large' | 'malformed' | 'wrong-type' | 'unknown-key' | 'wrong-algorithm' | 'bad-signature'
export type ReadStatement<T> = { payload: T } | { fault: StatementFault }

/** Reads a statement in the order of protocol.md §0.4; stops at the first failure. The payload is parsed last. */
export function readStatement<T>(
  compact: string,
  type: StatementType,
  keyFor: (kid: string) => KeyObject | undefined,
  schema: z.ZodMiniType<T>,
): ReadStatement<T> {
  if (compact.length > LIMITS[type]) return { fault: 'too-large' }
  const parts = compact.split('.').map((part) => ({ text: part, bytes: decode(part) }))
  const [head, body, signature] = parts
  if (parts.length !== 3 || !head?.bytes || !body?.bytes || !signature?.bytes) return { fault: 'malformed' }
  const parsedHead = header.safeParse(parseJson(head.bytes))
  if (!parsedHead.success) return { fault: 'malformed' }
  if (parsedHead.data.typ !== type) return { fault: 'wrong-type' }
  const key = keyFor(parsedHead.data.kid)
  if (!key) return { fault: 'unknown-key' }
  if (parsedHead.data.alg !== 'ES256') return { fault: 'wrong-algorithm' }
  const signed = Buffer.from(`${head.text}.${body.text}`)
  if (signature.bytes.length !== 64 || !verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature.bytes)) {
    return { fault: 'bad-signature' }
  }
  const payload = schema.safeParse(parseJson(body.bytes))
  return payload.success ? { payload: payload.data } : { fault: 'malformed' }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url')
}

// Canonical base64url only: what decodes must encode to the same characters.
function decode(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url')
  return bytes.length > 0 && bytes.toString('base64url') === part ? bytes : undefined
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
