import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Hono } from 'hono'

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The built dashboard: one page for `/` and `/join`, and its assets, whose names carry a hash. */
export function pageRoutes(folder: string): Hono {
  const routes = new Hono()
  routes.use('*', async (c, next) => {
    await next()
    c.res.headers.set('content-security-policy', CSP)
    c.res.headers.set('referrer-policy', 'no-referrer')
    c.res.headers.set('x-content-type-options', 'nosniff')
    c.res.headers.set('cross-origin-opener-policy', 'same-origin')
  })
  const page = async (status: 200 | 404) =>
    new Response(await readFile(join(folder, 'index.html'), 'utf8'), {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    })
  for (const path of ['/', '/join']) routes.get(path, () => page(200))
  // Names are matched, never joined as given: no path can lead out of the folder.
  routes.get('/assets/:name{[A-Za-z0-9_-]+\\.[A-Za-z0-9._-]*(?:js|css|svg)}', async (c) => {
    const name = c.req.param('name')
    const bytes = await readAsset(join(folder, 'assets', name))
    if (!bytes) return c.notFound()
    return c.body(bytes, 200, { 'content-type': TYPES[extname(name)]!, 'cache-control': 'public, max-age=31536000, immutable' })
  })
  // A person who mistyped gets a page that says so; a program gets the problem document, as everywhere.
  routes.get('*', async (c, next) => {
    const isPerson = c.req.header('accept')?.includes('text/html') && !/^\/(?:v1|api|assets)\//.test(c.req.path)
    return isPerson ? page(404) : next()
  })
  return routes
}

async function readAsset(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
