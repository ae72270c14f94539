// From a key to the mark on the screen: the real sdk over a contenteditable text of 20,000 characters with 500 findings.
import { createChecker, loadPack } from '@qianshao/rules-core'
import { bundleForPage } from '../bundle.mjs'
import { hasChromium, launchChromium, serve } from '../chromium.mjs'
import { median, ms, percentile } from '../measure.mjs'
import { chainTexts } from '../packs.mjs'
import { row } from '../rows.mjs'
import { draftOf, prose } from '../texts.mjs'

const LENGTH = 20_000
const FINDINGS = 500
const WARM = 10
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>写稿</title>
<style>body{margin:0;background:#fff;font:16px/1.8 sans-serif}#body{width:640px;margin-left:60px;padding:24px}</style>
<div id="body" contenteditable></div><button id="publish">发布</button><script src="/page.js"></script>`

const inMs = (value) => `${ms(value)} ms`

export async function* measure({ quick }) {
  if (!hasChromium()) {
    yield row('key to painted mark', undefined, { note: 'no Chromium here; set CHROMIUM' })
    return
  }
  const text = flawedText()
  const server = await serve({ '/': PAGE, '/page.js': await bundleForPage("import './pages/marks.mjs'") })
  const browser = await launchChromium()
  try {
    const desks = await Promise.all(['bare', 'marked', ...(quick ? [] : ['panel'])].map((how) => openDesk(browser, server.url, text, how)))
    const keys = quick ? 40 : 200
    await type(desks, keys)
    yield* rowsOf(Object.fromEntries(desks.map((desk) => [desk.how, desk])), keys)
  } finally {
    await browser.close()
    await server.close()
  }
}

function* rowsOf({ bare, marked, panel }, keys) {
  yield row('key to painted mark, p50', median(marked.work), {
    most: 8,
    show: inMs,
    note: `${marked.found} findings, ${LENGTH.toLocaleString('en')} characters; ${keys} keys`,
  })
  yield row('key to painted mark, p99', percentile(marked.work, 0.99), { most: 16, show: inMs, note: `medians: ${shares(marked)}` })
  yield row('the same key in the same text without us, p50', median(bare.work), { show: inMs, note: aside(bare) })
  if (panel) yield row('key to painted mark with the panel open, p50', median(panel.work), { show: inMs, note: aside(panel) })
  yield row('until the frame has been shown, waiting for it included, p50', median(marked.wall), {
    show: inMs,
    note: `by the clock, without the pause of 150 ms; ${ms(median(bare.wall))} ms without us`,
  })
}

const aside = (desk) => `p99 ${ms(percentile(desk.work, 0.99))} ms; ${shares(desk)}`
const shares = ({ parts }) =>
  Object.entries(parts)
    .map(([part, list]) => `${part} ${ms(median(list))} ms`)
    .join(', ')

/** A page with the text; with the sdk unless it is bare. */
async function openDesk(browser, url, text, how) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate((all) => window.write(all), text.split('\n'))
  if (how !== 'bare') {
    await page.evaluate((packs) => window.start(packs), chainTexts())
    await page.waitForFunction(() => window.found() > 0)
  }
  // The panel takes the focus, the caret takes it back. Folded by hand, it does not open by itself again.
  if (how !== 'bare') await page.evaluate(() => window.openPanel())
  if (how === 'marked') await page.keyboard.press('Alt+KeyQ')
  await page.evaluate(() => window.place())
  const clock = await context.newCDPSession(page)
  await clock.send('Performance.enable', { timeDomain: 'timeTicks' })
  const cpu = await context.newCDPSession(page)
  await cpu.send('Performance.enable', { timeDomain: 'threadTicks' })
  const found = how === 'bare' ? 0 : await page.evaluate(() => window.found())
  return { how, page, clock, cpu, found, work: [], wall: [], parts: { cpu: [], script: [], style: [], layout: [] } }
}

/** Key after key, each in every page before the next. The first ones warm the pages up. */
async function type(desks, keys) {
  for (let key = -WARM; key < keys; key++) {
    for (const { page, clock, cpu, work, wall, parts } of desks) {
      await page.evaluate(() => window.expectKey())
      const before = { ...(await worked(clock)), cpu: (await worked(cpu)).task }
      await page.keyboard.press(key % 2 === 0 ? 'a' : 'Backspace')
      const shown = await page.evaluate(() => window.painted)
      const after = { ...(await worked(clock)), cpu: (await worked(cpu)).task }
      if (key < 0) continue
      work.push(after.task - before.task)
      wall.push(shown)
      for (const [part, list] of Object.entries(parts)) list.push(after[part] - before[part])
    }
  }
  for (const { work, wall, parts } of desks) for (const list of [work, wall, ...Object.values(parts)]) list.sort((a, b) => a - b)
}

/** Milliseconds that the page's main thread has worked so far, without the waiting for a frame; and what for, where it says. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name) => metrics.find((one) => one.name === name).value * 1_000
  return { task: of('TaskDuration'), script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration') }
}

/** Prose with listed wrong words put into it until the chain finds as many as are wanted. */
function flawedText() {
  const packs = chainTexts().map((text) => loadPack(JSON.parse(text)))
  const checker = createChecker(packs)
  const rules = packs.flatMap(({ rules = [] }) => rules)
  const words = ['typo.known', 'typo.likely', 'wording.organs']
    .map((id) => rules.find((rule) => rule.id === id).options.phrases.map((phrase) => phrase.split('→')[0]))
    .flatMap((list) => list.slice(0, 30))
  for (let count = FINDINGS; count < 2 * FINDINGS; count += 5) {
    const text = flawed(words, count)
    if (checker.check(draftOf(text)).findings.length >= FINDINGS) return text
  }
  throw new Error('marks: the wrong words are not found')
}

function flawed(words, count) {
  const put = Array.from({ length: count }, (_, i) => words[(i * 7) % words.length])
  const clean = prose(LENGTH - put.join('').length)
  const step = clean.length / count
  return put.map((word, i) => `${clean.slice(Math.floor(i * step), Math.floor((i + 1) * step))}${word}`).join('')
}
