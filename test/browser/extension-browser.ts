import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core'

const BUILT = fileURLToPath(new URL('../../packages/extension/.output/chrome-mv3', import.meta.url))
const REPLICA_HOSTS = ['mp.weixin.qq.com', 'weibo.com', 'www.weibo.com', 'card.weibo.com']

export interface ExtensionBrowser {
  context: BrowserContext
  /** The extension's background, woken if it sleeps. */
  worker(): Promise<Worker>
  /** Stops the background as the browser does when it has been idle. */
  killWorker(): Promise<void>
  url(page: string): string
  close(): Promise<void>
}

/**
 * Chromium with the built extension and nothing else to reach: the replica's hosts and the given endpoint are on this computer.
 * `granted` stands for the person who allowed the extension to reach the endpoint, which a test cannot click.
 */
export async function startExtensionBrowser(parts: { replicaPort: number; granted?: string }): Promise<ExtensionBrowser> {
  if (!existsSync(BUILT)) throw new Error('extension-browser: no build found; run `pnpm --filter @qianshao/extension build` first')
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-browser-'))
  const extension = join(folder, 'extension')
  cpSync(BUILT, extension, { recursive: true })
  if (parts.granted) grant(extension, parts.granted)
  const rules = REPLICA_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${parts.replicaPort}`)
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
      '--ignore-certificate-errors',
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }))
  const id = new URL(first.url()).host
  const url = (page: string) => `chrome-extension://${id}/${page}`
  return {
    context,
    async worker() {
      return context.serviceWorkers().find((one) => one.url().includes(id)) ?? (await context.waitForEvent('serviceworker'))
    },
    async killWorker() {
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('ServiceWorker.enable')
      await session.send('ServiceWorker.stopAllWorkers')
      await page.close()
    },
    url,
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function grant(extension: string, origin: string): void {
  const file = join(extension, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] }
  manifest.host_permissions.push(`${new URL(origin).protocol}//${new URL(origin).hostname}/*`)
  writeFileSync(file, JSON.stringify(manifest))
}

interface DomNode {
  nodeId: number
  nodeName: string
  nodeValue: string
  attributes?: string[]
  children?: DomNode[]
  shadowRoots?: DomNode[]
}

/** Reads and clicks inside the panel. Its shadow root is closed to the page and to Playwright, so this goes through the debugger. */
export function panelOf(page: Page) {
  const nodes = async (): Promise<DomNode[]> => {
    const session = await page.context().newCDPSession(page)
    try {
      const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: DomNode }
      return shadowTrees(root)
    } finally {
      await session.detach()
    }
  }
  const text = async () => (await nodes()).map(textOf).join('\n')
  return {
    text,
    /** Waits until the panel says so. */
    async says(words: string | RegExp): Promise<void> {
      const matches = (found: string) => (typeof words === 'string' ? found.includes(words) : words.test(found))
      await waitUntil(
        async () => matches(await text()),
        () => text().then((found) => `the panel does not say ${words}; it says:\n${found}`),
      )
    },
    /** A real click in the middle of the first button that says so. */
    async click(words: string | RegExp): Promise<void> {
      const session = await page.context().newCDPSession(page)
      try {
        await waitUntil(
          async () => {
            const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: DomNode }
            const button = shadowTrees(root)
              .flatMap(flatten)
              .find(
                (node) =>
                  node.nodeName === 'BUTTON' && (typeof words === 'string' ? textOf(node).includes(words) : words.test(textOf(node))),
              )
            if (!button) return false
            const point = await middleOf(session, button.nodeId)
            if (!point) return false
            await page.mouse.click(point.x, point.y)
            return true
          },
          () => text().then((found) => `the panel has no button ${words}; it says:\n${found}`),
        )
      } finally {
        await session.detach()
      }
    },
  }
}

/** Waits for a state, not for a time; `complaint` is what the failure says. */
export async function waitUntil(
  holds: () => Promise<boolean> | boolean,
  complaint: () => Promise<string> | string,
  within = 15_000,
): Promise<void> {
  const end = Date.now() + within
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(await complaint())
    await new Promise((next) => setTimeout(next, 50))
  }
}

async function middleOf(session: { send(method: 'DOM.getBoxModel', params: { nodeId: number }): Promise<unknown> }, nodeId: number) {
  try {
    const { model } = (await session.send('DOM.getBoxModel', { nodeId })) as { model: { content: number[] } }
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content
    return right > left && bottom > top ? { x: (left + right) / 2, y: (top + bottom) / 2 } : undefined
  } catch {
    // Not laid out at the moment; the next look finds it again or says what is there instead.
    return undefined
  }
}

// Only our own: the page's editors and fields have shadow roots too.
function shadowTrees(root: DomNode): DomNode[] {
  return flatten(root)
    .filter(({ nodeName, shadowRoots }) => shadowRoots && /QIANSHAO/i.test(nodeName))
    .flatMap(({ shadowRoots }) => shadowRoots!)
}

function flatten(node: DomNode): DomNode[] {
  return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(flatten)]
}

function textOf(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue
  if (node.nodeName === 'STYLE') return ''
  return [...(node.children ?? []), ...(node.shadowRoots ?? [])].map(textOf).join('')
}
