import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './page-script.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const TYPES: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json' }

let browser: Browser
let server: Server

/** The page's single script, bundled here so that the test does not depend on an earlier build. */
async function globalScript(): Promise<string> {
  const contents = "export * from '@qianshao/sdk'; export { createChecker, loadPack, PackError, parsePack } from '@qianshao/rules-core'"
  const result = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    format: 'iife',
    globalName: 'Qianshao',
    target: 'es2022',
    conditions: ['qianshao-source'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
  })
  return result.outputFiles[0]!.text
}

beforeAll(async () => {
  const script = await globalScript()
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    if (path === '/favicon.ico') {
      response.end()
      return
    }
    response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? TYPES.html!)
    response.end(path.endsWith('/index.global.js') ? script : readFileSync(root + (path.endsWith('/') ? `${path}index.html` : path)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server?.close(resolve))
})

test('the forty-line page holds a full ID number, mends it, and publishes on the next click', async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/examples/plain-page/`)
  await page.locator('qianshao-panel').waitFor({ state: 'attached' })
  await page.click('#publish')
  // The panel's root is closed here, as it is by default: the keyboard still works, and the first button is the safest useful one.
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('qianshao-panel')
  expect(await page.textContent('#result')).toBe('')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.inputValue('#body')).toContain('110105********002X')
  const publishAgain = async () => {
    await page.click('#publish')
    return page.textContent('#result')
  }
  await expect.poll(publishAgain).toBe('已发布')
  expect(errors).toEqual([])
})
