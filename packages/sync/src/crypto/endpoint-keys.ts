import { createPublicKey, randomBytes } from 'node:crypto'
import { type TrustDocument, trustDocument } from '@qianshao/rules-core'
import { generateKeyPair, type KeyPair, keyPairFrom, type PrivateJwk } from './key-pair.ts'
import { readStatement, signStatement } from './statement.ts'

/** What the endpoint signs with, and the pepper under which join codes are kept (protocol.md §3.1, §3.4). */
export interface EndpointKeys {
  root: KeyPair
  authority: KeyPair
  pepper: Uint8Array
  trust: string
  trustSerial: number
  /** True while root and authority lie in one place; every dashboard page says so. */
  rootIsHere: boolean
}

export interface KeySecrets {
  root: PrivateJwk
  authority: PrivateJwk
  pepper: string
  trust: string
}

const DAY = 86_400_000
// The most that protocol.md §3.2 allows is 400 days; a new document is signed when half of it is over.
const TRUST_LIFE = 398 * DAY

/** New keys and their trust document, serial 1. */
export function createSecrets(endpoint: string, now: number): KeySecrets {
  const root = generateKeyPair()
  const authority = generateKeyPair()
  return {
    root: root.secret,
    authority: authority.secret,
    pepper: randomBytes(32).toString('base64url'),
    trust: signTrust(root.pair, authority.pair, endpoint, 1, now),
  }
}

/** Keys ready to use. `renewed` is a trust document that replaces the old one, when that is half over or names another address. */
export function openSecrets(secrets: KeySecrets, endpoint: string, now: number): { keys: EndpointKeys; renewed: boolean } {
  const root = keyPairFrom(secrets.root)
  const authority = keyPairFrom(secrets.authority)
  const rootKey = createPublicKey(root.privateKey)
  const read = readStatement(secrets.trust, 'qs-trust+jws', (kid) => (kid === root.kid ? rootKey : undefined), trustDocument)
  if ('fault' in read) throw new Error(`endpoint-keys: 信任文件不是由这里的根密钥签发的（${read.fault}）。请从备份恢复 keys 目录。`)
  const old: TrustDocument = read.payload
  const renewed = old.endpoint !== endpoint || old.exp - now < TRUST_LIFE / 2
  const trustSerial = renewed ? old.serial + 1 : old.serial
  const trust = renewed ? signTrust(root, authority, endpoint, trustSerial, now) : secrets.trust
  return {
    keys: { root, authority, pepper: Buffer.from(secrets.pepper, 'base64url'), trust, trustSerial, rootIsHere: true },
    renewed,
  }
}

/** Keys that live in memory only, for tests and demonstrations. */
export function memoryKeys(endpoint: string, now: number): EndpointKeys {
  return openSecrets(createSecrets(endpoint, now), endpoint, now).keys
}

function signTrust(root: KeyPair, authority: KeyPair, endpoint: string, serial: number, now: number): string {
  const uses = ['cert', 'revoked', 'checkpoint', 'catalog'] as const
  const keys = [{ kid: authority.kid, jwk: authority.jwk, uses: [...uses] }]
  const payload: TrustDocument = { v: 1, serial, iat: now, exp: now + TRUST_LIFE, endpoint, keys }
  return signStatement('qs-trust+jws', root, payload)
}
