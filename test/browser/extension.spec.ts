import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ExtensionBrowser, panelOf, startExtensionBrowser, waitUntil } from './extension-browser.ts'
import { type OfficeEndpoint, startOfficeEndpoint } from './office-endpoint.ts'
import { type ReplicaServer, startReplicaServer } from './replica-server.ts'

/** What the stories ask of the extension's own world. */
declare const chrome: {
  tabs: { query(about: { active: boolean; currentWindow: boolean }): Promise<{ id?: number }[]> }
  action: { getBadgeText(of: { tabId: number }): Promise<string> }
}

/** The specimen of the standard (GB 11643), not a person's. */
const SPECIMEN = '11010519491231002X'
const BEFORE = '经个人申请和镇政府审核，拟给予申请人一次性临时救助三千元，身份证号'
const AFTER = '，现向全镇群众予以公示七天。'
const OFFENDING = `${BEFORE}${SPECIMEN}${AFTER}`
const CLEAN = '镇政府组织干部职工在青龙山开展春季义务植树活动，共栽种树苗三百余株。'
const TITLE = '石桥镇临时救助对象公示名单'
const EDITOR = 'https://mp.weixin.qq.com/cgi-bin/appmsg?t=media/appmsg_edit_v2&action=edit&isNew=1&type=77'

let server: ReplicaServer
let endpoint: OfficeEndpoint
let browser: ExtensionBrowser
let page: Page

beforeAll(async () => {
  server = await startReplicaServer()
  endpoint = await startOfficeEndpoint()
  browser = await startExtensionBrowser({ replicaPort: server.port, granted: endpoint.url })
  await joinOffice()
})
afterAll(async () => {
  await browser?.close()
  await endpoint?.close()
  await server?.close()
})
afterEach(async () => {
  await page?.close()
})

/** As a person does it: opens the options, pastes the link of the slip, presses 加入. */
async function joinOffice(): Promise<void> {
  const options = await browser.context.newPage()
  await options.goto(browser.url('options.html#pack'))
  await options.getByLabel('按哪里的规定检查').selectOption({ label: '重庆市綦江区' })
  await options.goto(browser.url('options.html#join'))
  await options.getByPlaceholder('7K3M-Q9XA-2VCV').fill(await endpoint.joinLink())
  await options.getByRole('button', { name: '加入' }).click()
  await options.getByText('已加入石桥镇人民政府。').waitFor()
  await options.close()
}

async function writeWechat(text: string, variant = ''): Promise<void> {
  page = await browser.context.newPage()
  await page.goto(EDITOR + variant)
  await page.locator('.title-editor__input .ProseMirror').click()
  await page.keyboard.insertText(TITLE)
  await page.locator('.rich_media_content .ProseMirror').click()
  await page.keyboard.insertText(text)
}

/** The page's own three clicks: 发表, 发表 in the dialog, 继续发表. */
async function publishWechat(): Promise<void> {
  await page.locator('#js_send button').click()
  await page.locator('.new_mass_send_dialog button').click()
  await page.locator('.double_check_dialog button').click()
}

async function bodyIsWithout(words: string): Promise<void> {
  const body = page.locator('.rich_media_content .ProseMirror')
  await waitUntil(
    async () => !(await body.textContent())?.includes(words),
    async () => `still there: ${await body.textContent()}`,
  )
}

async function stored(kind: string): Promise<number> {
  return (await endpoint.kinds()).filter((one) => one === kind).length
}

/** How many entries of a kind the endpoint gains while something happens. */
async function gains(kind: string, by: number, during: () => Promise<void>): Promise<void> {
  const before = await stored(kind)
  await during()
  await waitUntil(
    async () => (await stored(kind)) >= before + by,
    async () => `the endpoint has ${(await endpoint.kinds()).join(' ')}`,
    40_000,
  )
  expect(await stored(kind)).toBe(before + by)
}

/** As a tab of its own the popup would ask about itself. */
async function openPopup(tabId: number): Promise<Page> {
  const popup = await browser.context.newPage()
  await popup.setViewportSize({ width: 360, height: 600 })
  await popup.addInitScript((id) => Object.assign(chrome.tabs, { query: async () => [{ id }] }), tabId)
  await popup.goto(browser.url('popup.html'))
  return popup
}

describe('a public account', () => {
  test.each([
    ['the usual editor', ''],
    ['the body in a shadow root', '&variant=shadow'],
  ])('a draft with an ID number is held, put right with one click, and published once: %s', async (_, variant) => {
    server.forget()
    await writeWechat(OFFENDING, variant)
    const panel = panelOf(page)
    await panel.says('暂不能发布')
    await gains('hold', 1, async () => {
      await page.locator('#js_send button').click()
      await panel.says('改好后再点“发表”')
    })
    expect(server.published()).toEqual([])
    expect(await page.locator('.new_mass_send_dialog').isVisible()).toBe(false)

    await panel.click(/^改正/)
    await bodyIsWithout(SPECIMEN)
    await panel.click('回到稿件')
    await gains('publish', 1, async () => {
      await publishWechat()
      await page.locator('#result', { hasText: '已发表' }).waitFor()
    })
    expect(server.published()).toHaveLength(1)
    const save = server.received.filter(({ path }) => path.includes('operate_appmsg')).at(-1)!
    expect(decodeURIComponent(save.body)).not.toContain(SPECIMEN)
    expect(decodeURIComponent(save.body.replaceAll('+', ' '))).toContain(BEFORE)
  })

  test('a clean draft goes out undisturbed, also from a rebuilt editor', async () => {
    server.forget()
    await writeWechat('旧编辑区里的文字。')
    await page.locator('#recreate').click()
    await page.locator('.rich_media_content .ProseMirror').click()
    await page.keyboard.insertText(CLEAN)
    await panelOf(page).says('未发现问题')
    await publishWechat()
    await page.locator('#result', { hasText: '已发表' }).waitFor()
    expect(server.published()).toHaveLength(1)
  })

  test('a press right after the page has rebuilt its editor is about the new one', async () => {
    await writeWechat(CLEAN)
    await panelOf(page).says('未发现问题')
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#recreate')!.click()
      const button = document.querySelector<HTMLElement>('#js_send button')!
      button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
      button.click()
    })
    await page.locator('.new_mass_send_dialog').waitFor()
  })

  test('a page that opens with the publish dialog is held at the request', async () => {
    server.forget()
    page = await browser.context.newPage()
    await page.goto(`${EDITOR}&isSend=1`)
    // The dialog may lie over the editor already.
    await page.locator('.rich_media_content .ProseMirror').focus()
    await page.keyboard.insertText(OFFENDING)
    await page.evaluate(() => (window as unknown as { replica: { save(): Promise<void>; publish(): Promise<void> } }).replica.save())
    await gains('hold', 1, async () => {
      await page.evaluate(() => (window as unknown as { replica: { publish(): Promise<void> } }).replica.publish())
      await panelOf(page).says('暂不能发布')
    })
    await page.locator('#result', { hasText: '没有发出' }).waitFor()
    expect(server.published()).toEqual([])
  })

  test('a timed publication is checked now, and recorded as timed', async () => {
    await writeWechat(CLEAN)
    await page.locator('#js_submit button').click()
    await page.locator('#js_save_success', { hasText: '已保存' }).waitFor()
    await gains('publish', 1, async () => {
      await page.evaluate(() =>
        fetch('/cgi-bin/masssend?action=time_send', { method: 'POST', body: 'appmsgid=100000001&send_time=1800000000' }),
      )
    })
    const lines = (await endpoint.entries()).map(({ line }) => JSON.parse(line) as { kind: string; sched?: boolean })
    expect(lines.filter(({ kind }) => kind === 'publish').at(-1)?.sched).toBe(true)
  })

  test('the tool bar shows how the page stands, and its button leads to the panel', async () => {
    await writeWechat(OFFENDING)
    await panelOf(page).says('暂不能发布')
    const worker = await browser.worker()
    const tabId = await worker.evaluate(async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]!.id!)
    await expect.poll(() => worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId)).toBe('1')

    const popup = await openPopup(tabId)
    await popup.getByText('暂不能发布').waitFor()
    await popup.getByText('公众号 gh_0123456789ab').waitFor()
    await popup.getByText('重庆市綦江区').waitFor()
    await popup.getByRole('button', { name: '去看问题' }).click()
    await panelOf(page).says('改为 110105********002X')

    const again = await openPopup(tabId)
    await again.getByRole('heading', { name: '要到期的' }).waitFor()
    await again.getByRole('button', { name: '全部时限' }).click()
    await panelOf(page).says('数据到')
    await panelOf(page).says('每周')
  })

  test('a page that is not recognised says so, warns first, and is counted', async () => {
    server.forget()
    page = await browser.context.newPage()
    await page.goto(`${EDITOR}&variant=changed`)
    await page.locator('.next-gen-canvas').waitFor()
    const panel = panelOf(page)
    await panel.says('本页未受检查')
    await page.locator('#js_send button').click()
    await panel.says('这一稿没有检查过')
    expect(server.published()).toEqual([])
    expect(await page.locator('.new_mass_send_dialog').isVisible()).toBe(false)

    await panel.click('仍要发表')
    await publishWechat()
    await page.locator('#result', { hasText: '已发表' }).waitFor()
    expect(server.published()).toHaveLength(1)
    await waitUntil(
      async () => (await stored('unchecked')) > 0,
      async () => `the endpoint has ${(await endpoint.kinds()).join(' ')}`,
    )
  })
})

describe('a microblog', () => {
  const composer = (place: 'home' | 'modal') => page.locator(`#${place}-composer`)

  async function writePost(text: string, place: 'home' | 'modal' = 'home', address = 'https://weibo.com/'): Promise<void> {
    page = await browser.context.newPage()
    await page.goto(address)
    if (place === 'modal') await page.locator('#compose').click()
    await composer(place).locator('textarea').click()
    await page.keyboard.insertText(text)
  }

  test.each([
    ['the newer front end', 'https://weibo.com/', 'home'],
    ['the older front end', 'https://www.weibo.com/?front=2', 'home'],
    ['the composer over the page', 'https://weibo.com/', 'modal'],
  ] as const)('a post with an ID number is held, put right with one click, and sent once: %s', async (_, address, place) => {
    server.forget()
    await writePost(OFFENDING, place, address)
    const panel = panelOf(page)
    await panel.says('暂不能发布')
    await gains('hold', 1, async () => {
      await composer(place).getByRole('button', { name: '发送' }).click()
      await panel.says('改好后再点“发送”')
    })
    expect(server.published()).toEqual([])

    await panel.click(/^改正/)
    await waitUntil(
      async () => !(await composer(place).locator('textarea').inputValue()).includes(SPECIMEN),
      () => 'the number is still in the field',
    )
    await panel.click('回到稿件')
    await gains('publish', 1, async () => {
      await composer(place).getByRole('button', { name: '发送' }).click()
      await page.locator('#result', { hasText: '发送成功' }).waitFor()
    })
    expect(server.published()).toHaveLength(1)
    expect(decodeURIComponent(server.published()[0]!.body)).not.toContain(SPECIMEN)
  })

  test('Ctrl+Enter is held at the request', async () => {
    server.forget()
    await writePost(OFFENDING)
    await page.keyboard.press('Control+Enter')
    await panelOf(page).says('改好后再点“发送”')
    await page.locator('#result', { hasText: '没有发出' }).waitFor()
    expect(server.published()).toEqual([])
    expect(await composer('home').locator('textarea').inputValue()).toBe(OFFENDING)
  })

  test('a clean post goes out at once, and a comment is not looked at', async () => {
    server.forget()
    await writePost(CLEAN)
    await page.keyboard.press('Control+Enter')
    await page.locator('#result', { hasText: '发送成功' }).waitFor()
    expect(server.published()).toHaveLength(1)
    await page.locator('.comment-box textarea').fill(OFFENDING)
    await page.locator('.comment-box button').click()
    await expect.poll(() => server.received.filter(({ path }) => path === '/ajax/comments/create').length).toBe(1)
  })

  test('a composer that is not recognised says so', async () => {
    page = await browser.context.newPage()
    await page.goto('https://weibo.com/?variant=changed')
    await panelOf(page).says('本页未受检查')
  })

  test('an article is held for what its latest save carried, and for the post that announces it', async () => {
    server.forget()
    page = await browser.context.newPage()
    await page.goto('https://card.weibo.com/article/v5/editor#/draft/1')
    await page.locator('#article-body .ProseMirror').click()
    await page.keyboard.insertText(CLEAN)
    await page.locator('#next').click()
    await page.locator('#statement').fill(`发布了头条文章，咨询${SPECIMEN}`)
    await page.locator('#publish').click()
    await page.locator('#result', { hasText: '没有发出' }).waitFor()
    expect(server.published()).toEqual([])
    await panelOf(page).click('回到稿件')

    await page.locator('#statement').fill('发布了头条文章')
    await page.locator('#publish').click()
    await page.locator('#result', { hasText: '发布成功' }).waitFor()
    expect(server.published()).toHaveLength(1)
  })
})

describe('what was recorded', () => {
  test('waits while the endpoint is away, and arrives once when it is back', async () => {
    await endpoint.unplug()
    const before = await stored('publish')
    await writeWechat(CLEAN)
    await publishWechat()
    await page.locator('#result', { hasText: '已发表' }).waitFor()
    const options = await browser.context.newPage()
    await options.goto(browser.url('options.html#outbox'))
    await options.getByText(/^1 条待发/).waitFor()
    await options.locator('summary', { hasText: '发布' }).click()
    await options.getByText('怎样放行').waitFor()
    await options.locator('summary', { hasText: '原文' }).click()
    await options.getByText('"kind":"publish"').waitFor()
    await endpoint.plugIn()
    await options.getByRole('button', { name: '现在发送' }).click()
    await options.getByText(/^外发箱是空的/).waitFor()
    expect(await stored('publish')).toBe(before + 1)
    await options.close()
  })

  test('survives the end of the background between storing and sending', async () => {
    await endpoint.unplug()
    const before = await stored('publish')
    await writeWechat(CLEAN)
    await publishWechat()
    await page.locator('#result', { hasText: '已发表' }).waitFor()
    await browser.killWorker()
    await endpoint.plugIn()
    // The alarm wakes the background by itself, half a minute later at most.
    await waitUntil(
      async () => (await stored('publish')) > before,
      async () => `the endpoint has ${(await endpoint.kinds()).join(' ')}`,
      50_000,
    )
    expect(await stored('publish')).toBe(before + 1)
  }, 90_000)

  test('names every entry once, without a gap', async () => {
    const seqs = (await endpoint.entries()).map(({ line }) => (JSON.parse(line) as { seq: number }).seq).sort((a, b) => a - b)
    expect(seqs).toEqual(seqs.map((_, i) => i + 1))
  })

  test('holds neither the number nor any eight characters of a draft, and nothing else left the browser', async () => {
    const own = /operate_appmsg|masssend|\/ajax\/|\/aj\/editor\/draft\//
    const captured = [
      ...server.received.filter(({ path }) => !own.test(path)).map(({ host, method, path, body }) => `${method} ${host}${path}\n${body}`),
      endpoint.everything(),
    ].join('\n')
    expect(captured).toContain('"kind":"publish"')
    expect(captured).not.toContain(SPECIMEN)
    for (const text of [TITLE, BEFORE, AFTER, CLEAN]) {
      for (let i = 0; i + 8 <= text.length; i += 1) expect(captured).not.toContain(text.slice(i, i + 8))
    }
  })
})
