import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemo } from '../../examples/newsroom/demo.mjs'
import { type ExtensionBrowser, panelOf, startExtensionBrowser } from '../browser/extension-browser.ts'
import { freePort } from '../browser/office-endpoint.ts'
import { type ReplicaServer, startReplicaServer } from '../browser/replica-server.ts'

// Takes the README's pictures from the running product: `pnpm pictures`, after `pnpm build`.
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

let demo: Awaited<ReturnType<typeof openDemo>>
let browser: Browser
let replicas: ReplicaServer
let extension: ExtensionBrowser
const desk = { width: 1366, height: 768 }

const dataDir = fileURLToPath(new URL('../.results/pictures', import.meta.url))

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  rmSync(dataDir, { recursive: true, force: true })
  demo = await openDemo({
    dataDir,
    endpointPort: await freePort(),
    newsroomPort: await freePort(),
  })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking'],
  })
  replicas = await startReplicaServer()
  extension = await startExtensionBrowser({ replicaPort: replicas.port, granted: demo.endpoint.url })
})
afterAll(async () => {
  await extension?.close()
  await replicas?.close()
  await browser?.close()
  await demo?.close()
})

async function take(page: Page, name: string): Promise<void> {
  // The helper's hidden caret would touch the editor's style, and the panel would look again.
  await page.screenshot({ path: `${folder}${name}.png`, caret: 'initial' })
}

test('the panel beside a draft, and the board after it', async () => {
  const page = await browser.newPage({ viewport: desk, locale: 'zh-CN' })
  await page.goto(demo.newsroom.url)
  await page.locator('#sample').click()
  await page.getByText('暂不能发布').first().waitFor()
  await page.getByText('特别是个人身份证号').first().waitFor()
  await take(page, 'panel')

  await page.locator('#publish').click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const board = await browser.newPage({ viewport: desk, locale: 'zh-CN' })
  await board.goto(demo.endpoint.url)
  await board.getByLabel('登录名').fill('admin')
  await board.getByLabel('密码').fill(demo.password)
  await board.getByRole('button', { name: '登录' }).click()
  await expect.poll(() => board.locator('main').textContent(), { timeout: 20_000 }).toContain('石桥镇政府网站')
  await take(board, 'dashboard')
})

test('the extension’s popup and options', async () => {
  const options = await extension.context.newPage()
  await options.setViewportSize({ width: 1180, height: 768 })
  await options.goto(extension.url('options.html#pack'))
  await options.getByLabel('按哪里的规定检查').selectOption({ label: '重庆市綦江区' })
  await options.goto(extension.url('options.html#join'))
  await options.getByPlaceholder('7K3M-Q9XA-2VCV').fill((await demo.endpoint.makeJoinCode('shiqiao')).link)
  await options.getByRole('button', { name: '加入' }).click()
  await options.getByText('已加入石桥镇人民政府。').waitFor()
  await options.goto(extension.url('options.html#account'))
  await options.getByText('我的账号和单位').first().waitFor()
  await take(options, 'options')

  const popup = await extension.context.newPage()
  await popup.setViewportSize({ width: 360, height: 326 })
  const article = await extension.context.newPage()
  await article.goto('https://mp.weixin.qq.com/cgi-bin/appmsg?t=media/appmsg_edit_v2&action=edit&isNew=1&type=77')
  await article.locator('.title-editor__input .ProseMirror').click()
  await article.keyboard.insertText('石桥镇临时救助对象公示')
  await article.locator('.rich_media_content .ProseMirror').click()
  await article.keyboard.insertText('申请人张立春，身份证号11010519491231002X，拟给予一次性临时救助3000元。')
  await panelOf(article).says('暂不能发布')
  // The popup speaks of the tab in front, which is the article.
  await article.bringToFront()
  await popup.goto(extension.url('popup.html'))
  await popup.getByText('暂不能发布').waitFor()
  await take(popup, 'popup')
})
