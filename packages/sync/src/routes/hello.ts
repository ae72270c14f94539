import { type Hello, limits } from '@qianshao/rules-core'
import { Hono } from 'hono'
import type { Context } from '../context.ts'

/** `GET /v1/hello` and `GET /v1/trust` (protocol.md §4.5). Unsigned, the same for everybody. */
export function helloRoutes({ keys, clock }: Context): Hono {
  const routes = new Hono()
  routes.get('/hello', (c) => {
    const answer: Hello = {
      protocol: [1],
      entry: [1],
      receipt: [1],
      authority: keys.authority.kid,
      trustSerial: keys.trustSerial,
      now: clock.now(),
      limits: { lines: limits.batchLines, bytes: limits.batchBytes, compressed: limits.batchCompressedBytes },
    }
    return c.json(answer)
  })
  routes.get('/trust', (c) => c.body(keys.trust, 200, { 'content-type': 'application/jose' }))
  return routes
}
