import { accountBook } from '@qianshao/rules-core'
import type Database from 'libsql'
import * as z from 'zod/mini'
import type { Store } from './store.ts'

type Write = <T>(work: () => T) => Promise<T>

const row = z.object({ office: z.string(), records: z.string(), updated_at: z.int() })

/** Account books in SQLite, one a row. */
export function sqliteAccountBook(db: Database.Database, write: Write): Pick<Store, 'putAccountBook' | 'accountBook'> {
  const put = db.prepare(
    `INSERT INTO account_book (office, records, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (office) DO UPDATE SET records = excluded.records, updated_at = excluded.updated_at`,
  )
  const one = db.prepare('SELECT * FROM account_book WHERE office = ?')
  return {
    putAccountBook: ({ office, records, updatedAt }) =>
      write(() => {
        put.run(office, JSON.stringify(records), updatedAt)
      }),
    accountBook: async (office) => {
      const found = one.get(office)
      if (found === undefined) return undefined
      const { records, updated_at } = row.parse(found)
      return { office, records: accountBook.parse(JSON.parse(records)), updatedAt: updated_at }
    },
  }
}
