import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundlePage, launchChromium, type PageServer, servePage } from './page-script.ts'

const EDITORS = ['textarea', 'contenteditable', 'framed', 'prosemirror']
const vectorsFile = fileURLToPath(new URL('../../packages/rules-core/src/testing/vectors/text.json', import.meta.url))
const vectors: {
  text: {
    name: string
    input: { html?: string; ownHosts?: string[]; bytes?: object; title?: string; attachments?: object[] }
    units: { kind: string; text: string }[]
    draft: string
  }[]
} = JSON.parse(readFileSync(vectorsFile, 'utf8'))

let browser: Browser
let server: PageServer
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await servePage('<main></main><button id="publish">发表</button>', await bundlePage('editors'))
  page = await browser.newPage()
  // Trusted types are for the page's own scripts; this page's script is the editor, which parses HTML by itself.
  await page.route(server.url, async (route) => {
    const response = await route.fetch()
    const headers = response.headers()
    delete headers['content-security-policy']
    await route.fulfill({ response, headers })
  })
  await page.goto(server.url)
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.each(EDITORS)('%s', (editor) => {
  test('keeps the whole contract in a real browser', async () => {
    const cases = await page.evaluate(() => (window as unknown as { caseNames: string[] }).caseNames)
    expect(cases.length).toBeGreaterThan(10)
    const troubles: string[] = []
    for (const name of cases) {
      const trouble = await page.evaluate(
        ([which, sentence]) => (window as unknown as { runCase(a: string, b: string): Promise<string> }).runCase(which!, sentence!),
        [editor, name],
      )
      if (trouble) troubles.push(`${name}: ${trouble}`)
    }
    expect(troubles).toEqual([])
  })
})

// Bytes of pictures, fields beside the body and attachments are not part of a page's tree; a lone surrogate cannot pass the wire to the page.
const pages = vectors.text.filter(
  ({ input }) => input.html !== undefined && !input.bytes && !input.attachments && !input.title && !/[\ud800-\udfff]/u.test(input.html),
)

test.each(pages.map((vector) => [vector.name, vector] as const))('the browser’s own tree gives the units of “%s”', async (_, vector) => {
  const read = await page.evaluate(
    ([html, hosts]) =>
      (window as unknown as { readPage(a: string, b: string[]): { units: unknown[]; draft: string } }).readPage(
        html as string,
        hosts as string[],
      ),
    [vector.input.html!, vector.input.ownHosts ?? []] as const,
  )
  expect(read.units).toEqual(vector.units.map(({ kind, text }) => ({ kind, text })))
  expect(Buffer.from(read.draft, 'base64url').toString('hex')).toBe(vector.draft)
})
