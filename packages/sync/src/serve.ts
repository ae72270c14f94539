import { existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import type { PolicyPack, WorkCalendar } from '@qianshao/rules-core'
import { createApp } from './app.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { EndpointKeys } from './crypto/endpoint-keys.ts'
import { loadKeys } from './crypto/load-keys.ts'
import { type MadeJoinCode, makeJoinCode } from './join/join-code.ts'
import type { Log } from './log.ts'
import { firstAdministrator } from './session/administrator.ts'
import { openSqliteStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

export interface ServeParts {
  packs: readonly PolicyPack[]
  clock?: Clock
  calendar?: WorkCalendar
  log?: Log
  /** Folder of the built dashboard; by default the one that was built beside this file. */
  dashboardFolder?: string
}

/** A running endpoint. `close` answers what is under way, then closes the database. */
export interface Endpoint {
  url: string
  store: Store
  keys: EndpointKeys
  clock: Clock
  packs: readonly PolicyPack[]
  /** The administrator made at the very first start; the password is in no file, only here, once. */
  firstAdministrator: { name: string; password: string } | undefined
  makeJoinCode(office: string): Promise<MadeJoinCode>
  close(): Promise<void>
}

/** Opens the database and the keys, and listens. */
export async function serve(config: Config, parts: ServeParts): Promise<Endpoint> {
  const { packs, clock = systemClock, log = () => {} } = parts
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  mkdirSync(dirname(config.databaseFile), { recursive: true, mode: 0o700 })
  const store = openSqliteStore(config.databaseFile)
  try {
    const listening = await listen(config)
    // Port 0 lets the system choose, which is known only now.
    const publicUrl = config.port === 0 ? config.publicUrl.replace(/:0$/, `:${listening.port}`) : config.publicUrl
    const keys = loadKeys(join(config.dataDir, 'keys'), publicUrl, clock.now(), !(await store.hasDevices()))
    const first = await firstAdministrator({ store, clock })
    const dashboardFolder = parts.dashboardFolder ?? builtDashboard()
    const app = createApp({
      store,
      keys,
      packs,
      publicUrl,
      clock,
      log,
      ...(parts.calendar && { calendar: parts.calendar }),
      ...(dashboardFolder !== undefined && { dashboardFolder }),
    })
    listening.answerWith(app.fetch)
    log({ event: 'started', packs: packs.length })
    return {
      url: publicUrl,
      store,
      keys,
      clock,
      packs,
      firstAdministrator: first,
      makeJoinCode: (office) => makeJoinCode({ store, keys, clock, publicUrl }, office),
      close: async () => {
        await listening.close()
        await store.close()
        log({ event: 'stopped' })
      },
    }
  } catch (cause) {
    await store.close()
    throw cause
  }
}

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

async function listen({ host, port }: Config) {
  let answer: Fetch | undefined
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) =>
      answer?.(request, env) ?? new Response(null, { status: 503, headers: { 'retry-after': '1' } }),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new Error(`serve: 端口 ${port} 已被占用，请用 PORT 换一个。`, { cause }) : cause)
    })
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    answerWith(fetch: Fetch) {
      answer = fetch
    },
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((cause) => (cause ? reject(cause) : resolve()))
        // Browsers keep idle connections open for minutes; those under way are let finish.
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

// Beside the bundle after a build, and beside `src` when running from the source.
function builtDashboard(): string | undefined {
  return ['./dashboard', '../dist/dashboard']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((folder) => existsSync(join(folder, 'assets')) && existsSync(join(folder, 'index.html')))
}
