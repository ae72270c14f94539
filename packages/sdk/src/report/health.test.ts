import { signal } from '@preact/signals'
import { ENGINE_VERSION } from '@qianshao/rules-core'
import { afterEach, expect, test } from 'vitest'
import { memoryStore } from '../outbox/memory-store.ts'
import { openOutbox } from '../outbox/outbox.ts'
import type { LineResult, OutboxEntry, StoredLine } from '../outbox/outbox-port.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { offsetBucket, reportHealth } from './health.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const acct = 'web:www.example.gov.cn'
const entry: OutboxEntry = { kind: 'unchecked', why: 'unreadable', published: false, acct }
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** An outbox on a still clock; `refused` says which lines the endpoint refuses. */
function setUp(options: { refused?: (line: string) => boolean; memory?: Map<string, unknown>; start?: number } = {}) {
  const clock = fakeClock(options.start)
  const sent: string[] = []
  const store = memoryStore()
  const outbox = openOutbox({
    store,
    clock,
    send: async (lines) => ({
      results: lines.map(({ id, line }: StoredLine): LineResult => {
        if (options.refused?.(line)) return { id, s: 'refused', code: 'bad-value' }
        sent.push(line)
        return { id, s: 'stored' }
      }),
    }),
  })
  const memory = options.memory ?? new Map<string, unknown>()
  const joined = signal(true)
  const life = new AbortController()
  ends.push(() => life.abort())
  const device = reportHealth(
    {
      outbox,
      joined,
      firstAccount: () => 'web:first.example.gov.cn',
      offset: () => -40_000,
      clock,
      memory: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
    },
    life.signal,
  )
  const reports = () => sent.filter((line) => line.includes('"kind":"health"')).map((line) => JSON.parse(line))
  const pass = async (ms: number) => {
    clock.pass(ms)
    await settle()
  }
  return { clock, device, joined, memory, reports, pass, life }
}

/** Lets everything that is under way come to rest; no time passes. */
async function settle() {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
}

test('once a day, and never twice', async () => {
  const { device, reports, pass } = setUp()
  await device.put(entry)
  await pass(MINUTE)
  expect(reports()).toHaveLength(0)
  await pass(DAY - MINUTE)
  await pass(MINUTE)
  expect(reports()).toEqual([
    expect.objectContaining({
      acct,
      waiting: 0,
      aside: 0,
      merged: 0,
      lost: 0,
      offset: 2,
      engine: ENGINE_VERSION,
      packs: [],
      catalogAge: 4,
      head: null,
    }),
  ])
  await pass(DAY - 2 * MINUTE)
  expect(reports()).toHaveLength(1)
  await pass(3 * MINUTE)
  expect(reports()).toHaveLength(2)
})

test('lines put aside are reported within minutes, together, and only once', async () => {
  const { device, reports, pass } = setUp({ refused: (line) => line.includes('"unchecked"') })
  await pass(MINUTE)
  await device.put(entry)
  await device.put(entry)
  await settle()
  await pass(MINUTE)
  expect(reports()).toEqual([expect.objectContaining({ aside: 2 })])
  await pass(60 * MINUTE)
  expect(reports()).toHaveLength(1)
})

test('a report that is refused is not answered with another', async () => {
  let asked = 0
  const { pass } = setUp({ refused: (line) => line.includes('"health"') && ++asked > 0 })
  await pass(MINUTE)
  await pass(DAY)
  await pass(MINUTE)
  for (let i = 0; i < 10; i++) await pass(5 * MINUTE)
  expect(asked).toBe(1)
})

test('a restart within the day says nothing again; after the day it does', async () => {
  const first = setUp()
  await first.pass(MINUTE)
  await first.pass(DAY)
  expect(first.reports()).toHaveLength(1)
  first.life.abort()
  const second = setUp({ memory: first.memory, start: first.clock.now() + 3_600_000 })
  await second.pass(MINUTE)
  expect(second.reports()).toHaveLength(0)
  second.life.abort()
  // A background may live for seconds only.
  const third = setUp({ memory: first.memory, start: first.clock.now() + 2 * DAY })
  await third.pass(0)
  expect(third.reports()).toHaveLength(1)
})

test('names the account and the packs of the last work; the office’s first account before any', async () => {
  const { device, reports, pass } = setUp()
  await pass(MINUTE)
  await pass(DAY)
  expect(reports()[0]).toMatchObject({ acct: 'web:first.example.gov.cn', packs: [] })
  const hash = 'AAAAAAAAAAAAAAAAAAAAAA'
  const packs = ['cn@2026.2.0']
  const counts = { veto: 0, fault: 0, advice: 0 }
  await device.put({ kind: 'hold', acct, e: 0, draft: hash, size: 0, packs, counts, findings: [], more: 0, ms: 0, how: 'click' })
  await settle()
  await device.put(entry)
  await settle()
  await pass(DAY + MINUTE)
  expect(reports()[1]).toMatchObject({ acct, packs })
})

test('a device without an endpoint reports nothing, and starts when it has joined', async () => {
  const { joined, reports, pass } = setUp()
  joined.value = false
  await pass(3 * DAY)
  expect(reports()).toHaveLength(0)
  joined.value = true
  await pass(MINUTE)
  await pass(DAY)
  expect(reports()).toHaveLength(1)
})

test.each([
  [0, 0],
  [-2_000, 0],
  [2_001, 1],
  [-300_000, 2],
  [3_600_000, 3],
  [-3_600_001, 4],
])('a clock that is %i ms off is in bucket %i', (ms, bucket) => {
  expect(offsetBucket(ms)).toBe(bucket)
})
