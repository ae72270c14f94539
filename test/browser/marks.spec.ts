import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundlePage, launchChromium, type PageServer, servePage } from './page-script.ts'

const MARKUP = `<main><form><input id="title" value="公示"><div id="rich" class="editor" contenteditable></div><textarea id="plain" class="editor" rows="6" cols="60"></textarea></form></main>
<footer><button id="draft">存草稿</button><button id="publish" type="button">发表</button></footer>`
const ID = '11010519491231002X'
const OTHER = '110105199003074931'

interface DeskWindow {
  start(options?: object): Promise<void>
  write(paragraphs: readonly string[]): void
  banner(): { decision: string; hold: number }
}
declare const window: DeskWindow & { document: Document; getSelection(): Selection; scrollTo(x: number, y: number): void }

let browser: Browser
let server: PageServer
let page: Page
let panel: Locator
let marks: Locator
let errors: string[]

beforeAll(async () => {
  browser = await launchChromium()
  server = await servePage(MARKUP, await bundlePage('desk'))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A fresh page; `before` runs in it ahead of every script. */
async function open(before?: () => void) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  page = await context.newPage()
  if (before) await page.addInitScript(before)
  errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(server.url)
  panel = page.locator('qianshao-panel')
  marks = page.locator('qianshao-marks')
}
afterEach(async () => {
  expect(errors).toEqual([])
  await page.context().close()
})

const start = (options: object = {}) => page.evaluate((given) => window.start(given), options)
const write = async (...paragraphs: string[]) => {
  await page.evaluate((all) => window.write(all), paragraphs)
  await expect.poll(() => page.evaluate(() => window.banner().decision)).not.toBe('empty')
}
const holds = (n: number) => expect.poll(() => page.evaluate(() => window.banner().hold)).toBe(n)

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where words stand in the editable element, by the browser's own measure. */
const wordsAt = (words: string): Promise<Box> =>
  page.evaluate((wanted) => {
    for (const paragraph of window.document.querySelectorAll('#rich p')) {
      const node = paragraph.firstChild as Text
      const at = node.data.indexOf(wanted)
      if (at < 0) continue
      const range = window.document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
    throw new Error(`${wanted} is not in the editor`)
  }, words)

const caretInto = (words: string) =>
  page.evaluate((wanted) => {
    const rich = window.document.querySelector<HTMLElement>('#rich')!
    rich.focus()
    const paragraph = [...rich.querySelectorAll('p')].find(({ textContent }) => textContent!.includes(wanted))!
    const node = paragraph.firstChild as Text
    window.getSelection().collapse(node, node.data.indexOf(wanted) + 3)
  }, words)

/** Milliseconds of grace are for frames, not for layout: a box stands over its words to the pixel. */
const standsOver = (boxes: string, words: string, by = 1) =>
  expect
    .poll(async () => {
      const [box, wanted] = [await marks.locator(boxes).first().boundingBox(), await wordsAt(words)]
      return (
        box !== null && Math.abs(box.x - wanted.x) <= by && Math.abs(box.y - wanted.y) <= by && Math.abs(box.width - wanted.width) <= 2 * by
      )
    })
    .toBe(true)

describe('marks, signs and the small card', () => {
  beforeEach(() => open())

  test('the current mark is outlined, and the outline follows the words', async () => {
    await start()
    await write('第一段', `申请人张三，身份证号${ID}，予以公示。`)
    await page.keyboard.press('Alt+KeyQ')
    await standsOver('.outline.hold', ID, 3)
    await page.setViewportSize({ width: 1000, height: 700 })
    await standsOver('.outline.hold', ID, 3)
  })

  test('a block has one sign, the worst, outside the editable area; a click shows the card', async () => {
    await page.evaluate(() => window.document.querySelector('main')!.classList.add('roomy'))
    await start()
    await write('第一段没有问题', `截止3月1日，身份证号${ID}`, '截止3月2日')
    await expect.poll(() => marks.locator('button').count()).toBe(2)
    const editor = (await page.locator('#rich').boundingBox())!
    for (const sign of await marks.locator('button').all()) {
      const box = (await sign.boundingBox())!
      expect(box.x + box.width).toBeLessThanOrEqual(editor.x)
      expect([box.width, box.height]).toEqual([24, 24])
    }
    expect(await marks.locator('button').first().getAttribute('class')).toBe('hold')
    await marks.locator('button').nth(1).click()
    await panel.locator('article[aria-current=true]').getByText('“截止”后面不接日期').waitFor()
  })

  test('without a margin there is no sign', async () => {
    await start()
    await write(`身份证号${ID}`)
    await page.keyboard.press('Alt+KeyQ')
    await standsOver('.outline', ID, 3)
    // The page leaves 24 pixels, and a sign needs 28.
    expect(await marks.locator('button').count()).toBe(0)
    await page.evaluate(() => window.document.querySelector('main')!.classList.add('roomy'))
    await page.setViewportSize({ width: 1300, height: 768 })
    await expect.poll(() => marks.locator('button').count()).toBe(1)
  })

  test('a pointer that rests on a mark opens its card, and the card stays while it is used', async () => {
    await start()
    await write('第一段', `身份证号${ID}，予以公示。`)
    await holds(1)
    const words = await wordsAt(ID)
    await page.mouse.move(words.x + 20, words.y + 8)
    const card = panel.locator('[data-mark-card]')
    await card.waitFor()
    expect(await card.textContent()).toContain('文中有完整的居民身份证号')
    // Opening by pointer takes no focus away.
    expect(await page.evaluate(() => window.document.activeElement?.localName)).not.toBe('qianshao-panel')
    await card.getByRole('button', { name: '改为 110105********002X' }).click()
    await expect.poll(() => page.textContent('#rich')).toContain('110105********002X')
    expect(await card.count()).toBe(0)
  })

  test('the card closes when the pointer leaves, and with Esc', async () => {
    await start()
    await write('第一段', `身份证号${ID}`)
    await holds(1)
    const words = await wordsAt(ID)
    const card = panel.locator('[data-mark-card]')
    await page.mouse.move(words.x + 20, words.y + 8)
    await card.waitFor()
    await page.mouse.move(words.x + 20, 500)
    await card.waitFor({ state: 'detached' })
    await page.mouse.move(words.x + 20, words.y + 8)
    await card.waitFor()
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
  })

  test('Alt+Enter opens the card at the caret, Esc leads back to the editor', async () => {
    await start()
    await write('第一段', `身份证号${ID}`)
    await holds(1)
    await caretInto('第一段')
    await page.keyboard.press('Alt+Enter')
    expect(await panel.locator('[data-mark-card]').count()).toBe(0)
    await page.evaluate((id) => window.write(['第一段', `身份证号${id}`]), ID)
    await caretInto(ID)
    await expect
      .poll(async () => {
        await page.keyboard.press('Alt+Enter')
        return panel.locator('[data-mark-card]').count()
      })
      .toBe(1)
    await expect.poll(() => panel.evaluate((host) => host.shadowRoot?.activeElement?.textContent)).toBe('改为 110105********002X')
    await page.keyboard.press('Escape')
    expect(await panel.locator('[data-mark-card]').count()).toBe(0)
    expect(await page.evaluate(() => window.document.activeElement?.id)).toBe('rich')
  })

  test('Alt+Enter works in a plain field', async () => {
    await start({ plain: true })
    await write('第一段', `身份证号${ID}`)
    await holds(1)
    await page.evaluate(() => {
      const field = window.document.querySelector<HTMLTextAreaElement>('#plain')!
      field.focus()
      field.setSelectionRange(12, 12)
    })
    await page.keyboard.press('Alt+Enter')
    await panel.locator('[data-mark-card]').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.inputValue('#plain')).toBe('第一段\n身份证号110105********002X')
  })

  test('Enter on a card is its first fix, and the focus goes on', async () => {
    await start()
    await write(`身份证号${ID}`, `身份证号${OTHER}`)
    await holds(2)
    await page.keyboard.press('Alt+KeyQ')
    await panel.locator('article').first().focus()
    await page.keyboard.press('Enter')
    await holds(1)
    await expect.poll(() => panel.evaluate((host) => host.shadowRoot?.activeElement?.localName)).toBe('article')
    await page.keyboard.press('Enter')
    await holds(0)
    expect(await page.textContent('#rich')).not.toContain(ID)
  })

  test('F6 goes from the host to the panel and back, and into an open dialog', async () => {
    await start()
    await write(`身份证号${ID}`)
    await holds(1)
    await page.focus('#title')
    const inside = () => page.evaluate(() => window.document.activeElement?.localName === 'qianshao-panel')
    await page.keyboard.press('F6')
    expect(await inside()).toBe(true)
    await page.keyboard.press('F6')
    expect(await page.evaluate(() => window.document.activeElement?.id)).toBe('title')
    await page.click('#publish')
    await panel.getByRole('dialog').waitFor()
    await page.evaluate(() => window.document.querySelector<HTMLElement>('#title')!.focus())
    await page.keyboard.press('F6')
    await expect.poll(() => panel.evaluate((host) => host.shadowRoot?.activeElement?.closest('.dialog') !== null)).toBe(true)
  })
})

describe('a browser without highlights and without popovers', () => {
  beforeEach(() =>
    open(() => {
      const view = globalThis as unknown as { CSS: object; Highlight?: unknown; HTMLElement: { prototype: object } }
      Reflect.deleteProperty(view.CSS, 'highlights')
      Reflect.deleteProperty(Object.getPrototypeOf(view.CSS) ?? {}, 'highlights')
      Reflect.deleteProperty(view, 'Highlight')
      for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover'])
        Reflect.deleteProperty(view.HTMLElement.prototype, name)
    }),
  )

  test('boxes stand over the words, also after scroll and resize', async () => {
    expect(await page.evaluate(() => 'Highlight' in globalThis || 'showPopover' in HTMLElement.prototype)).toBe(false)
    await start()
    await write('第一段', `截止3月1日，身份证号${ID}`, ...Array.from({ length: 40 }, (_, i) => `第${i + 3}段，写长一些。`))
    await holds(1)
    await standsOver('.line.hold', ID)
    await standsOver('.line.ask', '截止3月')
    const before = await wordsAt(ID)
    await page.evaluate(() => window.scrollTo(0, 40))
    await standsOver('.line.hold', ID)
    expect((await wordsAt(ID)).y).toBeCloseTo(before.y - 40, 0)
    await page.setViewportSize({ width: 900, height: 600 })
    await standsOver('.line.hold', ID)
    expect(await page.evaluate(() => window.document.querySelectorAll('#rich p > *').length)).toBe(0)
  })

  test('a mark that has been scrolled away is not drawn over something else', async () => {
    await start()
    await page.evaluate(() => window.document.querySelector('#rich')!.classList.add('short'))
    await write(`身份证号${ID}`, ...Array.from({ length: 40 }, (_, i) => `第${i + 2}段，写长一些。`))
    await holds(1)
    await standsOver('.line.hold', ID)
    await page.evaluate(() => (window.document.querySelector('#rich')!.scrollTop = 300))
    await expect.poll(() => marks.locator('.line').count()).toBe(0)
    await page.evaluate(() => (window.document.querySelector('#rich')!.scrollTop = 0))
    await standsOver('.line.hold', ID)
  })

  test('the panel opens, and the dialog holds', async () => {
    await start()
    await write(`身份证号${ID}`)
    await holds(1)
    await page.keyboard.press('Alt+KeyQ')
    await panel.locator('aside').getByText('暂不能发布').waitFor()
    await page.click('#publish')
    await panel.getByRole('dialog').getByRole('button', { name: '改正 1 处' }).click()
    await holds(0)
  })
})
