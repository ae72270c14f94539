import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { batchAnswer } from '@qianshao/rules-core'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseConfig } from './config.ts'
import { seedOffice } from './seed-office.ts'
import { serve } from './serve.ts'
import { openSqliteStore } from './store/sqlite.ts'
import { createTestDevice } from './testing/device.ts'
import { officeForm, pack } from './testing/open-endpoint.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshao-serve-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = () => serve(parseConfig({ PORT: '0', DATA_DIR: folder }), { packs: [pack] })

test('the first start makes keys for the owner only and one administrator, the second finds them', async () => {
  const first = await start()
  expect(first.firstAdministrator).toMatchObject({ name: 'admin', password: expect.stringMatching(/^(?:\w{4}-){3}\w{4}$/) })
  const kid = first.keys.root.kid
  expect(statSync(join(folder, 'keys/endpoint.json')).mode & 0o777).toBe(0o600)
  expect((await (await fetch(`${first.url}/v1/hello`)).json()) as object).toMatchObject({
    protocol: [1],
    authority: first.keys.authority.kid,
  })
  await first.close()
  const second = await start()
  expect([second.keys.root.kid, second.firstAdministrator]).toEqual([kid, undefined])
  await second.close()
})

test('keys are not made anew beside a database that has devices', async () => {
  const endpoint = await start()
  await seedOffice(endpoint, officeForm)
  const { code } = await endpoint.makeJoinCode(officeForm.id)
  const device = createTestDevice({ authority: endpoint.keys.authority.kid, now: Date.now, base: endpoint.url })
  expect((await fetch(device.request('/v1/join', JSON.stringify(device.joinRequest(code))))).status).toBe(200)
  await endpoint.close()
  rmSync(join(folder, 'keys'), { recursive: true })
  await expect(start()).rejects.toThrow('从备份恢复')
  writeFileSync(join(folder, 'taken'), '')
  await expect(serve(parseConfig({ PORT: '0', DATA_DIR: join(folder, 'taken') }), { packs: [] })).rejects.toThrow()
})

test('everything acknowledged is there after kill -9', async () => {
  // Beside the dependencies, so that the bundle finds them.
  const built = mkdtempSync(fileURLToPath(new URL('../node_modules/.durable-', import.meta.url)))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { resolve: { conditions: ['qianshao-source', 'module', 'import', 'default'] } },
    build: { ssr: fileURLToPath(new URL('testing/durable-server.ts', import.meta.url)), outDir: built },
  })
  cpSync(new URL('store/migrations', import.meta.url), join(built, 'migrations'), { recursive: true })
  const child = spawn(process.execPath, [join(built, 'durable-server.js')], {
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { url, code, authority } = await firstLine(child)
  const device = createTestDevice({ authority, now: Date.now, base: url })
  expect((await fetch(device.request('/v1/join', JSON.stringify(device.joinRequest(code))))).status).toBe(200)

  const acknowledged: string[] = []
  const sending = Array.from({ length: 12 }, async () => {
    for (;;) {
      const lines = [device.line(), device.line()]
      try {
        const answer = await fetch(device.request('/v1/ledger', lines.map((line) => `${line}\n`).join('')))
        const { results } = batchAnswer.parse(await answer.json())
        results.forEach((result, i) => {
          if (result.s === 'stored') acknowledged.push(lines[i]!)
        })
      } catch (error) {
        // The server is gone: that is what this test is for.
        if (error instanceof TypeError) return
        throw error
      }
      if (acknowledged.length >= 60) child.kill('SIGKILL')
    }
  })
  await Promise.all(sending)
  const store = openSqliteStore(join(folder, 'data/qianshao.db'))
  const stored = new Set((await store.entries({})).map(({ line }) => line))
  await store.close()
  rmSync(built, { recursive: true })
  expect(acknowledged.length).toBeGreaterThanOrEqual(60)
  expect(acknowledged.filter((line) => !stored.has(line))).toEqual([])
}, 60_000)

test.each([
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: 'http' }, 'PORT'],
  [{ DATABASE_URL: 'postgres://somewhere/db' }, 'DATABASE_URL 只支持 file:'],
  [{ HOST: '0.0.0.0' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'sync.example/' }, 'PUBLIC_URL'],
])('the environment %j is refused with the reason', (env, reason) => {
  expect(() => parseConfig(env)).toThrow(reason)
})

test('defaults are for this machine only', () => {
  expect(parseConfig({ DATA_DIR: '/d' })).toEqual({
    port: 8787,
    host: '127.0.0.1',
    dataDir: '/d',
    databaseFile: '/d/qianshao.db',
    publicUrl: 'http://127.0.0.1:8787',
  })
  expect(parseConfig({ DATA_DIR: '/d', DATABASE_URL: 'file:/e/x.db' }).databaseFile).toBe('/e/x.db')
})

test('a database that cannot be read is said plainly and left as it is', async () => {
  writeFileSync(join(folder, 'qianshao.db'), 'no database, but something else entirely, long enough to be looked at')
  await expect(start()).rejects.toThrow()
  expect(readFileSync(join(folder, 'qianshao.db'), 'utf8')).toMatch(/^no database/)
})

async function firstLine(child: ChildProcess): Promise<{ url: string; code: string; authority: string }> {
  const [bytes] = (await once(child.stdout!, 'data')) as [Buffer]
  return JSON.parse(bytes.toString('utf8'))
}
