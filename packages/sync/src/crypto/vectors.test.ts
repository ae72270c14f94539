import { createHash } from 'node:crypto'
import { certificate, joinCheckSymbol, normalJoinCode, trustDocument } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { createUuid7 } from '../ids.ts'
import { readLine } from '../ledger/read-line.ts'
import vectors from '../testing/vectors.json' with { type: 'json' }
import { compareCode } from './compare-code.ts'
import { importPublicKey, keyPairFrom, thumbprint } from './key-pair.ts'
import { isDigestRight, isSignatureRight, readSignedHeaders } from './signed-request.ts'
import { readStatement, signStatement } from './statement.ts'

const secret = (name: keyof typeof vectors.keys) => {
  const { kty, crv, x, y, d } = vectors.keys[name].jwk
  return { kty: kty as 'EC', crv: crv as 'P-256', x, y, d }
}
const root = keyPairFrom(secret('root'))
const authority = keyPairFrom(secret('authority'))
const device = keyPairFrom(secret('device'))
const keyOf = (pair: typeof root) => (kid: string) => (kid === pair.kid ? importPublicKey(pair.jwk) : undefined)

test.each(Object.entries(vectors.keys))('thumbprint of the %s key', (name, { kid }) => {
  expect(thumbprint(keyPairFrom(secret(name as keyof typeof vectors.keys)).jwk)).toBe(kid)
})

test('the compare code, whichever key comes first', () => {
  const { a, b, code } = vectors.compareCode
  expect([compareCode(a, b), compareCode(b, a)]).toEqual([code, code])
})

test.each(vectors.joinCodes)('join code $code', ({ secret: eleven, code }) => {
  expect(eleven + joinCheckSymbol(eleven)).toBe(normalJoinCode(code))
})

test('UUIDv7 counts within a millisecond and starts again in the next', () => {
  const times = vectors.uuidv7.map(({ ms }) => ms)
  const randoms = vectors.uuidv7.map(({ random }) => Buffer.from(random, 'hex'))
  const uuid7 = createUuid7(
    () => times.shift()!,
    () => randoms.shift()!,
  )
  expect(vectors.uuidv7.map(() => uuid7())).toEqual(vectors.uuidv7.map(({ id }) => id))
})

test('UUIDv7 never goes backwards when the clock does', () => {
  const times = [1000, 900, 1000]
  const uuid7 = createUuid7(() => times.shift()!)
  const ids = [uuid7(), uuid7(), uuid7()]
  expect([...ids].sort()).toEqual(ids)
})

test('the trust document and the device certificate are read', () => {
  expect(readStatement(vectors.trust, 'qs-trust+jws', keyOf(root), trustDocument)).toMatchObject({ payload: { serial: 1 } })
  expect(readStatement(vectors.deviceCert, 'qs-cert+jws', keyOf(authority), certificate)).toMatchObject({ payload: { kind: 'device' } })
})

test.each([
  ['another type', vectors.deviceCert, 'qs-trust+jws', 'wrong-type'],
  ['an unknown key', vectors.deviceCert, 'qs-cert+jws', 'unknown-key'],
  ['padding', `${vectors.trust}=`, 'qs-trust+jws', 'malformed'],
  ['a foreign signature', vectors.trust.replace(/[^.]+$/, vectors.deviceCert.split('.')[2]!), 'qs-trust+jws', 'bad-signature'],
  ['too much', 'x'.repeat(16_385), 'qs-trust+jws', 'too-large'],
  ['no statement', 'a.b', 'qs-trust+jws', 'malformed'],
] as const)('a statement with %s is refused', (_, compact, type, fault) => {
  expect(readStatement(compact, type, keyOf(root), trustDocument)).toEqual({ fault })
})

test('a header with a key of its own, or alg none, is refused', () => {
  const forged = (header: object) => {
    const [, payload, signature] = signStatement('qs-trust+jws', root, { v: 1 }).split('.')
    return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`
  }
  const header = { alg: 'ES256', typ: 'qs-trust+jws', kid: root.kid }
  expect(readStatement(forged({ ...header, jwk: root.jwk }), 'qs-trust+jws', keyOf(root), trustDocument)).toEqual({ fault: 'malformed' })
  expect(readStatement(forged({ ...header, alg: 'none' }), 'qs-trust+jws', keyOf(root), trustDocument)).toEqual({
    fault: 'wrong-algorithm',
  })
})

test('the signed batch of the vectors verifies, line by line', async () => {
  const { headers, body, signatureBase, lines, lineHashes } = vectors.ledger
  const request = new Request('https://sync.district.example/v1/ledger', { method: 'POST', headers, body })
  const signed = readSignedHeaders(request, authority.kid, 1_782_950_600_000)
  expect(signed.base).toBe(signatureBase)
  expect(isDigestRight(signed, Buffer.from(body))).toBe(true)
  expect(await isSignatureRight(signed, importPublicKey(device.jwk)!)).toBe(true)
  expect(await isSignatureRight(signed, importPublicKey(root.jwk)!)).toBe(false)
  for (const [i, line] of lines.entries()) {
    expect(readLine(Buffer.from(line), 1_782_950_600_000)).toMatchObject({ entry: JSON.parse(line) })
    expect(createHash('sha256').update(line).digest().subarray(0, 16).toString('base64url')).toBe(lineHashes[i])
  }
})
