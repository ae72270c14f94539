import type { Context } from 'hono'
import * as z from 'zod/mini'

const environment = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.optional(z.string()) }) }) })

/** The peer's address, for rate limits only; it is neither logged nor stored. */
export function remoteAddress(c: Context): string {
  const parsed = environment.safeParse(c.env)
  return (parsed.success && parsed.data.incoming.socket.remoteAddress) || 'unknown'
}
