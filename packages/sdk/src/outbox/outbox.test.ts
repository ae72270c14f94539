import { expect, test } from 'vitest'
import { fakeClock } from '../testing/fake-clock.ts'
import { lineHash } from './chain.ts'
import { memoryStore } from './memory-store.ts'
import { openOutbox } from './outbox.ts'
import type { LineResult, OutboxEntry, OutboxStore, SendLines, StoredLine } from './outbox-port.ts'

const unchecked: OutboxEntry = { kind: 'unchecked', why: 'not-recognised', published: false, acct: 'web:www.example.gov.cn' }
const check: OutboxEntry = {
  kind: 'check',
  acct: 'web:www.example.gov.cn',
  e: 0,
  draft: 'AAAAAAAAAAAAAAAAAAAAAA',
  size: 0,
  packs: [],
  counts: { veto: 0, fault: 0, advice: 0 },
  findings: [],
  more: 0,
  ms: 0,
}

/** An endpoint that keeps what it was given, and answers as the protocol says. */
function endpoint() {
  const stored = new Map<string, string>()
  const send = async (lines: readonly StoredLine[]) => ({
    results: lines.map(({ id, line }): LineResult => {
      if (stored.has(id)) return { id, s: 'duplicate' }
      stored.set(id, line)
      return { id, s: 'stored' }
    }),
  })
  return { stored, send }
}

test('a chain: every line names the one before it', async () => {
  const outbox = openOutbox({ store: memoryStore(), clock: fakeClock() })
  const first = await outbox.put(unchecked)
  const second = await outbox.put(unchecked)
  expect(JSON.parse(first.line)).toMatchObject({ v: 1, seq: 1, prev: null, clock: 'never', acct: unchecked.acct })
  expect(JSON.parse(second.line)).toMatchObject({ seq: 2, prev: lineHash(first.line) })
  expect(outbox.waiting.value).toBe(2)
})

test('an entry is gone only when its own line was stored', async () => {
  const { stored, send } = endpoint()
  const half: SendLines = async (lines) => ({ results: (await send(lines.slice(0, 1))).results })
  const store = memoryStore()
  await seed(store, 2)
  const clock = fakeClock()
  const outbox = openOutbox({ store, clock, send: half })
  await outbox.sendNow()
  expect(stored.size).toBe(2)
  expect((await outbox.list()).delivered).toBe(2)
})

test('a refused line is kept apart and its neighbours go through', async () => {
  const store = memoryStore()
  const [bad, good] = await seed(store, 2)
  const send: SendLines = async (lines) => ({
    results: lines.map(({ id }) => (id === bad!.id ? { id: null, s: 'refused', code: 'unknown-member' } : { id, s: 'stored' })),
  })
  const outbox = openOutbox({ store, clock: fakeClock(), send })
  await outbox.sendNow()
  const contents = await outbox.list()
  expect(contents.aside.map(({ id, code }) => [id, code])).toEqual([[bad!.id, 'unknown-member']])
  expect(contents.waiting).toEqual([])
  expect(good).toBeDefined()
})

test('without network everything waits, and goes when its time has come', async () => {
  const { stored, send } = endpoint()
  let online = false
  const clock = fakeClock()
  const outbox = openOutbox({
    store: memoryStore(),
    clock,
    random: () => 0.5,
    send: async (lines) => (online ? send(lines) : { tryLater: undefined }),
  })
  await outbox.put(unchecked)
  await outbox.sendNow()
  expect(outbox.state.value).toBe('later')
  expect(outbox.waiting.value).toBe(1)
  online = true
  clock.pass(5_000)
  await outbox.sendNow()
  expect(stored.size).toBe(1)
  expect(outbox.waiting.value).toBe(0)
})

test('a named time wins over our own', async () => {
  const clock = fakeClock()
  let tries = 0
  const outbox = openOutbox({
    store: memoryStore(),
    clock,
    send: async () => {
      tries += 1
      return { tryLater: 60_000 }
    },
  })
  await outbox.put(unchecked)
  await outbox.sendNow()
  const before = tries
  clock.pass(59_999)
  expect(tries).toBe(before)
  clock.pass(1)
  await expect.poll(() => tries).toBe(before + 1)
})

test('an answer about another line settles nothing', async () => {
  const outbox = openOutbox({ store: memoryStore(), clock: fakeClock(), send: async () => ({ results: [{ id: 'another', s: 'stored' }] }) })
  await outbox.put(unchecked)
  await outbox.sendNow()
  expect(outbox.waiting.value).toBe(1)
})

test('a full outbox merges checks, refuses new ones, and keeps what was published', async () => {
  const store = memoryStore()
  const outbox = openOutbox({ store, clock: fakeClock(), capacity: { entries: 3, size: 1e9 } })
  for (let i = 0; i < 5; i++) await outbox.put(check)
  await outbox.put(unchecked)
  await outbox.put(unchecked)
  await expect(outbox.put(check)).rejects.toMatchObject({ code: 'full' })
  const { waiting, merged, lost } = await outbox.list()
  expect(waiting.filter(({ line }) => line.includes('"unchecked"'))).toHaveLength(2)
  expect(merged).toBeGreaterThan(0)
  expect(lost).toBe(1)
})

test('an entry that no endpoint would take is refused where it is written', async () => {
  const outbox = openOutbox({ store: memoryStore(), clock: fakeClock() })
  await expect(outbox.put({ ...unchecked, acct: '石桥镇' })).rejects.toMatchObject({
    code: 'bad-entry',
    message: expect.stringContaining('/acct'),
  })
  expect(outbox.waiting.value).toBe(0)
})

test('interrupted at any moment: nothing is lost and nothing is doubled', async () => {
  let stops = 0
  for (let stop = 0; stop < 60; stop++) {
    const { stored, send } = endpoint()
    const store = memoryStore()
    const kill = killer(stop)
    const broken = openOutbox({ store: mortal(store, kill), clock: fakeClock(), send: mortalSend(send, kill) })
    const written: string[] = []
    for (let i = 0; i < 3; i++) {
      const line = await broken.put(unchecked).catch(() => undefined)
      if (line) written.push(line.id)
    }
    await broken.sendNow()
    if (kill.killed()) stops += 1

    const reopened = openOutbox({ store, clock: fakeClock(), send })
    await reopened.sendNow()
    const { waiting, aside } = await store.list()
    expect(waiting).toEqual([])
    expect(aside).toEqual([])
    for (const id of written) expect(stored.has(id)).toBe(true)
    const seqs = [...stored.values()].map((line) => JSON.parse(line).seq as number).sort((a, b) => a - b)
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, i) => i + 1))
  }
  expect(stops).toBeGreaterThan(20)
})

interface Killer {
  step(): void
  killed(): boolean
}

/** Lets so many steps pass, and then none: the tab is closed. */
function killer(after: number): Killer {
  let steps = 0
  return {
    step() {
      steps += 1
      if (steps > after) throw new Error('the tab was closed')
    },
    killed: () => steps > after,
  }
}

// Each call has two moments: before anything happened, and after it happened but before the caller heard of it.
function mortal(store: OutboxStore, kill: Killer): OutboxStore {
  const wrap =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      kill.step()
      const result = await call(...args)
      kill.step()
      return result
    }
  return {
    append: wrap(store.append),
    oldest: wrap(store.oldest),
    remove: wrap(store.remove),
    setAside: wrap(store.setAside),
    takeBack: wrap(store.takeBack),
    mergeChecks: wrap(store.mergeChecks),
    countLost: wrap(store.countLost),
    count: wrap(store.count),
    list: wrap(store.list),
    close: store.close,
  }
}

function mortalSend(send: SendLines, kill: Killer): SendLines {
  return async (lines, signal) => {
    kill.step()
    const result = await send(lines, signal)
    kill.step()
    return result
  }
}

async function seed(store: OutboxStore, n: number): Promise<readonly StoredLine[]> {
  const writer = openOutbox({ store, clock: fakeClock() })
  const lines: StoredLine[] = []
  for (let i = 0; i < n; i++) lines.push(await writer.put(unchecked))
  return lines
}
