import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { OutboxEntry } from '../outbox/outbox-port.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { fakeEndpoint, JOIN_CODE } from '../testing/fake-endpoint.ts'
import { openDevice } from './device.ts'
import { parseJoinTarget } from './join.ts'

const entry: OutboxEntry = { kind: 'unchecked', why: 'unreadable', published: false, acct: 'web:www.example.gov.cn' }
let databases = 0

async function setUp(skew = 0) {
  databases += 1
  const clock = fakeClock()
  const endpoint = await fakeEndpoint(clock.now)
  endpoint.skew = skew
  const options = { name: '办公室电脑', host: 'extension' as const, database: `device-${databases}`, fetch: endpoint.fetch, clock }
  const link = `https://sync.example/join#${JOIN_CODE}.${endpoint.root}`
  return { clock, endpoint, options, link }
}

test('entries wait without an endpoint, and go out after joining by link', async () => {
  const { endpoint, options, link } = await setUp()
  const device = await openDevice(options)
  await device.outbox.put(entry)
  expect(device.state.value).toBe('alone')
  expect(device.outbox.waiting.value).toBe(1)
  expect(await device.join(link)).toEqual({ joined: expect.objectContaining({ name: '石桥镇人民政府' }) })
  expect(device.state.value).toBe('joined')
  await device.outbox.sendNow()
  expect(endpoint.stored.size).toBe(1)
  expect(device.outbox.waiting.value).toBe(0)
})

test('keys, membership and entries are there after a restart', async () => {
  const { endpoint, options, link } = await setUp()
  const first = await openDevice(options)
  await first.join(link)
  endpoint.failures.push(new Response('busy', { status: 503 }))
  await first.outbox.put(entry)
  await first.outbox.sendNow()
  first.close()
  const second = await openDevice(options)
  expect(second.keyId).toBe(first.keyId)
  expect(second.office.value?.id).toBe('cq-test')
  await second.outbox.sendNow()
  expect(endpoint.stored.size).toBe(1)
})

test('by typed code the device says that it is to be compared', async () => {
  const { options } = await setUp()
  const device = await openDevice({ ...options, endpoint: 'https://sync.example' })
  await device.join('7k3m-q9xa-2vcv')
  expect(device.state.value).toBe('unverified')
  expect(device.compareCode.value).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
})

test('another root than the link’s is not joined', async () => {
  const { options, link } = await setUp()
  const device = await openDevice(options)
  expect(await device.join(link.replace(/.{43}$/, 'Y-0TnT4qy5b4i3_fh88NMhKetloNfKjZFdwGETscKBE'))).toMatchObject({ problem: 'wrong-root' })
  expect(device.state.value).toBe('alone')
})

test.each(['', '7K3M-Q9XA-2VC0', 'https://sync.example/join#'])('“%s” is no code', async (typed) => {
  const { options } = await setUp()
  const device = await openDevice({ ...options, endpoint: 'https://sync.example' })
  expect(await device.join(typed)).toMatchObject({ problem: 'bad-code' })
})

test('a code without an address asks for one', async () => {
  const { options } = await setUp()
  expect(await (await openDevice(options)).join(JOIN_CODE)).toMatchObject({ problem: 'no-endpoint' })
})

test('no network while joining is said, and nothing is kept', async () => {
  const { options, link } = await setUp()
  const offline: typeof fetch = () => Promise.reject(new TypeError('fetch failed'))
  const device = await openDevice({ ...options, fetch: offline })
  expect(await device.join(link)).toMatchObject({ problem: 'offline' })
  expect(device.state.value).toBe('alone')
})

test('a link carries code, address and root', () => {
  expect(parseJoinTarget('https://a.example/sync/join#7K3M-Q9XA-2VCV', undefined)).toEqual({
    code: JOIN_CODE,
    endpoint: 'https://a.example/sync',
    root: undefined,
  })
})

test('a wrong clock is corrected once, and entries carry the right time', async () => {
  const { endpoint, options, link } = await setUp(3 * 86_400_000)
  const device = await openDevice(options)
  await device.join(link)
  endpoint.skew = -3 * 86_400_000
  await device.outbox.put(entry)
  await device.outbox.sendNow()
  expect(endpoint.stored.size).toBe(1)
  const next = JSON.parse((await device.outbox.put(entry)).line)
  expect(next).toMatchObject({ clock: 'synced', at: options.clock.now() - 3 * 86_400_000 })
})

test('a long batch is compressed, and one refused line does not hold up the others', async () => {
  const { endpoint, options, link } = await setUp()
  const device = await openDevice(options)
  for (let i = 0; i < 40; i++) await device.outbox.put(entry)
  endpoint.refuse = (line) => (line.includes('"seq":7,') ? 'bad-value' : undefined)
  await device.join(link)
  await device.outbox.sendNow()
  expect(endpoint.requests[0]).toMatchObject({ encoding: 'gzip', lines: 40 })
  expect(endpoint.stored.size).toBe(39)
  expect((await device.outbox.list()).aside).toMatchObject([{ seq: 7, code: 'bad-value' }])
})

test('a batch that is refused as a whole is halved down to the line that is to blame', async () => {
  const { endpoint, options, link } = await setUp()
  // A gateway that cannot bear one line refuses every request that holds it.
  const gateway: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    if (request.url.endsWith('/v1/ledger') && (await request.clone().text()).includes('"seq":3,')) return new Response('', { status: 413 })
    return endpoint.fetch(request)
  }
  const device = await openDevice({ ...options, fetch: gateway })
  for (let i = 0; i < 4; i++) await device.outbox.put(entry)
  await device.join(link)
  await device.outbox.sendNow()
  expect(endpoint.stored.size).toBe(3)
  expect((await device.outbox.list()).aside).toMatchObject([{ seq: 3, code: 'too-large' }])
})

test('a device that was revoked stops sending and keeps everything', async () => {
  const { endpoint, options, link } = await setUp()
  const device = await openDevice(options)
  await device.join(link)
  endpoint.failures.push(Response.json({ status: 401, code: 'revoked', title: '本机已停用' }, { status: 401 }))
  await device.outbox.put(entry)
  await device.outbox.sendNow()
  await expect.poll(() => device.state.value).toBe('stopped')
  expect(device.outbox.waiting.value).toBe(1)
})
