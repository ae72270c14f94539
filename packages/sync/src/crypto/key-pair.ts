import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { PublicKey } from '@qianshao/rules-core'

/** A P-256 key that signs; `kid` is its RFC 7638 thumbprint. */
export interface KeyPair {
  kid: string
  jwk: PublicKey
  privateKey: KeyObject
}

export type PrivateJwk = PublicKey & { d: string }

export function generateKeyPair(): { pair: KeyPair; secret: PrivateJwk } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y, d } = privateKey.export({ format: 'jwk' }) as { x: string; y: string; d: string }
  const secret: PrivateJwk = { kty: 'EC', crv: 'P-256', x, y, d }
  return { pair: keyPairFrom(secret), secret }
}

export function keyPairFrom(secret: PrivateJwk): KeyPair {
  const { kty, crv, x, y } = secret
  const jwk: PublicKey = { kty, crv, x, y }
  return { kid: thumbprint(jwk), jwk, privateKey: createPrivateKey({ key: secret, format: 'jwk' }) }
}

/** RFC 7638: SHA-256 over the required members in lexical order. */
export function thumbprint({ crv, kty, x, y }: PublicKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

/** The key object, or undefined if the coordinates are no point of the curve. */
export function importPublicKey(jwk: PublicKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_CRYPTO_INVALID_JWK') return undefined
    throw error
  }
}
