// From nothing to a ready checker: packs as text, parsed, layered and prepared, in processes and pages that did it never before.
import { spawnSync } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleForNode, bundleForPage } from '../bundle.mjs'
import { hasChromium, launchChromium, serve } from '../chromium.mjs'
import { median, ms } from '../measure.mjs'
import { chainTexts } from '../packs.mjs'
import { row } from '../rows.mjs'

const inMs = (value) => `${ms(value)} ms`
/** What a page that checks takes of the engine. */
const ENGINE = "export { createChecker, loadPack } from '@qianshao/rules-core'"

export async function* measure({ quick }) {
  const times = quick ? 3 : 15
  yield* await inChromium(times)
  yield* await inNode(times)
}

async function inNode(times) {
  const engine = fileURLToPath(new URL('../dist/load-engine.mjs', import.meta.url))
  await bundleForNode('packages/rules-core/src/index.ts', engine, [])
  const program = fileURLToPath(new URL('../load-once.mjs', import.meta.url))
  const runs = Array.from({ length: times }, () => {
    const { stdout, status } = spawnSync(process.execPath, [program, pathToFileURL(engine).href], {
      input: JSON.stringify(chainTexts()),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error('load: the child process failed')
    return JSON.parse(stdout)
  })
  return rowsOf('Node', runs, undefined)
}

async function inChromium(times) {
  if (!hasChromium()) return [row('packs to checker, cold, Chromium', undefined, { most: 30, note: 'no Chromium here; set CHROMIUM' })]
  const script = await bundleForPage(ENGINE, { globalName: 'engine' })
  const server = await serve({ '/': '<!doctype html><meta charset="utf-8"><title>load</title>', '/engine.js': script })
  const browser = await launchChromium()
  const runs = []
  try {
    for (let i = 0; i < times; i++) {
      // A context of its own has no compiled code of the one before.
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(server.url)
      runs.push(await page.evaluate(loadOnce, { packs: chainTexts(), script: `${server.url}/engine.js` }))
      await context.close()
    }
  } finally {
    await browser.close()
    await server.close()
  }
  return rowsOf('Chromium', runs, 30)
}

/** Runs in the page. */
async function loadOnce({ packs, script }) {
  const text = await (await fetch(script)).text()
  const element = document.createElement('script')
  element.textContent = text
  const begin = performance.now()
  document.head.append(element)
  const evaluated = performance.now()
  const { loadPack, createChecker } = globalThis.engine
  const parsed = packs.map((pack) => loadPack(JSON.parse(pack)))
  const read = performance.now()
  const checker = createChecker(parsed)
  const ready = performance.now()
  if (checker.rules.length === 0) throw new Error('load: no rules')
  return { engine: evaluated - begin, packs: read - evaluated, checker: ready - read }
}

function rowsOf(where, runs, most) {
  const middle = (pick) => median(runs.map(pick).sort((a, b) => a - b))
  const note = `packs ${ms(middle(({ packs }) => packs))} ms, checker ${ms(middle(({ checker }) => checker))} ms; ${runs.length} cold starts`
  return [
    row(
      `packs to checker, cold, ${where}`,
      middle(({ packs, checker }) => packs + checker),
      { most, show: inMs, note },
    ),
    row(
      `evaluating the engine's script, cold, ${where}`,
      middle(({ engine }) => engine),
      { show: inMs },
    ),
  ]
}
