import type { MiddlewareHandler } from 'hono'
import { Refused } from '../problem.ts'
import type { Store } from '../store/store.ts'

const HEADERS = 'content-type, content-encoding, content-digest, signature-input, signature'

/**
 * Lets pages of registered origins call the device routes (protocol.md §3.6). A preflight does not say whose device asks,
 * so it is answered for any office's origin; `refuseForeignOrigin` compares with the device's own office afterwards.
 */
export function cors(store: Store): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const isRegistered = origin !== undefined && (await store.offices()).some((office) => office.origins.includes(origin))
    if (c.req.method === 'OPTIONS') {
      const headers: Record<string, string> = { vary: 'origin' }
      if (isRegistered) {
        headers['access-control-allow-origin'] = origin
        headers['access-control-allow-methods'] = 'POST, GET'
        headers['access-control-allow-headers'] = HEADERS
        headers['access-control-max-age'] = '600'
      }
      return new Response(null, { status: 204, headers })
    }
    await next()
    c.res.headers.append('vary', 'origin')
    if (isRegistered) c.res.headers.set('access-control-allow-origin', origin)
  }
}

/** Refuses a page device whose page is not registered for its office, or that speaks from another page than it joined from. */
export async function refuseForeignOrigin(store: Store, office: string, origin: string | undefined, host: string): Promise<void> {
  if (!host.startsWith('page:')) return
  const page = host.slice('page:'.length)
  const isRegistered = (await store.office(office))?.origins.includes(page) ?? false
  if (!isRegistered || (origin !== undefined && origin !== page)) {
    throw new Refused('not-allowed', '这个网页没有在本单位登记，请管理员在“单位”里登记它的地址。')
  }
}
