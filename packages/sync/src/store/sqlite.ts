import Database from 'libsql'
import { createGroupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { administratorRow, sessionRow } from './rows.ts'
import { sqliteAccountBook } from './sqlite-account-book.ts'
import { sqliteDutyRegister } from './sqlite-duty-register.ts'
import { sqliteLedger } from './sqlite-ledger.ts'
import { sqliteOffices } from './sqlite-offices.ts'
import type { Store } from './store.ts'

// Rows of the endpoint itself stand under this office; no office can have the name, because of the underscore.
const ENDPOINT = '_endpoint'

/** Opens or makes a SQLite database. Durable before an answer: write-ahead log, flushed at every commit (protocol.md §4.3). */
export function openSqliteStore(file: string): Store {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('busy_timeout = 5000')
  migrate(db)
  const write = createGroupCommit((sql) => db.exec(sql))
  let open = true

  const putAdministrator = db.prepare(
    `INSERT INTO administrator (office, name, password, created_at) VALUES ('${ENDPOINT}', ?, ?, ?)
     ON CONFLICT (office, name) DO UPDATE SET password = excluded.password`,
  )
  const oneAdministrator = db.prepare(`SELECT * FROM administrator WHERE office = '${ENDPOINT}' AND name = ?`)
  const anyAdministrator = db.prepare(`SELECT 1 AS n FROM administrator WHERE office = '${ENDPOINT}' LIMIT 1`)
  const putSession = db.prepare(`INSERT INTO session (office, hash, administrator, csrf, expires_at) VALUES ('${ENDPOINT}', ?, ?, ?, ?)`)
  const dropOld = db.prepare(`DELETE FROM session WHERE office = '${ENDPOINT}' AND administrator = ? AND expires_at < ?`)
  const oneSession = db.prepare(`SELECT * FROM session WHERE office = '${ENDPOINT}' AND hash = ?`)
  const endSession = db.prepare(`DELETE FROM session WHERE office = '${ENDPOINT}' AND hash = ?`)

  return {
    ...sqliteOffices(db, write),
    ...sqliteAccountBook(db, write),
    ...sqliteDutyRegister(db, write),
    ...sqliteLedger(db, write),
    putAdministrator: ({ name, password, createdAt }) =>
      write(() => {
        putAdministrator.run(name, password, createdAt)
      }),
    administrator: async (name) => {
      const row = oneAdministrator.get(name)
      if (row === undefined) return undefined
      const { password, created_at } = administratorRow.parse(row)
      return { name, password, createdAt: created_at }
    },
    hasAdministrator: async () => anyAdministrator.get() !== undefined,
    putSession: ({ hash, administrator, csrf, expiresAt }) =>
      write(() => {
        dropOld.run(administrator, expiresAt - 86_400_000)
        putSession.run(hash, administrator, csrf, expiresAt)
      }),
    session: async (hash) => {
      const row = oneSession.get(hash)
      if (row === undefined) return undefined
      const { administrator, csrf, expires_at } = sessionRow.parse(row)
      return { hash, administrator, csrf, expiresAt: expires_at }
    },
    endSession: (hash) =>
      write(() => {
        endSession.run(hash)
      }),
    close: async () => {
      if (!open) return
      await write(() => undefined)
      open = false
      db.close()
    },
  }
}
