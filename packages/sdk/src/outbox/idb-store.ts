import type { ProfileDatabase, StoredCounts } from '../storage/database.ts'
import { EMPTY_TAIL, tailAfter } from './chain.ts'
import { mergeableChecks } from './kept-checks.ts'
import { withinBytes } from './memory-store.ts'
import type { OutboxStore, StoredLine, Tail } from './outbox-port.ts'

const NO_COUNTS: StoredCounts = { size: 0, delivered: 0, merged: 0, lost: 0 }

/** Entries kept across restarts. Each method is one transaction, so a tab that is closed halfway leaves either all of it or nothing. */
export function idbStore(database: ProfileDatabase): OutboxStore {
  const facts = () => database.transaction(['lines', 'aside', 'facts'], 'readwrite', { durability: 'strict' })
  type Facts = ReturnType<typeof facts>

  const counts = async (within: Facts): Promise<StoredCounts> =>
    ((await within.objectStore('facts').get('counts')) as StoredCounts | undefined) ?? NO_COUNTS
  const change = async (within: Facts, by: Partial<StoredCounts>) => {
    const now = await counts(within)
    const next = { ...now }
    for (const key of ['size', 'delivered', 'merged', 'lost'] as const) next[key] += by[key] ?? 0
    await within.objectStore('facts').put(next, 'counts')
  }
  const drop = async (within: Facts, lines: readonly StoredLine[], by: Partial<StoredCounts>) => {
    for (const { seq } of lines) await within.objectStore('lines').delete(seq)
    await change(within, { ...by, size: -lines.reduce((total, { line }) => total + line.length, 0) })
    await within.done
  }

  return {
    async append(write) {
      const within = facts()
      const tail = ((await within.objectStore('facts').get('tail')) as Tail | undefined) ?? EMPTY_TAIL
      let line: StoredLine
      try {
        line = write(tail)
      } catch (cause) {
        within.abort()
        await within.done.catch(() => undefined)
        throw cause
      }
      await within.objectStore('lines').add(line)
      await within.objectStore('facts').put(tailAfter(line), 'tail')
      await change(within, { size: line.line.length })
      await within.done
      return line
    },
    async oldest(lines, bytes) {
      return withinBytes(await database.getAll('lines', undefined, lines), bytes)
    },
    async remove(ids) {
      const within = facts()
      const found = await Promise.all(ids.map((id) => within.objectStore('lines').index('id').get(id)))
      const lines = found.filter((line) => line !== undefined)
      await drop(within, lines, { delivered: lines.length })
    },
    async setAside(id, code) {
      const within = facts()
      const line = await within.objectStore('lines').index('id').get(id)
      if (line) {
        await within.objectStore('lines').delete(line.seq)
        await within.objectStore('aside').put({ ...line, code })
      }
      await within.done
    },
    async takeBack(codes) {
      const within = facts()
      const back = (await within.objectStore('aside').getAll()).filter(({ code }) => codes.includes(code))
      for (const { id, seq, line } of back) {
        await within.objectStore('aside').delete(id)
        await within.objectStore('lines').put({ id, seq, line })
      }
      await within.done
      return back.length
    },
    async mergeChecks() {
      const within = facts()
      const gone = mergeableChecks(await within.objectStore('lines').getAll())
      await drop(within, gone, { merged: gone.length })
      return gone.length
    },
    async countLost() {
      const within = facts()
      await change(within, { lost: 1 })
      await within.done
    },
    async count() {
      const within = database.transaction(['lines', 'aside', 'facts'])
      const [waiting, aside, counted] = await Promise.all([
        within.objectStore('lines').count(),
        within.objectStore('aside').count(),
        within.objectStore('facts').get('counts') as Promise<StoredCounts | undefined>,
      ])
      return { waiting, aside, ...(counted ?? NO_COUNTS) }
    },
    async list() {
      const within = database.transaction(['lines', 'aside', 'facts'])
      const [waiting, aside, counted] = await Promise.all([
        within.objectStore('lines').getAll(),
        within.objectStore('aside').getAll(),
        within.objectStore('facts').get('counts') as Promise<StoredCounts | undefined>,
      ])
      const { delivered, merged, lost } = counted ?? NO_COUNTS
      return { waiting, aside: aside.sort((a, b) => a.seq - b.seq), delivered, merged, lost }
    },
    close: () => database.close(),
  }
}
