import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const pages = fileURLToPath(new URL('./dist', import.meta.url))

/** The CMS's own account in the account book, and the people at its desk. */
export const account = 'web:www.shiqiao.example'
export const people = [
  { id: 'per_AAAAAAAAAAAAAAAAAAAAAA', name: '王谷雨', roles: ['handler'] },
  { id: 'per_BBBBBBBBBBBBBBBBBBBBBA', name: '赵芒种', roles: ['deputy-head'] },
  { id: 'per_CCCCCCCCCCCCCCCCCCCCCA', name: '陈白露', roles: ['head', 'main-leader'] },
]

/**
 * A small CMS: it serves the writing page and publishes what is posted to it. `joinLink` gives the page a fresh link with which its
 * browser joins the endpoint. `seen` is told of every article that is published.
 *
 * @param {{ port?: number, endpoint: string, joinLink: () => Promise<string>, seen?: (article: { title: string, html: string }) => void }} parts
 */
export async function openNewsroom({ port = 0, endpoint, joinLink, seen = () => {} }) {
  const articles = []
  const app = new Hono()
  app.get('/api/qianshao', async (c) => c.json({ endpoint, joinLink: await joinLink(), account, people }))
  app.get('/api/articles', (c) => c.json(articles.map(({ title, at }) => ({ title, at })).reverse()))
  app.post('/api/articles', async (c) => {
    const article = await c.req.json().catch(() => undefined)
    if (typeof article?.html !== 'string' || typeof article.title !== 'string') return c.json({ problem: '稿件要有标题和正文' }, 400)
    seen(article)
    articles.push({ title: article.title, html: article.html, at: Date.now() })
    return c.json({ published: articles.length }, 201)
  })
  app.use('/*', async (c, next) => {
    await next()
    c.res.headers.set(
      'content-security-policy',
      `default-src 'self'; connect-src 'self' ${endpoint}; style-src 'self'; frame-ancestors 'none'`,
    )
  })
  app.use('/*', serveStatic({ root: pages }))
  const server = await new Promise((ready, failed) => {
    const listening = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => ready(listening))
    listening.once('error', (cause) => failed(new Error(`端口 ${port} 不能用（${cause.code}），请用 PORT 换一个。`, { cause })))
  })
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => server.close(closed)),
  }
}
