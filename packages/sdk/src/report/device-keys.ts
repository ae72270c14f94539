import { type PublicKey, publicKey } from '@qianshao/rules-core'
import type { ProfileDatabase } from '../storage/database.ts'
import { deriveOfficeKeys, type OfficeKeys } from './office-key.ts'
import { thumbprint } from './thumbprint.ts'

/** The keys of this browser profile: usable by our code, exportable by none (protocol.md §3.1). */
export interface DeviceKeys {
  signing: CryptoKey
  jwk: PublicKey
  keyId: string
  ejwk: PublicKey
  office: OfficeKeys
}

interface KeptKeys {
  signing: CryptoKey
  jwk: PublicKey
  agreement: CryptoKey
  ejwk: PublicKey
  office: OfficeKeys
}

/**
 * The profile's keys, made at its first start. They are read back and used once before anybody relies on them: a browser that cannot keep
 * keys says so now, not after a join code has been spent. Without a database they last as long as the page.
 */
export async function deviceKeys(database: ProfileDatabase | undefined): Promise<DeviceKeys> {
  const kept = (await database?.get('keys', 'device')) as KeptKeys | undefined
  if (kept) return usable(kept)
  const made = await makeKeys()
  if (!database) return usable(made)
  // Two tabs may start together: the first to store wins, and both go on with what is stored.
  const within = database.transaction('keys', 'readwrite')
  if (!(await within.store.get('device'))) await within.store.put(made, 'device')
  await within.done
  return usable((await database.get('keys', 'device')) as KeptKeys)
}

async function makeKeys(): Promise<KeptKeys> {
  const signing = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const agreement = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
  // The office key stays unknown until it is granted; until then this device has its own, of epoch 0 (protocol.md §2.2).
  const office = await deriveOfficeKeys(crypto.getRandomValues(new Uint8Array(32)), 0)
  return {
    signing: signing.privateKey,
    jwk: await exported(signing.publicKey),
    agreement: agreement.privateKey,
    ejwk: await exported(agreement.publicKey),
    office,
  }
}

async function exported(key: CryptoKey): Promise<PublicKey> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key)
  return publicKey.parse({ kty, crv, x, y })
}

async function usable({ signing, jwk, ejwk, office }: KeptKeys): Promise<DeviceKeys> {
  const probe = new Uint8Array([1])
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing, probe)
  const verifying = await crypto.subtle.importKey('jwk', { ...jwk, ext: true }, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify'])
  if (!(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifying, signature, probe))) {
    throw new Error('device: the stored key pair does not fit together; clear the site data and join anew')
  }
  return { signing, jwk, keyId: thumbprint(jwk), ejwk, office }
}
