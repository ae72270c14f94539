import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { storeContract } from '../testing/store-contract.ts'
import { openSqliteStore } from './sqlite.ts'

function createPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-store-'))
  return { open: () => openSqliteStore(join(folder, 'db')), remove: () => rmSync(folder, { recursive: true }) }
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
