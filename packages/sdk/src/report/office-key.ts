import { base64url, looseLine } from '@qianshao/rules-core'
import { bytesOf, fromBase64url } from './encoding.ts'

/** The three sub-keys of an office key, usable and not exportable (protocol.md §2.2). */
export interface OfficeKeys {
  /** 0: this device's own key; from 1 on the office's. */
  epoch: number
  value: CryptoKey
  sentence: CryptoKey
  draft: CryptoKey
}

/** Derives the sub-keys from 32 bytes (HKDF-SHA-256, RFC 5869, no salt). */
export async function deriveOfficeKeys(officeKey: Uint8Array<ArrayBuffer>, epoch: number): Promise<OfficeKeys> {
  const root = await crypto.subtle.importKey('raw', officeKey, 'HKDF', false, ['deriveKey'])
  const derive = (use: string) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(`qianshao/office/1/${use}`) },
      root,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    )
  const [value, sentence, draft] = await Promise.all(['value', 'sentence', 'draft'].map(derive))
  return { epoch, value: value!, sentence: sentence!, draft: draft! }
}

/** What a finding found: `canonical` is the detector's own form of the value, `sentence` holds U+FFFC in the value's place. */
export interface FoundValue {
  rule: string
  major: number
  value: string
  canonical?: string | undefined
  sentence: string
}

/** Keyed hashes of value and sentence (protocol.md §2.3). */
export async function keyedIdentity(keys: OfficeKeys, found: FoundValue): Promise<{ v: string; s: string }> {
  const head = `${found.rule}\n${found.major}\n`
  const [v, s] = await Promise.all([
    hash16(keys.value, bytesOf(head + (found.canonical ?? foldValue(found.value)))),
    hash16(keys.sentence, bytesOf(head + looseLine(found.sentence))),
  ])
  return { v, s }
}

/** How a ledger names a draft; `digest` is base64url of 32 bytes. */
export async function draftRef(keys: OfficeKeys, digest: string): Promise<string> {
  const bytes = fromBase64url(digest)
  if (!bytes) throw new Error('draftRef: a draft digest is canonical base64url')
  return hash16(keys.draft, bytes)
}

/** F(value) of protocol.md §2.3. */
export function foldValue(value: string): string {
  return looseLine(value).replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

async function hash16(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes)).subarray(0, 16))
}
