import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { account, openNewsroom } from '../../examples/newsroom/newsroom.mjs'
import { waitUntil } from './extension-browser.ts'
import { freePort, type OfficeEndpoint, startOfficeEndpoint } from './office-endpoint.ts'

/** The specimen of the standard (GB 11643), not a person's. */
const SPECIMEN = '11010519491231002X'
const TITLE = '石桥镇冬修水利补助发放名单'
const LINES = [
  '入冬以来镇上组织劳力清淤沟渠十一里半',
  `领取补助的村民张立春，身份证号${SPECIMEN}，共计六百元`,
  '名单张贴于老戏台东墙，看完请勿涂抹',
]

let endpoint: OfficeEndpoint
let newsroom: Awaited<ReturnType<typeof openNewsroom>>
let browser: Browser
let context: BrowserContext
let page: Page
const published: { title: string; html: string }[] = []

beforeAll(async () => {
  const port = await freePort()
  endpoint = await startOfficeEndpoint({
    accounts: [{ id: account, name: '石桥镇政府网站' }],
    columns: [{ account, id: 'tzgg', title: '通知公告', class: 'notice-policy' }],
    origins: [`http://127.0.0.1:${port}`],
  })
  newsroom = await openNewsroom({ port, endpoint: endpoint.url, joinLink: endpoint.joinLink, seen: (article) => published.push(article) })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.close()
  await endpoint?.close()
})

beforeEach(async () => {
  published.length = 0
  await page?.close()
  page = await context.newPage()
  await page.goto(newsroom.url)
  await page.locator('#body .ProseMirror').waitFor()
})

async function write(title: string, lines: readonly string[]): Promise<void> {
  await page.locator('#title').fill(title)
  await page.locator('#body .ProseMirror').click()
  for (const [i, line] of lines.entries()) {
    if (i > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(line)
  }
}

async function hasStored(kind: string, count: number): Promise<void> {
  await waitUntil(
    async () => (await endpoint.kinds()).filter((one) => one === kind).length === count,
    async () => `the endpoint has ${(await endpoint.kinds()).join(' ')}`,
    40_000,
  )
}

const panel = () => page.getByRole('complementary', { name: '前哨' })

async function openSheet(): Promise<void> {
  await page
    .getByText(/还差 \d 个签字|还有 \d+ 个问题要答|签字都齐了/)
    .or(page.getByRole('button', { name: '打开前哨' }))
    .first()
    .waitFor()
  if (!(await panel().isVisible())) await page.keyboard.press('Alt+q')
  await panel().getByRole('tab', { name: '三审三校' }).click()
}

async function logIn(name: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator('#who').selectOption({ label: name })])
  await page.locator('#body .ProseMirror').waitFor()
}

/** The step that is due, signed by whoever is logged in: everything ticked where they have not signed before. */
async function sign(): Promise<void> {
  await openSheet()
  const step = panel().locator('li[aria-current=step]')
  const signed = await panel().locator('.step.valid').count()
  const button = step.getByRole('button', { name: /^(签字同意|补签)$/ })
  await button.waitFor()
  for (const tick of await step.getByRole('checkbox').all()) await tick.check()
  await button.click()
  await panel().locator('.step.valid').nth(signed).waitFor()
}

/** Every question about this text, as it has to be answered to let it go. */
async function answerQuestions(): Promise<void> {
  await openSheet()
  await panel().getByRole('button', { name: '都没有' }).click()
  const questions = panel().locator('.questions')
  for (let left = await questions.locator('.row').count(); left > 0; left = await questions.locator('.row').count()) {
    const row = questions.locator('.row').first()
    if ((await row.getByRole('textbox').count()) > 0) await row.getByRole('textbox').fill('2026-118')
    await row.getByRole('button').click()
    await waitUntil(
      async () => (await questions.locator('.row').count()) < left,
      async () => `${left} questions are still open`,
      10_000,
    )
  }
}

async function signAll(): Promise<void> {
  await sign()
  for (const name of ['赵芒种', '陈白露']) {
    await logIn(name)
    await sign()
  }
}

test('an offending notice is marked with its clause, held, put right with one click, published once, and seen by the supervisor', async () => {
  await write(TITLE, LINES)
  await page.getByText('暂不能发布').first().waitFor()
  await page.getByText('特别是个人身份证号').first().waitFor()
  const marked = await page.evaluate(() => [...(CSS.highlights.get('qs-hold') ?? [])].map((range) => String(range)))
  expect(marked).toContain(SPECIMEN)

  await page.locator('#publish').click()
  await page.getByRole('dialog').waitFor()
  expect(published).toEqual([])
  await hasStored('hold', 1)

  await page.getByRole('dialog').getByRole('button', { name: /^改正/ }).first().click()
  await page.keyboard.press('Escape')
  expect(await page.locator('#body .ProseMirror').textContent()).toContain('110105********002X')
  expect(published).toEqual([])

  await page.locator('#publish').click()
  await page.getByText('签字还没有齐').waitFor()
  expect(published).toEqual([])
  await page.getByRole('button', { name: '去看签字' }).click()
  await answerQuestions()
  await signAll()
  await page.locator('#publish').click()
  await page.locator('#saved', { hasText: '已发布' }).waitFor()
  expect(published).toHaveLength(1)
  expect(published[0]!.html).not.toContain(SPECIMEN)
  await hasStored('publish', 1)
})

test('an edit lapses the signatures given, each signer sees what changed and signs it, and only then it goes out', async () => {
  await logIn('王谷雨')
  await write('石桥镇便民服务点冬季开放时间', ['每日早八点半开门，逢赶场日延至傍晚六点。', '节假日照常。'])
  await answerQuestions()
  await panel()
    .getByText(/签字前想一想/)
    .click()
  await panel().getByText('有没有法律、法规规定不宜公开的其他内容').waitFor()
  await signAll()
  await panel().getByText('签字都齐了').waitFor()

  await page.locator('#body .ProseMirror p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('除夕休息。')
  await panel().getByText('还差 3 个签字').waitFor()
  await panel().getByText('签字后有 1 段改过，须重签').waitFor()
  await page.locator('#publish').click()
  await page.getByRole('dialog').getByText('承办单位主要负责人', { exact: true }).waitFor()
  expect(published).toEqual([])
  await page.getByRole('button', { name: '回到稿件' }).click()

  await logIn('王谷雨')
  await openSheet()
  expect(await panel().locator('.changes ins').textContent()).toBe('除夕休息。')
  await panel()
    .getByRole('button', { name: /和上一稿一样/ })
    .click()
  await sign()
  await page.locator('#publish').click()
  await page.getByRole('dialog').getByText('承办单位分管负责人', { exact: true }).waitFor()
  expect(published).toEqual([])
  await page.getByRole('button', { name: '回到稿件' }).click()
  for (const name of ['赵芒种', '陈白露']) {
    await logIn(name)
    await sign()
  }
  await page.locator('#publish').click()
  await page.locator('#saved', { hasText: '已发布' }).waitFor()
  expect(published.map(({ title }) => title)).toEqual(['石桥镇便民服务点冬季开放时间'])
})

test('the CMS itself refuses what is not signed, and a signature in another name', async () => {
  const asked = await page.evaluate(async () => {
    const post = async (path: string, body: unknown) => {
      const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      return { status: answer.status, ...(await answer.json()) }
    }
    const act = { action: 'approve', role: 'head', by: 'per_CCCCCCCCCCCCCCCCCCCCCA', at: 1, digest: 'A'.repeat(43) }
    return {
      publish: await post('/api/articles', { title: '通知', source: '', column: 'tzgg', html: '<p>明日停水。</p>' }),
      sign: await post('/api/manuscript/review', { change: 'act', act: { ...act, by: 'per_AAAAAAAAAAAAAAAAAAAAAA' }, text: [] }),
    }
  })
  expect(asked.publish).toMatchObject({ status: 409, problem: expect.stringContaining('还差 3 个签字') })
  expect(asked.sign.status).toBe(403)
  expect(published).toEqual([])
})

test('the supervisor sees both the attempt that was held and what was published, and no text', async () => {
  const supervisor = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await supervisor.goto(endpoint.url)
  await supervisor.getByLabel('登录名').fill(endpoint.administrator.name)
  await supervisor.getByLabel('密码').fill(endpoint.administrator.password)
  await supervisor.getByRole('button', { name: '登录' }).click()
  await supervisor.getByRole('heading', { name: '最近记录' }).waitFor()
  const seen = await supervisor.locator('main').textContent()
  expect(seen).toContain('石桥镇')
  expect(seen).toContain('身份证号')
  expect(seen).not.toContain(TITLE)
  expect(seen).not.toContain(SPECIMEN)
  await supervisor.close()
})

test('with the endpoint gone publishing goes on, and the entry arrives when it is back', async () => {
  await endpoint.unplug()
  const before = (await endpoint.kinds()).filter((kind) => kind === 'publish').length
  await logIn('王谷雨')
  await write('石桥镇图书室开放时间', ['每周二至周日开放，凭证件借书。'])
  await page.getByText('未发现问题').first().waitFor()
  await answerQuestions()
  await signAll()
  await page.locator('#publish').click()
  await page.locator('#saved', { hasText: '已发布' }).waitFor()
  expect((await endpoint.kinds()).filter((kind) => kind === 'publish')).toHaveLength(before)

  await page.close()
  await endpoint.plugIn()
  page = await context.newPage()
  await page.goto(newsroom.url)
  await hasStored('publish', before + 1)
})

test('a draft that is returned says why, and is handed in again as it was', async () => {
  await logIn('王谷雨')
  await write('石桥镇冬季用电提示', ['取暖设备用完请拔插头。'])
  await sign()
  await logIn('赵芒种')
  await openSheet()
  const due = panel().locator('li[aria-current=step]')
  await due.getByRole('button', { name: '退回修改' }).click()
  await due.getByRole('textbox').fill('请核对是否要写值班电话。')
  await due.getByRole('button', { name: '退回修改' }).click()
  await panel().getByText('赵芒种退回：请核对是否要写值班电话。').waitFor()
  expect(await panel().locator('li[aria-current=step]').count()).toBe(0)

  await logIn('王谷雨')
  await openSheet()
  await panel().getByText('赵芒种退回：请核对是否要写值班电话。').waitFor()
  await panel().getByRole('button', { name: '不改，再送审' }).click()
  await panel().locator('li[aria-current=step]', { hasText: '承办单位分管负责人' }).waitFor()
  await logIn('赵芒种')
  await sign()
  await panel().getByText('还差 1 个签字').waitFor()
})

test('nothing of a draft is in what was sent, in the database or in the log', async () => {
  const everything = endpoint.everything()
  expect(everything).toContain('"kind":"publish"')
  const pieces = [TITLE, ...LINES].flatMap((line) => Array.from({ length: Math.max(0, line.length - 7) }, (_, i) => line.slice(i, i + 8)))
  expect(pieces.filter((piece) => everything.includes(piece))).toEqual([])
  expect(everything).not.toContain(SPECIMEN)
})
