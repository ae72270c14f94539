import { plannedSilence, registeredEvent } from '@qianshao/rules-core'
import type Database from 'libsql'
import * as z from 'zod/mini'
import type { Store } from './store.ts'

type Write = <T>(work: () => T) => Promise<T>

const row = z.object({ office: z.string(), events: z.string(), silences: z.string(), updated_at: z.int() })

/** Registers of events in SQLite, one a row. */
export function sqliteDutyRegister(db: Database.Database, write: Write): Pick<Store, 'putDutyRegister' | 'dutyRegister'> {
  const put = db.prepare(
    `INSERT INTO duty_register (office, events, silences, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (office) DO UPDATE SET events = excluded.events, silences = excluded.silences, updated_at = excluded.updated_at`,
  )
  const one = db.prepare('SELECT * FROM duty_register WHERE office = ?')
  return {
    putDutyRegister: ({ office, events, silences, updatedAt }) =>
      write(() => {
        put.run(office, JSON.stringify(events), JSON.stringify(silences), updatedAt)
      }),
    dutyRegister: async (office) => {
      const found = one.get(office)
      if (found === undefined) return undefined
      const { events, silences, updated_at } = row.parse(found)
      return {
        office,
        events: z.array(registeredEvent).parse(JSON.parse(events)),
        silences: z.array(plannedSilence).parse(JSON.parse(silences)),
        updatedAt: updated_at,
      }
    },
  }
}
