import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { storeContract } from '../testing/store-contract.ts'
import { openSqliteStore } from './sqlite.ts'

function createPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-store-'))
  const file = join(folder, 'db')
  return { file, open: () => openSqliteStore(file), remove: () => rmSync(folder, { recursive: true }) }
}

storeContract('sqlite store', createPlace)

test('a database written by a newer version is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-store-'))
  const file = join(folder, 'db')
  await openSqliteStore(file).close()
  const db = new Database(file)
  db.exec("INSERT INTO migration VALUES ('9999-future.sql')")
  db.close()
  expect(() => openSqliteStore(file)).toThrow('9999-future.sql')
  rmSync(folder, { recursive: true })
})

test('a device of the first version is kept, and waits to be compared', async () => {
  const place = createPlace()
  const db = new Database(place.file)
  db.exec('CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY) STRICT')
  db.exec(readFileSync(new URL('migrations/0001-ledger.sql', import.meta.url), 'utf8'))
  db.exec("INSERT INTO migration VALUES ('0001-ledger.sql')")
  db.exec("INSERT INTO device (office, id, name, host, joined_at) VALUES ('one', 'dev_1', '电脑', 'extension', 5)")
  db.exec("INSERT INTO certificate VALUES ('one', 'kid', 'dev_1', 'a.b.c', '{}', 'extension', 1, 9)")
  db.close()
  const store = place.open()
  expect(await store.devices('one')).toMatchObject([{ id: 'dev_1', joinedAt: 5, comparedAt: null }])
  await store.close()
  place.remove()
})
