import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compareCode } from '../crypto/compare-code.ts'
import * as shapes from '../dashboard/shapes.ts'
import type { TestDevice } from '../testing/device.ts'
import { officeForm, openEndpoint, problemOf, START, type TestEndpoint } from '../testing/open-endpoint.ts'

let endpoint: TestEndpoint
let session: { cookie: string; csrf: string }
let device: TestDevice
beforeEach(async () => {
  endpoint = await openEndpoint()
  session = await endpoint.signIn()
  device = await endpoint.joined()
})
afterEach(() => endpoint.close())

const DAY = 86_400_000
const get = (path: string) => endpoint.app.request(`http://127.0.0.1/api${path}`, { headers: { cookie: session.cookie } })
const write = (method: string, path: string, body?: unknown, csrf = session.csrf) =>
  endpoint.app.request(`http://127.0.0.1/api${path}`, {
    method,
    headers: { cookie: session.cookie, 'x-csrf-token': csrf },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

describe('a session', () => {
  test('opens nothing without its cookie, and nothing to a device signature', async () => {
    for (const path of ['/session', '/overview', '/offices', '/entries', '/duties', '/duties.ics', '/guidance']) {
      expect((await endpoint.app.request(`http://127.0.0.1/api${path}`)).status).toBe(401)
    }
    const signed = device.request('/api/overview', '')
    expect((await endpoint.app.fetch(new Request(signed.url, { headers: signed.headers }))).status).toBe(401)
  })

  test('is no key for the device routes', async () => {
    const answer = await endpoint.app.request('http://127.0.0.1/v1/ledger', {
      method: 'POST',
      headers: { cookie: session.cookie, 'content-type': 'application/x-ndjson' },
      body: `${device.line()}\n`,
    })
    expect(answer.status).toBe(400)
  })

  test('writes only with its own CSRF token', async () => {
    expect(await problemOf(await write('POST', `/offices/${officeForm.id}/join-codes`, undefined, 'guess'))).toMatchObject({
      code: 'not-allowed',
    })
    expect((await write('POST', `/offices/${officeForm.id}/join-codes`)).status).toBe(200)
  })

  test('ends after eight hours, or when it is ended', async () => {
    endpoint.time.now += 8 * 3_600_000
    expect((await get('/session')).status).toBe(401)
    endpoint.time.now = START
    expect((await write('DELETE', '/session')).status).toBe(204)
    expect((await get('/session')).status).toBe(401)
  })

  test('has a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn('correct horse')
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  })

  test('is not given for a wrong password or an unknown name, and guessing is slow', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn('wrong horse')).status).toBe(401)
    expect((await signIn('correct horse')).status).toBe(429)
    endpoint.time.now += 60_000
    expect((await signIn('correct horse')).status).toBe(200)
    expect((await signIn('correct horse', 'nobody')).status).toBe(401)
  })

  test('is not started from another site', async () => {
    const answer = await endpoint.app.request('http://127.0.0.1/api/session', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify({ name: 'admin', password: 'correct horse' }),
    })
    expect(answer.status).toBe(403)
  })
})

const signIn = (password: string, name = 'admin') =>
  endpoint.app.request('http://127.0.0.1/api/session', { method: 'POST', body: JSON.stringify({ name, password }) })

test('the overview counts this month against the same days of the last', async () => {
  const { v, s } = JSON.parse(device.line()).findings[0]
  const held = JSON.parse(device.line())
  held.findings[0] = { ...held.findings[0], v, s }
  const again = { ...JSON.parse(device.line()), findings: held.findings }
  await endpoint.send(device, [
    device.line({ kind: 'publish' }),
    device.line({ kind: 'publish', gate: 'none' }),
    device.line({ kind: 'publish', at: START - 30 * DAY - 1 }),
    JSON.stringify(held),
    JSON.stringify(again),
    JSON.stringify({
      v: 1,
      id: JSON.parse(device.line()).id,
      kind: 'unchecked',
      at: START,
      seq: 20,
      prev: null,
      acct: 'weibo:1',
      clock: 'synced',
      why: 'unreadable',
      published: true,
    }),
  ])
  const overview = shapes.overview.parse(await (await get('/overview')).json())
  expect(overview.figures).toMatchObject({
    published: { now: 3, before: 1 },
    covered: { now: 1, before: 1 },
    held: { now: 2 },
    unchecked: { now: 2 },
  })
  expect(overview.figures.published.weeks.at(-1)).toBe(3)
  // The same value in the same sentence, held twice, is one finding.
  expect(overview.categories).toEqual([{ category: 'id-card', found: 1, weeks: expect.any(Array) }])
  expect(overview).toMatchObject({ offices: 1, devices: 1, from: '2026-07-01' })
  expect(overview.missing).toBe(20 - 6)
  expect(overview.recent).toHaveLength(6)
})

test('behind each figure stands a list of exactly what it counts', async () => {
  const { how: _, ...unread } = JSON.parse(device.line())
  const common = { v: 1, id: unread.id, at: START, seq: 40, prev: null, acct: 'weibo:1', clock: 'synced' }
  await endpoint.send(device, [
    device.line({ kind: 'publish' }),
    device.line({ kind: 'publish', gate: 'none' }),
    device.line({ kind: 'publish', at: START - 3 * DAY }),
    device.line(),
    device.line({ kind: 'check' }),
    JSON.stringify({ ...common, kind: 'unchecked', why: 'unreadable', published: true }),
  ])
  const overview = shapes.overview.parse(await (await get('/overview')).json())
  expect(overview).toMatchObject({ devices: 1, uncompared: 1 })
  const lengths: Record<string, number> = {}
  for (const figure of ['published', 'covered', 'held', 'unchecked'] as const) {
    const { lines } = shapes.entries.parse(await (await get(`/entries?figure=${figure}&from=${overview.from}`)).json())
    lengths[figure] = lines.length
    expect(overview.figures[figure].now).toBe(lines.length)
  }
  expect(lengths).toEqual({ published: 3, covered: 1, held: 1, unchecked: 2 })
  expect((await get('/entries?figure=nonsense')).status).toBe(400)
  expect((await get('/entries?from=2026-02-31')).status).toBe(400)
})

test('the list behind a figure is read on where one page ends', async () => {
  const lines = Array.from({ length: 230 }, (_, i) => device.line({ kind: 'publish', gate: i % 2 ? 'none' : 'guard', at: START - i }))
  for (let i = 0; i < lines.length; i += 50) await endpoint.send(device, lines.slice(i, i + 50))
  const first = shapes.entries.parse(await (await get('/entries?figure=unchecked')).json())
  const { at, id } = first.lines.at(-1)!
  const rest = shapes.entries.parse(await (await get(`/entries?figure=unchecked&before=${at}.${id}`)).json())
  expect([first.lines.length, first.more, rest.lines.length, rest.more]).toEqual([100, true, 15, false])
  expect(new Set([...first.lines, ...rest.lines].map((line) => line.id)).size).toBe(115)
})

test('a column that was updated is fresh, one that was not is overdue, and each names its clause', async () => {
  await endpoint.send(device, [device.line({ kind: 'publish', at: START - 11 * DAY })])
  const overdue = shapes.duties.parse(await (await get('/duties')).json())
  expect(overdue.lines).toMatchObject([
    {
      column: 'tzgg',
      columnTitle: '通知公告',
      status: 'overdue',
      citations: [{ clauseId: 'rule-2', quote: '动态要闻类每10个自然日内更新。' }],
    },
  ])
  await endpoint.send(device, [device.line({ kind: 'publish' })])
  expect(shapes.duties.parse(await (await get('/duties')).json()).lines).toMatchObject([{ status: 'fresh' }])
})

test('the dates to come are a calendar file', async () => {
  await endpoint.send(device, [device.line({ kind: 'publish' })])
  const answer = await get('/duties.ics')
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const unfolded = (await answer.text()).replaceAll('\r\n ', '')
  expect(unfolded).toContain('SUMMARY:')
  expect(unfolded).toContain('通知公告')
  expect(unfolded).toContain('动态要闻类每10个自然日内更新。')
})

test('an entry is shown with its rule, category, clause and stored bytes', async () => {
  const line = device.line()
  await endpoint.send(device, [line])
  const list = shapes.entries.parse(await (await get('/entries?kind=hold')).json())
  expect(list.lines).toMatchObject([{ accountName: '测试区政府网', kinds: { hold: 1, ask: 0, hint: 0 } }])
  const detail = shapes.entryDetail.parse(await (await get(`/entries/${officeForm.id}/${list.lines[0]!.id}`)).json())
  expect(detail.stored).toBe(line)
  expect(detail.findings).toMatchObject([
    { category: 'id-card', kind: 'hold', excerpt: '11***2X', citations: [{ locator: '第一条', standing: 'in-force' }] },
  ])
  expect((await get(`/entries/other/${list.lines[0]!.id}`)).status).toBe(404)
  expect((await get('/entries?kind=nonsense')).status).toBe(400)
})

describe('an office', () => {
  test('is changed by its form, and every mistake is named', async () => {
    const changed = { ...officeForm, name: '新名称', columns: [] }
    expect((await write('PUT', `/offices/${officeForm.id}`, changed)).status).toBe(200)
    expect((await endpoint.store.office(officeForm.id))?.name).toBe('新名称')
    const wrong = { ...officeForm, pack: 'nowhere', columns: [{ account: 'web:none.example', id: 'a', title: '甲', class: 'b' }] }
    const answer = shapes.refusal.parse(await (await write('PUT', `/offices/${officeForm.id}`, wrong)).json())
    expect(answer.problems).toEqual([
      { path: 'pack', problem: '没有规则包 nowhere' },
      { path: 'columns.0.account', problem: '没有账号 web:none.example' },
    ])
  })

  test('lists a device as not compared until an administrator says that both screens show the same code', async () => {
    const read = async () => shapes.offices.parse(await (await get('/offices')).json()).offices[0]!.devices[0]!
    const joined = await read()
    expect(joined).toMatchObject({ compareCode: compareCode(endpoint.keys.authority.kid, device.pair.kid), comparedAt: null })
    const path = `/offices/${officeForm.id}/devices/${joined.id}/compared`
    expect((await write('POST', path, undefined, 'guess')).status).toBe(403)
    expect((await endpoint.app.request(`http://127.0.0.1/api${path}`, { method: 'POST' })).status).toBe(401)
    expect((await read()).comparedAt).toBeNull()
    expect(shapes.office.parse(await (await write('POST', path)).json()).devices).toMatchObject([{ comparedAt: START }])
    endpoint.time.now += 1
    expect((await write('POST', path)).status).toBe(200)
    expect((await read()).comparedAt).toBe(START)
    expect((await write('POST', `/offices/${officeForm.id}/devices/dev_none/compared`)).status).toBe(404)
  })

  test('lists its devices; a stopped one is refused', async () => {
    await endpoint.send(device, [device.line()])
    const { offices } = shapes.offices.parse(await (await get('/offices')).json())
    expect(offices[0]!.devices).toMatchObject([{ name: '办公室电脑', stored: 1, missing: 0, revokedAt: null }])
    const path = `/offices/${officeForm.id}/devices/${offices[0]!.devices[0]!.id}/revoke`
    expect((await write('POST', path)).status).toBe(200)
    const answer = await endpoint.app.fetch(device.request('/v1/ledger', `${device.line()}\n`))
    expect(await problemOf(answer)).toMatchObject({ code: 'revoked' })
  })
})
