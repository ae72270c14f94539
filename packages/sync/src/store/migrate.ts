import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type Database from 'libsql'

/** Brings the database to the newest shape: each numbered file once, in order, each in a transaction of its own. */
export function migrate(db: Database.Database): void {
  db.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY) STRICT')
  const done = new Set((db.prepare('SELECT name FROM migration').all() as { name: string }[]).map(({ name }) => name))
  const folder = migrationFolder()
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const unknown = [...done].filter((name) => !files.includes(name))
  if (unknown.length > 0) {
    throw new Error(`migrate: 数据库由更新的版本写过（${unknown.join('、')}）。请用那个版本启动，或恢复更早的备份。`)
  }
  for (const name of files) {
    if (done.has(name)) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(readFileSync(`${folder}/${name}`, 'utf8'))
      db.prepare('INSERT INTO migration (name) VALUES (?)').run(name)
      db.exec('COMMIT')
    } catch (cause) {
      db.exec('ROLLBACK')
      throw new Error(`migrate: ${name} 没有做完，数据库保持原样。`, { cause })
    }
  }
}

// Beside this file in the source, and beside the bundle after a build.
function migrationFolder(): string {
  const folder = fileURLToPath(new URL('./migrations', import.meta.url))
  if (!existsSync(folder)) throw new Error(`migrate: 找不到 ${folder}，请重新安装。`)
  return folder
}
