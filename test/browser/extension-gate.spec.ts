import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ExtensionBrowser, panelOf, startExtensionBrowser } from './extension-browser.ts'
import { type ReplicaServer, startReplicaServer } from './replica-server.ts'

/** The specimen of the standard (GB 11643), not a person's. */
const SPECIMEN = '11010519491231002X'
const EDITOR = 'https://mp.weixin.qq.com/cgi-bin/appmsg?t=media/appmsg_edit_v2&action=edit&isNew=1&type=77'
const HELD = { text: `申请人身份证号${SPECIMEN}，予以公示。` }
const CLEAN = { text: '镇政府组织干部职工开展春季义务植树活动。' }

let server: ReplicaServer
let browser: ExtensionBrowser
let page: Page

beforeAll(async () => {
  server = await startReplicaServer()
  browser = await startExtensionBrowser({ replicaPort: server.port })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
afterEach(() => server.forget())

/** Opens a page with a saved draft of this text, and without any click. */
async function openWithSaved(text: string): Promise<void> {
  await page?.close()
  page = await browser.context.newPage()
  await page.goto(EDITOR)
  await page.locator('.rich_media_content .ProseMirror').waitFor()
  await page.evaluate(async (words) => {
    const form = new URLSearchParams({ AppMsgId: '', title0: '题', content0: `<p>${words}</p>` })
    await fetch('/cgi-bin/operate_appmsg?sub=create&type=77', { method: 'POST', body: form })
  }, text)
}

/** Ways in which a page can send, each with the draft's number. All run in the page. */
const WAYS: Record<string, () => Promise<unknown>> = {
  'fetch with text': () => fetch('/cgi-bin/masssend', { method: 'POST', body: new URLSearchParams({ appmsgid: '100000001' }) }),
  'fetch with a Request': () =>
    fetch(new Request('/cgi-bin/masssend?t=ajax-response', { method: 'POST', body: new URLSearchParams({ appmsgid: '100000001' }) })),
  'fetch with form data': () => {
    const form = new FormData()
    form.set('appmsgid', '100000001')
    return fetch('https://mp.weixin.qq.com//cgi-bin/masssend', { method: 'POST', body: form })
  },
  XMLHttpRequest: () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('POST', '/cgi-bin/masssend')
      request.onreadystatechange = () => {
        if (request.readyState === 4) (request.status === 200 ? resolve : reject)(request.status)
      }
      request.send('appmsgid=100000001')
    }),
  'XMLHttpRequest with bytes': () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('POST', '/cgi-bin/masssend')
      request.onload = resolve
      request.onerror = reject
      request.send(new Blob(['appmsgid=100000001'], { type: 'application/x-www-form-urlencoded' }))
    }),
  'the functions of an empty frame': () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return frame.contentWindow!.fetch('https://mp.weixin.qq.com/cgi-bin/masssend', { method: 'POST', body: 'appmsgid=100000001' })
  },
  'natives put back from an empty frame': () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    window.fetch = (frame.contentWindow as unknown as typeof globalThis).fetch.bind(window)
    return fetch('/cgi-bin/masssend', { method: 'POST', body: 'appmsgid=100000001' })
  },
}

describe('while a draft has something that must change, nothing is sent by', () => {
  beforeAll(() => openWithSaved(HELD.text))

  test.each(Object.entries(WAYS))('%s', async (_, way) => {
    await expect(page.evaluate(way)).rejects.toThrow()
    expect(server.published()).toEqual([])
  })
})

describe('a clean draft is sent exactly once by', () => {
  beforeAll(() => openWithSaved(CLEAN.text))

  test.each(Object.entries(WAYS))('%s', async (_, way) => {
    await page.evaluate(way)
    expect(server.published()).toHaveLength(1)
  })
})

describe('what cannot wait is refused', () => {
  test('a synchronous request fails as a lost connection does', async () => {
    await openWithSaved(CLEAN.text)
    const failure = await page.evaluate(() => {
      const request = new XMLHttpRequest()
      request.open('POST', '/cgi-bin/masssend', false)
      try {
        request.send('appmsgid=100000001')
        return 'sent'
      } catch (cause) {
        return (cause as Error).name
      }
    })
    expect(failure).toBe('NetworkError')
    expect(server.published()).toEqual([])
  })

  test('a beacon is not queued', async () => {
    await openWithSaved(CLEAN.text)
    expect(await page.evaluate(() => navigator.sendBeacon('/cgi-bin/masssend', new URLSearchParams({ appmsgid: '100000001' })))).toBe(false)
    expect(server.published()).toEqual([])
  })
})

describe.each(['submit', 'requestSubmit', 'a button'] as const)('a form sent by %s', (how) => {
  const send = async () => {
    await page.evaluate(() => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = '/cgi-bin/masssend'
      form.target = 'somewhere'
      // A field of this name hides the form's own action from scripts.
      for (const [name, value] of [
        ['appmsgid', '100000001'],
        ['action', 'x'],
      ]) {
        const field = document.createElement('input')
        field.name = name!
        field.value = value!
        form.append(field)
      }
      const button = document.createElement('button')
      button.textContent = '交'
      form.append(button)
      const frame = document.createElement('iframe')
      frame.name = 'somewhere'
      document.querySelector('main')!.prepend(form, frame)
    })
    if (how === 'a button') await page.getByRole('button', { name: '交' }).click()
    else await page.evaluate((name) => document.querySelector('form')![name](), how)
  }

  test('waits, and goes nowhere while the draft has something that must change', async () => {
    await openWithSaved(HELD.text)
    await send()
    await panelOf(page).says('暂不能发布')
    expect(server.published()).toEqual([])
  })

  test('goes once when the draft is clean', async () => {
    await openWithSaved(CLEAN.text)
    await send()
    await expect.poll(() => server.published().length).toBe(1)
    await page.evaluate(() => fetch('/cgi-bin/operate_appmsg?sub=update', { method: 'POST', body: 'AppMsgId=100000001' }))
    expect(server.published()).toHaveLength(1)
  })
})

test('saving, checking for originality and everything else of the page pass untouched', async () => {
  await openWithSaved(HELD.text)
  const statuses = await page.evaluate(async () => {
    const paths = ['/cgi-bin/operate_appmsg?sub=update', '/cgi-bin/masssend?action=get_appmsg_copyright_stat', '/misc/safeassistant?1=1']
    return Promise.all(paths.map(async (path) => (await fetch(path, { method: 'POST', body: 'appmsgid=100000001' })).status))
  })
  expect(statuses).toEqual([200, 200, 200])
})

test('the page finds its functions as it knows them', async () => {
  await openWithSaved(CLEAN.text)
  const looks = await page.evaluate(() =>
    [fetch, XMLHttpRequest.prototype.send, Navigator.prototype.sendBeacon, HTMLFormElement.prototype.submit].map((fn) => [
      fn.name,
      fn.length,
      /\[native code\]/.test(Function.prototype.toString.call(fn)),
    ]),
  )
  expect(looks).toEqual([
    ['fetch', 1, true],
    ['send', 0, true],
    ['sendBeacon', 1, true],
    ['submit', 0, true],
  ])
})
