// From a key to the mark on the screen: the real sdk over a contenteditable text of 20,000 characters with 500 findings.
import { createChecker, parsePack } from '@qianshao/rules-core'
import { bundleForPage } from '../bundle.mjs'
import { hasChromium, launchChromium, serve } from '../chromium.mjs'
import { median, ms, percentile } from '../measure.mjs'
import { chainTexts } from '../packs.mjs'
import { row } from '../rows.mjs'
import { draftOf, prose } from '../texts.mjs'

const LENGTH = 20_000
const FINDINGS = 500
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>写稿</title>
<style>body{margin:0;background:#fff;font:16px/1.8 sans-serif}#body{width:640px;margin-left:60px;padding:24px}</style>
<div id="body" contenteditable></div><button id="publish">发布</button><script src="/page.js"></script>`

export async function measure({ quick }) {
  if (!hasChromium()) return [row('key to painted mark', undefined, { note: 'no Chromium here; set CHROMIUM' })]
  const { text, findings } = flawedText()
  const server = await serve({ '/': PAGE, '/page.js': await bundleForPage("import './pages/marks.mjs'") })
  const browser = await launchChromium()
  try {
    const keys = quick ? 40 : 400
    const bare = await typing(browser, server.url, text, keys, 'bare')
    const marked = await typing(browser, server.url, text, keys, 'marked')
    const rows = [
      row('key to painted mark, p50', median(marked.work), {
        most: 8,
        show: inMs,
        note: `${marked.found} findings, ${LENGTH} characters; ${keys} keys`,
      }),
      row('key to painted mark, p99', percentile(marked.work, 0.99), { most: 16, show: inMs, note: `medians: ${shares(marked)}` }),
      row('the same key in the same text without us, p50', median(bare.work), {
        show: inMs,
        note: `p99 ${ms(percentile(bare.work, 0.99))} ms; ${shares(bare)}`,
      }),
      row('until the frame has been shown, waiting for it included, p50', median(marked.wall), {
        show: inMs,
        note: `by the clock, without the pause of 150 ms; ${ms(median(bare.wall))} ms without us`,
      }),
    ]
    if (quick) return rows
    const open = await typing(browser, server.url, text, keys, 'panel')
    return [
      ...rows,
      row('key to painted mark with the panel open, p50', median(open.work), {
        show: inMs,
        note: `p99 ${ms(percentile(open.work, 0.99))} ms; ${findings} cards to draw`,
      }),
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

const inMs = (value) => `${ms(value)} ms`

async function typing(browser, url, text, keys, how) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate((all) => window.write(all), text.split('\n'))
  if (how !== 'bare') {
    await page.evaluate((packs) => window.start(packs), chainTexts())
    await page.waitForFunction(() => window.found() > 0)
  }
  // The panel takes the focus, the caret takes it back.
  if (how === 'panel') await page.evaluate(() => window.openPanel())
  await page.evaluate(() => window.place())
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const [work, wall] = [[], []]
  const parts = { script: [], style: [], layout: [] }
  // The first keys warm the page up.
  for (let key = -20; key < keys; key++) {
    await page.evaluate(() => window.expectKey())
    const before = await worked(session)
    await page.keyboard.press(key % 2 === 0 ? 'a' : 'Backspace')
    const shown = await page.evaluate(() => window.painted)
    const after = await worked(session)
    if (key < 0) continue
    work.push(after.task - before.task)
    wall.push(shown)
    for (const [part, list] of Object.entries(parts)) list.push(after[part] - before[part])
  }
  const found = how === 'bare' ? 0 : await page.evaluate(() => window.found())
  await context.close()
  for (const list of [work, wall, ...Object.values(parts)]) list.sort((a, b) => a - b)
  return { work, wall, parts, found }
}

/** Milliseconds that the page's main thread has worked so far, without the waiting for a frame; and what for, where it says. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name) => metrics.find((one) => one.name === name).value * 1_000
  return { task: of('TaskDuration'), script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration') }
}

const shares = ({ parts }) =>
  Object.entries(parts)
    .map(([part, list]) => `${part} ${ms(median(list))} ms`)
    .join(', ')

/** Prose with listed wrong words put into it until the chain finds as many as are wanted. */
function flawedText() {
  const packs = chainTexts().map((text) => parsePack(JSON.parse(text)))
  const checker = createChecker(packs)
  const rules = packs.flatMap(({ rules = [] }) => rules)
  const words = ['typo.known', 'typo.likely', 'wording.organs']
    .map((id) => rules.find((rule) => rule.id === id).options.phrases.map((phrase) => phrase.split('→')[0]))
    .flatMap((list) => list.slice(0, 30))
  for (let count = FINDINGS; count < 2 * FINDINGS; count += 5) {
    const text = flawed(words, count)
    const { findings } = checker.check(draftOf(text))
    if (findings.length >= FINDINGS) return { text, findings: findings.length }
  }
  throw new Error('marks: the wrong words are not found')
}

function flawed(words, count) {
  const put = Array.from({ length: count }, (_, i) => words[(i * 7) % words.length])
  const clean = prose(LENGTH - put.join('').length)
  const step = clean.length / count
  return put.map((word, i) => `${clean.slice(Math.floor(i * step), Math.floor((i + 1) * step))}${word}`).join('')
}
