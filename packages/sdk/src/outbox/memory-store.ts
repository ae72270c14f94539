import { EMPTY_TAIL, tailAfter } from './chain.ts'
import { mergeableChecks } from './kept-checks.ts'
import type { AsideLine, OutboxStore, StoredLine } from './outbox-port.ts'

/** For tests, and for browsers that keep nothing: unsent entries go with the page, and the panel says so. */
export function memoryStore(): OutboxStore {
  let tail = EMPTY_TAIL
  let waiting: StoredLine[] = []
  let aside: AsideLine[] = []
  const counted = { delivered: 0, merged: 0, lost: 0 }
  return {
    async append(write) {
      const line = write(tail)
      tail = tailAfter(line)
      waiting.push(line)
      return line
    },
    async oldest(lines, bytes) {
      return withinBytes(waiting.slice(0, lines), bytes)
    },
    async remove(ids) {
      const before = waiting.length
      waiting = waiting.filter(({ id }) => !ids.includes(id))
      counted.delivered += before - waiting.length
    },
    async setAside(id, code) {
      const line = waiting.find((candidate) => candidate.id === id)
      if (!line) return
      waiting = waiting.filter((candidate) => candidate !== line)
      aside.push({ ...line, code })
    },
    async takeBack(codes) {
      const back = aside.filter(({ code }) => codes.includes(code))
      aside = aside.filter((line) => !back.includes(line))
      waiting = [...waiting, ...back.map(({ id, seq, line }) => ({ id, seq, line }))].sort((a, b) => a.seq - b.seq)
      return back.length
    },
    async mergeChecks() {
      const gone = mergeableChecks(waiting)
      waiting = waiting.filter((line) => !gone.includes(line))
      counted.merged += gone.length
      return gone.length
    },
    async countLost() {
      counted.lost += 1
    },
    async count() {
      const size = [...waiting, ...aside].reduce((total, { line }) => total + line.length, 0)
      return { waiting: waiting.length, aside: aside.length, size, ...counted }
    },
    async list() {
      return { waiting: [...waiting], aside: [...aside], ...counted }
    },
    close() {},
  }
}

/** The first lines that fit, at least one. */
export function withinBytes(lines: readonly StoredLine[], bytes: number): readonly StoredLine[] {
  let total = 0
  const fitting = lines.findIndex(({ line }, i) => {
    // A UTF-16 unit is at most three bytes of UTF-8; lines are nearly all ASCII, so this only errs for releases, on the safe side.
    total += (/^[\x20-\x7e]*$/.test(line) ? line.length : line.length * 3) + 1
    return i > 0 && total > bytes
  })
  return fitting < 0 ? lines : lines.slice(0, fitting)
}
