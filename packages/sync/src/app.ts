import type { PolicyPack, WorkCalendar } from '@qianshao/rules-core'
import { Hono } from 'hono'
import { type Clock, systemClock } from './clock.ts'
import type { Context } from './context.ts'
import type { EndpointKeys } from './crypto/endpoint-keys.ts'
import { createUuid7 } from './ids.ts'
import type { Log } from './log.ts'
import { problemResponse, Refused } from './problem.ts'
import { cors } from './routes/cors.ts'
import { dashboardRoutes } from './routes/dashboard.ts'
import { dutyRoutes } from './routes/duties.ts'
import { helloRoutes } from './routes/hello.ts'
import { joinRoutes } from './routes/join.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { pageRoutes } from './routes/pages.ts'
import type { Store } from './store/store.ts'

export interface AppParts {
  store: Store
  keys: EndpointKeys
  packs: readonly PolicyPack[]
  /** The address that people and devices use, without a slash at the end. */
  publicUrl: string
  /** Folder of the built dashboard. Absent: only the device routes are served. */
  dashboardFolder?: string
  clock?: Clock
  /** Working days, for duties counted in them. Absent: such duties cannot be computed, and say so. */
  calendar?: WorkCalendar
  log?: Log
}

/** The endpoint's routes, without listening: `app.fetch(request)` answers. */
export function createApp(parts: AppParts): Hono {
  const { store, keys, packs, publicUrl, dashboardFolder, clock = systemClock, log = () => {} } = parts
  const calendar = parts.calendar ?? { isWorkingDay: () => undefined }
  const context: Context = { store, keys, packs, publicUrl, clock, calendar, log, uuid7: createUuid7(() => clock.now()) }
  const app = new Hono()

  app.onError((error, c) => {
    if (error instanceof Refused) {
      log({ event: 'refused', code: error.code, route: c.req.path.startsWith('/v1/') ? c.req.path : 'dashboard' })
      return problemResponse(error, clock.now())
    }
    // The message may quote what was sent, so only the place is logged.
    log({
      event: 'fault',
      where:
        error.stack
          ?.split('\n')[1]
          ?.trim()
          .replace(/^at /, '')
          .replace(/\(.*\/(src|dist)\//, '($1/') ?? error.name,
    })
    return problemResponse(new Refused('busy', '服务端暂时不能处理，记录留在本机，稍后会自动再发。', { retryAfter: 30 }), clock.now())
  })
  app.notFound(() => problemResponse(new Refused('not-found', '没有这个地址。'), clock.now()))

  app.use('/v1/*', cors(store))
  app.use('/v1/*', async (c, next) => {
    await next()
    c.res.headers.set('cache-control', 'no-store')
    c.res.headers.set('x-content-type-options', 'nosniff')
  })
  for (const routes of [helloRoutes, joinRoutes, ledgerRoutes, dutyRoutes]) app.route('/v1', routes(context))
  app.route('/api', dashboardRoutes(context))
  if (dashboardFolder !== undefined) app.route('/', pageRoutes(dashboardFolder))
  return app
}
