import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificate, joinAnswer, trustDocument } from '@qianshao/rules-core'
import { compactVerify, importJWK } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeJoinCode } from '../join/join-code.ts'
import type { TestDevice } from '../testing/device.ts'
import { officeForm, openEndpoint, problemOf, START, type TestEndpoint } from '../testing/open-endpoint.ts'

let endpoint: TestEndpoint
beforeEach(async () => {
  endpoint = await openEndpoint()
})
afterEach(() => endpoint.close())

const newCode = async () => (await makeJoinCode(endpoint, officeForm.id)).code
const ask = (device: TestDevice, code: string, more = {}) =>
  endpoint.app.fetch(device.request('/v1/join', JSON.stringify({ ...device.joinRequest(code), ...more })))
const refusalOf = async (answer: Response | Promise<Response>) => {
  const { status, code } = await problemOf(await answer)
  return { status, code }
}

test('a device gets a certificate and a trust document that another library verifies', async () => {
  const device = endpoint.createDevice()
  const answer = joinAnswer.parse(await (await ask(device, await newCode())).json())
  const root = await importJWK({ ...answer.rootJwk, alg: 'ES256' })
  const trust = await compactVerify(answer.trust, root)
  expect(trust.protectedHeader).toEqual({ alg: 'ES256', typ: 'qs-trust+jws', kid: endpoint.keys.root.kid })
  const { keys } = trustDocument.parse(JSON.parse(Buffer.from(trust.payload).toString()))
  const authority = await importJWK({ ...keys[0]!.jwk, alg: 'ES256' })
  const cert = await compactVerify(answer.cert, authority)
  const payload = certificate.parse(JSON.parse(Buffer.from(cert.payload).toString()))
  expect(payload).toMatchObject({ kind: 'device', office: officeForm.id, jwk: device.pair.jwk, exp: START + 180 * 86_400_000 })
  expect(answer.office).toEqual({ id: officeForm.id, name: officeForm.name, accounts: officeForm.accounts })
})

describe('a code', () => {
  test('is used once; the same key within ten minutes gets the same certificate again', async () => {
    const code = await newCode()
    const device = endpoint.createDevice()
    const first = joinAnswer.parse(await (await ask(device, code)).json())
    endpoint.time.now += 599_000
    expect(joinAnswer.parse(await (await ask(device, code)).json()).cert).toBe(first.cert)
    expect(await refusalOf(ask(endpoint.createDevice(), code))).toEqual({ status: 409, code: 'code-used' })
    endpoint.time.now += 2_000
    expect(await refusalOf(ask(device, code))).toEqual({ status: 409, code: 'code-used' })
    expect(await endpoint.store.devices(officeForm.id)).toHaveLength(1)
  })

  test('makes one device when two ask at the same moment', async () => {
    const code = await newCode()
    const answers = await Promise.all([endpoint.createDevice(), endpoint.createDevice()].map((device) => ask(device, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await endpoint.store.devices(officeForm.id)).toHaveLength(1)
  })

  test('ends after 24 hours', async () => {
    const code = await newCode()
    endpoint.time.now += 86_400_000
    expect(await refusalOf(ask(endpoint.createDevice(), code))).toEqual({ status: 410, code: 'gone' })
  })

  test('that nobody made, or with a wrong check symbol', async () => {
    expect(await refusalOf(ask(endpoint.createDevice(), '000000000000'))).toEqual({ status: 404, code: 'not-found' })
    expect(await refusalOf(ask(endpoint.createDevice(), '000000000001'))).toEqual({ status: 400, code: 'malformed' })
  })

  test('is void after five requests without proof of the key', async () => {
    const code = await newCode()
    const [device, other] = [endpoint.createDevice(), endpoint.createDevice()]
    for (let i = 0; i < 5; i++) {
      expect(await refusalOf(ask(device, code, { jwk: other.pair.jwk }))).toEqual({ status: 401, code: 'bad-signature' })
    }
    expect(await refusalOf(ask(device, code))).toEqual({ status: 410, code: 'gone' })
  })

  test('is in the database as a keyed hash only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qianshao-join-'))
    const onDisk = await openEndpoint(join(folder, 'db'))
    const { code, printed } = await makeJoinCode(onDisk, officeForm.id)
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
    await onDisk.close()
    rmSync(folder, { recursive: true })
    expect(bytes).toContain(officeForm.id)
    expect(bytes).not.toContain(code)
    expect(bytes).not.toContain(printed)
  })
})

test('ten guesses a minute from one address, then wait', async () => {
  for (let i = 0; i < 10; i++) expect((await ask(endpoint.createDevice(), '000000000000')).status).toBe(404)
  const answer = await ask(endpoint.createDevice(), await newCode())
  expect(answer.headers.get('retry-after')).toBe('60')
  expect(await refusalOf(answer)).toEqual({ status: 429, code: 'slow-down' })
  endpoint.time.now += 60_000
  expect((await ask(endpoint.createDevice(), await newCode())).status).toBe(200)
})

test('a key that has joined cannot join again', async () => {
  const device = endpoint.createDevice()
  await ask(device, await newCode())
  expect(await refusalOf(ask(device, await newCode()))).toEqual({ status: 409, code: 'conflict' })
})

describe('a page', () => {
  test('joins from a registered origin, and the browser may read the answer', async () => {
    const device = endpoint.createDevice()
    const origin = 'https://cms.district.example'
    const preflight = await endpoint.app.request('/v1/join', { method: 'OPTIONS', headers: { origin } })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)
    const body = JSON.stringify(device.joinRequest(await newCode(), { host: `page:${origin}` }))
    const answer = await endpoint.app.fetch(device.request('/v1/join', body, { headers: { origin } }))
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin])
  })

  test('of any other origin gets no permission and no device', async () => {
    const origin = 'https://evil.example'
    const preflight = await endpoint.app.request('/v1/join', { method: 'OPTIONS', headers: { origin } })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect(await refusalOf(ask(endpoint.createDevice(), await newCode(), { host: `page:${origin}` }))).toEqual({
      status: 403,
      code: 'not-allowed',
    })
    expect(await endpoint.store.devices(officeForm.id)).toHaveLength(0)
  })
})
