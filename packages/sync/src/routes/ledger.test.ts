import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestDevice } from '../testing/device.ts'
import { officeForm, openEndpoint, problemOf, START, type TestEndpoint } from '../testing/open-endpoint.ts'

let endpoint: TestEndpoint
let device: TestDevice
beforeEach(async () => {
  endpoint = await openEndpoint()
  device = await endpoint.joined()
})
afterEach(() => endpoint.close())

const batch = (...lines: string[]) => lines.map((line) => `${line}\n`).join('')
const refusal = async (request: Request) => {
  const answer = await endpoint.app.fetch(request)
  return { ...(await problemOf(answer)), status: answer.status }
}
const storedCount = async () => (await endpoint.store.entries({})).length

describe('a batch', () => {
  test('is stored byte for byte, and sending it again changes nothing', async () => {
    const line = device.line({ kind: 'publish' })
    expect((await endpoint.send(device, [line])).results).toEqual([{ id: JSON.parse(line).id, s: 'stored' }])
    expect((await endpoint.send(device, [line])).results).toEqual([{ id: JSON.parse(line).id, s: 'duplicate' }])
    expect((await endpoint.store.entries({})).map((row) => row.line)).toEqual([line])
  })

  test('stores 199 good lines beside one poisonous one', async () => {
    const lines = Array.from({ length: 199 }, () => device.line())
    lines.splice(77, 0, device.line({ note: 'more' }))
    const { results } = await endpoint.send(device, lines)
    expect(results.filter(({ s }) => s === 'stored')).toHaveLength(199)
    expect(results[77]).toMatchObject({ line: 78, s: 'refused', code: 'unknown-member', path: '/note' })
    expect(await storedCount()).toBe(199)
    expect(await endpoint.store.refusedCount(officeForm.id, START, START + 1)).toBe(1)
  })

  test('with other bytes under a known id is a conflict, and the first stays', async () => {
    const line = device.line()
    await endpoint.send(device, [line])
    const { results } = await endpoint.send(device, [line.replace('"ms":2', '"ms":3')])
    expect(results).toEqual([{ id: JSON.parse(line).id, line: 1, s: 'refused', code: 'conflict' }])
    expect((await endpoint.store.entries({})).map((row) => row.line)).toEqual([line])
  })

  test('is taken gzipped', async () => {
    const body = gzipSync(batch(device.line(), device.line()))
    const answer = await endpoint.app.fetch(device.request('/v1/ledger', body, { headers: { 'content-encoding': 'gzip' } }))
    expect(answer.status).toBe(200)
    expect(await storedCount()).toBe(2)
  })
})

describe('a line is refused alone', () => {
  test.each([
    ['a newer version', { v: 2 }, 'unknown-version', '/v'],
    ['a value out of range', { size: 9 }, 'bad-value', '/size'],
    ['an unknown kind', { kind: 'gossip' }, 'bad-value', '/kind'],
    ['a time more than a day ahead', { at: START + 86_400_001 }, 'bad-value', '/at'],
    ['an unknown member deep inside', { counts: { veto: 0, fault: 0, advice: 0, note: 1 } }, 'unknown-member', '/counts/note'],
    ['Chinese where there is none', { acct: 'web:政府网' }, 'text-suspected', '/acct'],
    ['a long string', { draft: 'x'.repeat(81) }, 'text-suspected', '/draft'],
    ['a label that is no mask', { kind: 'publish', label: '关于召开全区工作会议的通知' }, 'text-suspected', '/label'],
    ['Chinese in an unknown member', { note: '正文' }, 'text-suspected', '/note'],
    ['an account of another office', { acct: 'web:other.example' }, 'wrong-office', '/acct'],
  ])('%s', async (_, more, code, path) => {
    const other = { ...officeForm, id: 'other-office', accounts: [{ id: 'web:other.example', name: '他处' }], columns: [], origins: [] }
    await endpoint.store.putOffice({ ...other, createdAt: START })
    const { results } = await endpoint.send(device, [device.line(more), device.line()])
    expect(results[0]).toMatchObject({ line: 1, s: 'refused', code, path })
    expect(results[1]).toMatchObject({ s: 'stored' })
  })

  test('what is no JSON, too long, empty, or names a member twice', async () => {
    const twice = device.line().replace('"ms":2', '"ms":2,"ms":3')
    const { results } = await endpoint.send(device, ['{', '', `${' '.repeat(4096)}{}`, twice, device.line()])
    expect(results.map((result) => ('code' in result ? result.code : result.s))).toEqual([
      'bad-value',
      'bad-value',
      'too-large',
      'bad-value',
      'stored',
    ])
  })

  test('an account in no book is stored, to be shown as not registered', async () => {
    const { results } = await endpoint.send(device, [device.line({ acct: 'weibo:1234567890' })])
    expect(results[0]).toMatchObject({ s: 'stored' })
  })
})

describe('a whole request is refused, and nothing of it stored', () => {
  afterEach(async () => expect(await storedCount()).toBe(0))

  test('a flipped byte in the body', async () => {
    const body = Buffer.from(batch(device.line()))
    const altered = Buffer.from(body)
    altered[20]! ^= 1
    expect(await refusal(device.request('/v1/ledger', altered, { signedBody: body }))).toMatchObject({
      status: 422,
      code: 'digest-mismatch',
    })
  })

  test('a signature by another key', async () => {
    const request = device.request('/v1/ledger', batch(device.line()))
    request.headers.set('signature', endpoint.createDevice().request('/v1/ledger', 'x').headers.get('signature')!)
    expect(await refusal(request)).toMatchObject({ status: 401, code: 'bad-signature' })
  })

  test('a key that never joined', async () => {
    const stranger = endpoint.createDevice()
    expect(await refusal(stranger.request('/v1/ledger', batch(stranger.line())))).toMatchObject({ status: 401, code: 'unknown-key' })
  })

  test.each([
    ['301 seconds behind', -301],
    ['301 seconds ahead', 301],
    ['ten years ahead', 315_360_000],
  ])('a clock %s, told the right time', async (_, seconds) => {
    const created = START / 1000 + seconds
    expect(await refusal(device.request('/v1/ledger', batch(device.line()), { created }))).toMatchObject({
      status: 401,
      code: 'clock-skew',
      now: START,
    })
  })

  test('a device that was stopped, and one whose certificate is over', async () => {
    const [row] = await endpoint.store.devices(officeForm.id)
    endpoint.time.now = row!.expiresAt
    expect(await refusal(device.request('/v1/ledger', batch(device.line())))).toMatchObject({ status: 401, code: 'expired-cert' })
    await endpoint.store.revokeDevice(officeForm.id, row!.id, START)
    expect(await refusal(device.request('/v1/ledger', batch(device.line())))).toMatchObject({ status: 401, code: 'revoked' })
  })

  test('a tag of another endpoint, an unknown component, no signature', async () => {
    const [tag, component, none] = [0, 1, 2].map(() => device.request('/v1/ledger', batch(device.line())))
    const input = tag!.headers.get('signature-input')!
    tag!.headers.set('signature-input', input.replace(endpoint.keys.authority.kid, endpoint.keys.root.kid))
    component!.headers.set('signature-input', input.replace('"@query"', '"@authority"'))
    none!.headers.delete('signature')
    expect(await refusal(tag!)).toMatchObject({ code: 'bad-signature' })
    expect(await refusal(component!)).toMatchObject({ status: 400, code: 'malformed' })
    expect(await refusal(none!)).toMatchObject({ status: 400, code: 'malformed' })
  })

  test('a gzip bomb, quickly', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024))
    const request = device.request('/v1/ledger', bomb, { headers: { 'content-encoding': 'gzip' } })
    const began = performance.now()
    expect(await refusal(request)).toMatchObject({ status: 413, code: 'too-large' })
    expect(performance.now() - began).toBeLessThan(500)
  })

  test.each([
    ['201 lines', () => batch(...Array.from({ length: 201 }, () => '{}')), {}, 413, 'too-large'],
    ['more than 256 KiB', () => 'x'.repeat(262_145), {}, 413, 'too-large'],
    ['no line end', () => device.line(), {}, 400, 'malformed-batch'],
    ['nothing', () => '', {}, 400, 'malformed-batch'],
    ['gzip that is none', () => batch(device.line()), { 'content-encoding': 'gzip' }, 400, 'malformed-batch'],
    ['another type', () => batch(device.line()), { 'content-type': 'text/plain' }, 415, 'wrong-type'],
    ['another encoding', () => batch(device.line()), { 'content-encoding': 'br' }, 415, 'wrong-type'],
  ])('%s', async (_, body, headers, status, code) => {
    expect(await refusal(device.request('/v1/ledger', body(), { headers: headers as Record<string, string> }))).toMatchObject({
      status,
      code,
    })
  })
})

test('a captured request replayed in the window changes nothing, and after it is refused', async () => {
  const request = device.request('/v1/ledger', batch(device.line(), '{}'))
  const replay = () => endpoint.app.fetch(request.clone() as Request)
  await replay()
  await replay()
  expect(await storedCount()).toBe(1)
  expect(await endpoint.store.refusedCount(officeForm.id, START, START + 1)).toBe(1)
  endpoint.time.now += 301_000
  expect(await problemOf(await replay())).toMatchObject({ code: 'clock-skew' })
})

test('a device that floods is slowed down, and another one is not', async () => {
  const other = await endpoint.joined()
  for (let i = 0; i < 600; i++) endpoint.app.fetch(device.request('/v1/ledger', batch('{}')))
  await expect.poll(async () => (await endpoint.app.fetch(device.request('/v1/ledger', batch('{}')))).status).toBe(429)
  expect((await endpoint.app.fetch(other.request('/v1/ledger', batch(other.line())))).status).toBe(200)
})

test('the log holds codes, ids and counts only', async () => {
  const line = device.line({ kind: 'publish' })
  await endpoint.send(device, [line])
  const log = JSON.stringify(endpoint.logged)
  expect(endpoint.logged.map(({ event }) => event)).toEqual(['joined', 'batch'])
  expect(log).not.toContain('通知')
  expect(log).not.toContain(JSON.parse(line).draft)
})
