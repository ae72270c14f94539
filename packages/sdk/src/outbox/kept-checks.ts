import * as z from 'zod/mini'
import type { StoredLine } from './outbox-port.ts'

const BEIJING_MS = 8 * 3_600_000
const routine = z.object({ kind: z.literal('check'), at: z.number() })

/** The `check` entries that may go when room is short: all but the newest of each Beijing day (protocol.md §4.4). Lines oldest first. */
export function mergeableChecks(lines: readonly StoredLine[]): readonly StoredLine[] {
  const newest = new Map<number, StoredLine>()
  const older: StoredLine[] = []
  for (const line of lines) {
    const parsed = routine.safeParse(JSON.parse(line.line))
    if (!parsed.success) continue
    const day = Math.floor((parsed.data.at + BEIJING_MS) / 86_400_000)
    const before = newest.get(day)
    if (before) older.push(before)
    newest.set(day, line)
  }
  return older
}
