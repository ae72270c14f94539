import type { OwedDuties } from '@qianshao/rules-core'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { Refused } from '../problem.ts'
import { createRateLimit } from '../rate-limit.ts'
import { dutyLines } from '../view/duty-lines.ts'
import { refuseForeignOrigin } from './cors.ts'
import { signedBy } from './signed-by.ts'

const NOTHING = new Uint8Array(0)
// Asked for when a panel or a popup is opened.
const QUESTIONS_PER_MINUTE = 30

/** `GET /v1/duties`: what the device's own office owes by a date, as its own panel shows it. */
export function dutyRoutes(context: Context): Hono {
  const { store, clock } = context
  const perDevice = createRateLimit(clock, QUESTIONS_PER_MINUTE)
  const routes = new Hono()
  routes.get('/duties', async (c) => {
    const { device, headers } = await signedBy(context, c.req.raw, NOTHING)
    if (!perDevice.take(headers.keyid)) throw new Refused('slow-down', '问得太频繁，请稍后再看。', { retryAfter: 30 })
    await refuseForeignOrigin(store, device.office, c.req.header('origin'), device.host)
    const { lines } = await dutyLines(context, device.office)
    return c.json({ asOf: clock.now(), lines: lines.map(({ office: _, officeName: _name, ...line }) => line) } satisfies OwedDuties)
  })
  return routes
}
