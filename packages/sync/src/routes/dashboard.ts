import { beijingDay } from '@qianshao/rules-core'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Context } from '../context.ts'
import type { Duties, Entries, EntryDetail, Guidance, Overview } from '../dashboard/shapes.ts'
import { entryKind, figureName } from '../dashboard/shapes.ts'
import { Refused } from '../problem.ts'
import { requireSession } from '../session/session.ts'
import { dutyCalendar } from '../view/duty-calendar.ts'
import { dutyLines } from '../view/duty-lines.ts'
import { entriesPage } from '../view/entries-page.ts'
import { entryDetail } from '../view/entry-detail.ts'
import { entryLine } from '../view/entry-line.ts'
import { guidanceLines } from '../view/guidance-lines.ts'
import { overviewOf } from '../view/overview.ts'
import { accountRoutes } from './accounts.ts'
import { officeRoutes } from './offices.ts'
import { registerRoutes } from './registers.ts'
import { sessionRoutes } from './session.ts'

const office = z.optional(z.string().check(z.maxLength(64)))
const overviewQuery = z.object({ period: z._default(z.enum(['week', 'month', 'quarter']), 'month'), office })
const entriesQuery = z.object({
  office,
  kind: z.optional(entryKind),
  figure: z.optional(figureName),
  from: z.optional(z.iso.date()),
  before: z.optional(z.string().check(z.regex(/^\d{1,15}\.[0-9a-f-]{36}$/))),
})

/** What the dashboard's pages read and write, all behind a session. Device signatures mean nothing here. */
export function dashboardRoutes(context: Context): Hono {
  const { store, clock } = context
  const routes = new Hono()
  routes.use('*', async (c, next) => {
    await next()
    c.res.headers.set('cache-control', 'no-store')
    c.res.headers.set('x-content-type-options', 'nosniff')
  })
  routes.route('/session', sessionRoutes(context))
  routes.use('*', async (c, next) => {
    await requireSession(context, c)
    await next()
  })
  routes.route('/offices', officeRoutes(context))
  routes.route('/accounts', accountRoutes(context))
  routes.route('/registers', registerRoutes(context))

  routes.get('/overview', async (c) => {
    const query = parseQuery(overviewQuery, c.req.query())
    const { lines } = await dutyLines(context, query.office)
    return c.json((await overviewOf(context, query.period, query.office, lines)) satisfies Overview)
  })

  routes.get('/duties', async (c) => {
    const query = parseQuery(z.object({ office }), c.req.query())
    const now = clock.now()
    const offices = await registers(context)
    return c.json({ asOf: now, today: beijingDay(now), offices, ...(await dutyLines(context, query.office)) } satisfies Duties)
  })

  routes.get('/duties.ics', async (c) => {
    const query = parseQuery(z.object({ office }), c.req.query())
    const now = clock.now()
    const { lines } = await dutyLines(context, query.office)
    return c.body(dutyCalendar(lines, now, beijingDay(now)), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="qianshao-duties.ics"',
    })
  })

  routes.get('/guidance', async (c) => {
    const query = parseQuery(z.object({ office }), c.req.query())
    return c.json({ asOf: clock.now(), ...(await guidanceLines(context, query.office)) } satisfies Guidance)
  })

  routes.get('/entries', async (c) => {
    const query = parseQuery(entriesQuery, c.req.query())
    const { rows, more } = await entriesPage(store, { ...query, before: query.before === undefined ? undefined : cursor(query.before) })
    const offices = new Map((await store.offices()).map((found) => [found.id, found]))
    const lines = rows.map((row) => entryLine(row, offices.get(row.office)))
    return c.json({ asOf: clock.now(), lines, more } satisfies Entries)
  })

  routes.get('/entries/:office/:id', async (c) => {
    const detail = await entryDetail(context, c.req.param('office'), c.req.param('id'))
    if (!detail) throw new Refused('not-found', '没有这条记录。')
    return c.json(detail satisfies EntryDetail)
  })
  return routes
}

async function registers({ store }: Context): Promise<Duties['offices']> {
  return Promise.all(
    (await store.offices()).map(async ({ id, name }) => {
      const register = await store.dutyRegister(id)
      return { id, name, registered: register?.events.length ?? 0, updatedAt: register?.updatedAt ?? null }
    }),
  )
}

function cursor(before: string): { at: number; id: string } {
  const [at = '', id = ''] = before.split('.')
  return { at: Number(at), id }
}

function parseQuery<T>(schema: z.ZodMiniType<T>, query: Record<string, string>): T {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  throw new Refused('malformed', '地址里的筛选条件不对，请从页面重新选择。', { path: `/${parsed.error.issues[0]!.path.join('/')}` })
}
