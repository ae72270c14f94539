import { base64url, certificate, limits, trustDocument } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { lineHash } from '../outbox/chain.ts'
import vectors from '../testing/vectors.json' with { type: 'json' }
import { fromBase64url } from './encoding.ts'
import { deriveOfficeKeys, draftRef, foldValue, keyedIdentity } from './office-key.ts'
import { readJws } from './read-jws.ts'
import { signRequest } from './sign-request.ts'
import { compareCode, thumbprint } from './thumbprint.ts'

const officeKeys = () => deriveOfficeKeys(fromBase64url(vectors.office.key)!, vectors.office.epoch)

test('sub-keys of the office key', async () => {
  const keys = await officeKeys()
  for (const use of ['value', 'sentence', 'draft'] as const) {
    const expected = await crypto.subtle.importKey('raw', fromBase64url(vectors.office[use])!, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
    const probe = new Uint8Array([1, 2, 3])
    expect(new Uint8Array(await crypto.subtle.sign('HMAC', keys[use], probe))).toEqual(
      new Uint8Array(await crypto.subtle.sign('HMAC', expected, probe)),
    )
    expect(keys[use].extractable).toBe(false)
  }
})

test.each(vectors.identity)('identity of $value under $rule@$major', async ({ rule, major, value, sentence, folded, v, s }) => {
  expect(foldValue(value)).toBe(folded)
  expect(await keyedIdentity(await officeKeys(), { rule, major, value, sentence: sentence.replace(value, '\uFFFC') })).toEqual({ v, s })
})

test('the reference of a draft', async () => {
  const digest = base64url(Uint8Array.from(Buffer.from(vectors.draftRef.draft, 'hex')))
  expect(await draftRef(await officeKeys(), digest)).toBe(vectors.draftRef.ref)
})

test('thumbprints and the code that people compare', () => {
  for (const { kid, jwk } of Object.values(vectors.keys)) expect(thumbprint({ ...jwk, kty: 'EC', crv: 'P-256' })).toBe(kid)
  const { a, b, code } = vectors.compareCode
  expect(compareCode(a, b)).toBe(code)
  expect(compareCode(b, a)).toBe(code)
})

test('lines of the ledger hash as the next one says', () => {
  expect(vectors.ledger.lines.map(lineHash)).toEqual(vectors.ledger.lineHashes)
  expect(limits.lineBytes).toBeGreaterThan(vectors.ledger.lines[0]!.length)
})

test('a signed batch has the headers of the vector, and its signature verifies', async () => {
  const { jwk, kid } = vectors.keys.device
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  const body = new TextEncoder().encode(vectors.ledger.body)
  const headers = await signRequest(
    { method: 'POST', url: new URL('https://sync.district.example/v1/ledger'), body },
    { key, keyId: kid, authority: vectors.keys.authority.kid },
    1_782_950_600,
    Uint8Array.from({ length: 16 }, (_, i) => 0x21 + i),
  )
  expect(headers['content-digest']).toBe(vectors.ledger.headers['content-digest'])
  expect(headers['signature-input']).toBe(vectors.ledger.headers['signature-input'])
  const { d: _, ...pub } = jwk
  const verifying = await crypto.subtle.importKey('jwk', pub, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify'])
  for (const signature of [headers.signature!, vectors.ledger.headers.signature]) {
    const bytes = Buffer.from(signature.slice(4, -1), 'base64')
    const base = new TextEncoder().encode(vectors.ledger.signatureBase)
    expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifying, bytes, base)).toBe(true)
  }
})

const root = { ...vectors.keys.root.jwk, kty: 'EC', crv: 'P-256' } as const
const authority = { ...vectors.keys.authority.jwk, kty: 'EC', crv: 'P-256' } as const
const rootFor = (kid: string) => (kid === vectors.keys.root.kid ? root : undefined)

test('trust and certificates of the vectors are read', async () => {
  const { payload } = await readJws(vectors.statements.trust, 'qs-trust+jws', rootFor, trustDocument)
  expect(payload.keys.map(({ kid }) => kid)).toContain(vectors.keys.authority.kid)
  const read = await readJws(vectors.statements.certs[0]!, 'qs-cert+jws', () => authority, certificate)
  expect(read).toMatchObject({ kid: vectors.keys.authority.kid, payload: { kind: 'device', host: 'extension' } })
})

const [head, body, signature] = vectors.statements.trust.split('.') as [string, string, string]
const encoded = (value: unknown) => base64url(new TextEncoder().encode(JSON.stringify(value)))
const kid = vectors.keys.root.kid

test.each([
  ['too long', `${head}.${body}${'A'.repeat(20_000)}.${signature}`, 'too-large'],
  ['two parts', `${head}.${body}`, 'malformed'],
  ['padding', `${head}.${body}.${signature}==`, 'malformed'],
  ['an embedded key', `${encoded({ alg: 'ES256', typ: 'qs-trust+jws', kid, jwk: {} })}.${body}.${signature}`, 'malformed'],
  ['another type', `${encoded({ alg: 'ES256', typ: 'qs-cert+jws', kid })}.${body}.${signature}`, 'wrong-type'],
  ['a stranger', `${encoded({ alg: 'ES256', typ: 'qs-trust+jws', kid: vectors.keys.device.kid })}.${body}.${signature}`, 'unknown-key'],
  ['no algorithm', `${encoded({ alg: 'none', typ: 'qs-trust+jws', kid })}.${body}.${signature}`, 'wrong-algorithm'],
  ['a keyed hash', `${encoded({ alg: 'HS256', typ: 'qs-trust+jws', kid })}.${body}.${signature}`, 'wrong-algorithm'],
  ['another payload', `${head}.${encoded({ v: 1 })}.${signature}`, 'bad-signature'],
  ['no signature', `${head}.${body}.`, 'bad-signature'],
])('a statement with %s is refused', async (_, statement, code) => {
  await expect(readJws(statement, 'qs-trust+jws', rootFor, trustDocument)).rejects.toMatchObject({ code })
})
