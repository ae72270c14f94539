import { expect, test } from 'vitest'
import { lineHash } from '../outbox/chain.ts'
import type { OutboxStore, StoredLine, Tail } from '../outbox/outbox-port.ts'

/** What every store of the outbox owes. `reopen` gives a store over what the last one kept; leave it out for a store that keeps nothing. */
export function outboxStoreContract(name: string, open: () => Promise<OutboxStore>, reopen?: () => Promise<OutboxStore>): void {
  test(`${name}: lines come back oldest first, byte for byte`, async () => {
    const store = await open()
    await appendMany(store, 3)
    expect((await store.oldest(10, 10_000)).map(({ line }) => line)).toEqual(['{"line":1}', '{"line":2}', '{"line":3}'])
    expect(await store.oldest(2, 10_000)).toHaveLength(2)
  })

  test(`${name}: a batch keeps within its bytes, but is never empty`, async () => {
    const store = await open()
    await appendMany(store, 3)
    expect(await store.oldest(10, 22)).toHaveLength(2)
    expect(await store.oldest(10, 1)).toHaveLength(1)
  })

  test(`${name}: each line follows the one before it, also after that was removed`, async () => {
    const store = await open()
    const tails: Tail[] = []
    const first = await store.append((tail) => remember(tails, tail, 1))
    await store.remove([first.id])
    await store.append((tail) => remember(tails, tail, 2))
    expect(tails).toEqual([
      { seq: 0, prev: null, id: null },
      { seq: 1, prev: lineHash(first.line), id: first.id },
    ])
  })

  test(`${name}: a line that could not be written leaves no trace`, async () => {
    const store = await open()
    const refuse = () => {
      throw new Error('not a line')
    }
    await expect(store.append(refuse)).rejects.toThrow('not a line')
    const tails: Tail[] = []
    await store.append((tail) => remember(tails, tail, 1))
    expect(tails[0]!.seq).toBe(0)
    expect(await store.count()).toMatchObject({ waiting: 1 })
  })

  test(`${name}: lines appended at the same time make one chain`, async () => {
    const store = await open()
    const seqs: number[] = []
    await Promise.all(
      Array.from({ length: 20 }, () =>
        store.append((tail) => {
          seqs.push(tail.seq + 1)
          return lineOf(tail.seq + 1)
        }),
      ),
    )
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  test(`${name}: a refused line is kept apart with its reason, and can be taken back`, async () => {
    const store = await open()
    const [first] = await appendMany(store, 2)
    await store.setAside(first!.id, 'unknown-member')
    expect(await store.count()).toMatchObject({ waiting: 1, aside: 1 })
    expect((await store.list()).aside).toEqual([{ ...first, code: 'unknown-member' }])
    expect(await store.takeBack(['bad-value'])).toBe(0)
    expect(await store.takeBack(['unknown-member'])).toBe(1)
    expect((await store.oldest(10, 10_000))[0]).toEqual(first)
  })

  test(`${name}: removing what is not there changes nothing`, async () => {
    const store = await open()
    const [line] = await appendMany(store, 1)
    await store.remove(['nobody'])
    await store.remove([line!.id])
    await store.remove([line!.id])
    expect(await store.count()).toMatchObject({ waiting: 0, size: 0, delivered: 1 })
  })

  test(`${name}: merging keeps the newest check of a day and everything else`, async () => {
    const store = await open()
    const noon = Date.UTC(2026, 2, 2, 4)
    for (const [kind, at] of [
      ['check', noon],
      ['publish', noon],
      ['check', noon + 3_600_000],
      ['check', noon + 86_400_000],
    ] as const) {
      await store.append((tail) => ({ ...lineOf(tail.seq + 1), line: JSON.stringify({ kind, at }) }))
    }
    expect(await store.mergeChecks()).toBe(1)
    expect((await store.list()).waiting.map(({ seq }) => seq)).toEqual([2, 3, 4])
    await store.countLost()
    expect(await store.count()).toMatchObject({ waiting: 3, merged: 1, lost: 1 })
  })

  test.skipIf(!reopen)(`${name}: everything is there after a restart${reopen ? '' : ' (skipped: it keeps nothing)'}`, async () => {
    const store = await open()
    const [first, second] = await appendMany(store, 2)
    await store.setAside(first!.id, 'conflict')
    const before = await store.list()
    store.close()
    const later = await reopen!()
    expect(await later.list()).toEqual(before)
    const tails: Tail[] = []
    await later.append((tail) => remember(tails, tail, 3))
    expect(tails[0]).toEqual({ seq: 2, prev: lineHash(second!.line), id: second!.id })
  })
}

async function appendMany(store: OutboxStore, n: number): Promise<readonly StoredLine[]> {
  const lines: StoredLine[] = []
  for (let i = 0; i < n; i++) lines.push(await store.append((tail) => lineOf(tail.seq + 1)))
  return lines
}

function remember(tails: Tail[], tail: Tail, n: number): StoredLine {
  tails.push({ ...tail })
  return lineOf(n)
}

function lineOf(seq: number): StoredLine {
  return { id: `id-${seq}`, seq, line: `{"line":${seq}}` }
}
