import { expect, test } from 'vitest'
import { memoryStore } from '../outbox/memory-store.ts'
import { openOutbox } from '../outbox/outbox.ts'
import type { OutboxEntry } from '../outbox/outbox-port.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { createJournal } from './journal.ts'

const entry: OutboxEntry = { kind: 'unchecked', why: 'unreadable', published: true, acct: 'web:www.example.gov.cn' }

function settings() {
  const kept = new Map<string, string>()
  return { get: (key: string) => kept.get(key) ?? null, set: (key: string, value: string) => void kept.set(key, value) }
}

test('what was noted before the page went away is stored by the next page, once', async () => {
  const clock = fakeClock()
  const kept = settings()
  const gone = openOutbox({ store: memoryStore(), clock })
  createJournal(kept, { ...gone, put: () => new Promise(() => {}) }, clock).write(entry)

  const outbox = openOutbox({ store: memoryStore(), clock })
  createJournal(kept, outbox, clock).recover(new AbortController().signal)
  expect((await outbox.list()).waiting).toHaveLength(0)
  clock.pass(10_000)
  await expect.poll(async () => (await outbox.list()).waiting.length).toBe(1)
  createJournal(kept, outbox, clock).recover(new AbortController().signal)
  clock.pass(20_000)
  expect((await outbox.list()).waiting).toHaveLength(1)
})

test('what was stored is not stored again', async () => {
  const clock = fakeClock()
  const kept = settings()
  const outbox = openOutbox({ store: memoryStore(), clock })
  createJournal(kept, outbox, clock).write(entry)
  await expect.poll(() => kept.get('unstored')).toBe('[]')
  expect((await outbox.list()).waiting).toHaveLength(1)
})

test.each(['{', '[{"n":1}]', 'null'])('a note that is not one (%s) stores nothing', async (text) => {
  const clock = fakeClock()
  const kept = settings()
  kept.set('unstored', text)
  const outbox = openOutbox({ store: memoryStore(), clock })
  createJournal(kept, outbox, clock).recover(new AbortController().signal)
  clock.pass(20_000)
  expect((await outbox.list()).waiting).toHaveLength(0)
})
