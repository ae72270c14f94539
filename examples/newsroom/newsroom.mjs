import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { openManuscript } from './manuscript.mjs'

const pages = fileURLToPath(new URL('./dist', import.meta.url))

/** The CMS's own account in the account book, and its users. */
export const account = 'web:www.shiqiao.example'
export const people = [
  { id: 'per_AAAAAAAAAAAAAAAAAAAAAA', name: '王谷雨', roles: ['handler'] },
  { id: 'per_BBBBBBBBBBBBBBBBBBBBBA', name: '赵芒种', roles: ['deputy-head'] },
  { id: 'per_CCCCCCCCCCCCCCCCCCCCCA', name: '陈白露', roles: ['head', 'main-leader'] },
]
const LOGIN = 'newsroom-person'

/**
 * A small CMS: its users log in (without a password, it is an example), write a manuscript, sign it, and publish. `joinLink` gives the
 * page a fresh link with which its browser joins the endpoint. `seen` is told of every article that is published.
 *
 * @param {{ port?: number, endpoint: string, joinLink: () => Promise<string>, seen?: (article: { title: string, html: string }) => void }} parts
 */
export async function openNewsroom({ port = 0, endpoint, joinLink, seen = () => {} }) {
  const articles = []
  const manuscript = openManuscript()
  const app = new Hono()
  const personOf = (c) => people.find(({ id }) => id === getCookie(c, LOGIN)) ?? people[0]
  const bodyOf = (c) => c.req.json().catch(() => undefined)
  const answer = (c, { status, body }) => c.json(body, status)

  app.get('/api/qianshao', async (c) => c.json({ endpoint, joinLink: await joinLink(), account, people, person: personOf(c).id }))
  app.put('/api/login', async (c) => {
    const { person } = (await bodyOf(c)) ?? {}
    if (!people.some(({ id }) => id === person)) return c.json({ problem: '没有这个用户。' }, 400)
    setCookie(c, LOGIN, person, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.json({ person })
  })
  app.get('/api/manuscript', (c) => answer(c, manuscript.read()))
  app.put('/api/manuscript', async (c) => answer(c, manuscript.save(await bodyOf(c))))
  app.get('/api/manuscript/review', (c) => answer(c, manuscript.review()))
  app.post('/api/manuscript/review', async (c) => answer(c, manuscript.change(personOf(c), await bodyOf(c))))
  app.get('/api/articles', (c) => c.json(articles.map(({ title, at }) => ({ title, at })).reverse()))
  app.post('/api/articles', async (c) => {
    const { status, body } = manuscript.publish(personOf(c), await bodyOf(c))
    if (status !== 201) return c.json(body, status)
    articles.push(body)
    seen(body)
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
