import { Hono, type Context as RequestContext } from 'hono'
import * as z from 'zod/mini'
import type { Context } from '../context.ts'
import type { SessionShape } from '../dashboard/shapes.ts'
import { Refused } from '../problem.ts'
import { createRateLimit } from '../rate-limit.ts'
import { readBody } from '../read-body.ts'
import { isPasswordRight } from '../session/password.ts'
import { endSession, requireSession, startSession } from '../session/session.ts'
import { remoteAddress } from './remote-address.ts'

const credentials = z.strictObject({ name: z.string().check(z.maxLength(40)), password: z.string().check(z.maxLength(200)) })

// Compared with when the name is unknown, so that the answer takes as long. It is the hash of nothing: no password fits.
const NOBODY = `scrypt$131072$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Signing in and out of the dashboard. */
export function sessionRoutes(context: Context): Hono {
  const { store, clock, log } = context
  const { rootIsHere } = context.keys
  const perAddress = createRateLimit(clock, 5)
  const perName = createRateLimit(clock, 10)
  const routes = new Hono()

  routes.get('/', async (c) => {
    const { administrator, csrf } = await requireSession(context, c)
    return c.json({ administrator, csrf, rootIsHere } satisfies SessionShape)
  })

  routes.post('/', async (c) => {
    refuseForeignPage(c)
    const { name, password } = await readCredentials(c)
    if (!perAddress.take(remoteAddress(c)) || !perName.take(name)) {
      throw new Refused('slow-down', '试得太频繁，请等一分钟再登录。', { retryAfter: 60 })
    }
    const administrator = await store.administrator(name)
    const isRight = await isPasswordRight(password, administrator?.password ?? NOBODY)
    if (!administrator || !isRight) {
      log({ event: 'sign-in', ok: 0 })
      throw new Refused('sign-in', '登录名或密码不对，请再核对一遍。')
    }
    perAddress.giveBack(remoteAddress(c))
    perName.giveBack(name)
    log({ event: 'sign-in', ok: 1 })
    const { csrf } = await startSession(context, c, name)
    return c.json({ administrator: name, csrf, rootIsHere } satisfies SessionShape)
  })

  routes.delete('/', async (c) => {
    await endSession(context, c, await requireSession(context, c))
    return c.body(null, 204)
  })
  return routes
}

async function readCredentials(c: RequestContext) {
  try {
    return credentials.parse(JSON.parse(Buffer.from(await readBody(c.req.raw, 2_048)).toString('utf8')))
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('malformed', '请填写登录名和密码。')
  }
}

// There is no CSRF token before a session; the browser itself says where a request comes from.
function refuseForeignPage(c: RequestContext): void {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused('not-allowed', '请在看板自己的页面上登录。')
}
