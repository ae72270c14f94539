import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageRoutes } from './pages.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshao-pages-'))
  mkdirSync(join(folder, 'built/assets'), { recursive: true })
  writeFileSync(join(folder, 'built/index.html'), '<!doctype html><title>前哨</title>')
  writeFileSync(join(folder, 'built/assets/index-B3ivOVsJ.js'), 'void 0')
  writeFileSync(join(folder, 'secret.js'), 'secret')
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string) => pageRoutes(join(folder, 'built')).request(path)

test.each(['/', '/join', '/assets/index-B3ivOVsJ.js'])('%s comes with a policy that allows nothing from elsewhere', async (path) => {
  const answer = await get(path)
  expect(answer.status).toBe(200)
  const policy = answer.headers.get('content-security-policy')!
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
})

test('assets are kept for good, the page is asked again', async () => {
  expect((await get('/assets/index-B3ivOVsJ.js')).headers.get('cache-control')).toContain('immutable')
  expect((await get('/')).headers.get('cache-control')).toBe('no-cache')
})

test('a person at an unknown address gets a page, a program does not', async () => {
  const routes = pageRoutes(join(folder, 'built'))
  const asPerson = (path: string) => routes.request(path, { headers: { accept: 'text/html,*/*;q=0.8' } })
  const answer = await asPerson('/nowhere')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await answer.text()).toContain('<title>前哨</title>')
  for (const path of ['/v1/nowhere', '/api/nowhere', '/assets/none.js']) {
    const other = await asPerson(path)
    expect([other.status, other.headers.get('content-type')]).not.toEqual([404, 'text/html; charset=utf-8'])
  }
})

test.each(['/assets/none.js', '/assets/..%2f..%2fsecret.js', '/assets/../../secret.js', '/secret.js', '/assets/'])(
  '%s leads nowhere',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)
