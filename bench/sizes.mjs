// What each entry point weighs where it is loaded, minified and gzipped, against budgets.json.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { bundleForPage, root } from './bundle.mjs'
import { chainTexts } from './packs.mjs'
import { row } from './rows.mjs'

const extension = `${root}packages/extension/.output/chrome-mv3/`
const core = "'@qianshao/rules-core'"
const sdk = "'@qianshao/sdk'"

/** Each entry point: the texts that are fetched one by one. */
const ENTRIES = {
  'engine without packs': () => page(`export { createChecker, loadPack, readMarkup } from ${core}`),
  'one full chain of packs': () => chainTexts(),
  'everything of rules-core': () => page(`export * from ${core}`),
  'sdk, engine outside': () => page(`export * from ${sdk}`, [core]),
  'its panel alone': () => page("export * from '../packages/sdk/src/panel/mount.tsx'", [core]),
  'sdk as one script, engine inside': () => page("export * from '../packages/sdk/src/global.ts'"),
  'extension: content script of sites': () => built('content-scripts/sites.js'),
  'extension: content script of the gate': () => built('content-scripts/gate.js'),
  'extension: background': () => built('background.js'),
}

/** Kibibytes that each entry point may weigh: the first two are promised, the others keep what they were. */
const BUDGETS = JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'))

/** As its own build ships it. Answers whether it could be built. */
export function buildExtension() {
  const folder = `${root}packages/extension`
  const { status } = spawnSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], { cwd: folder, stdio: 'ignore' })
  return status === 0
}

export async function sizeRows() {
  const unknown = Object.keys(BUDGETS).filter((name) => !(name in ENTRIES))
  if (unknown.length > 0) throw new Error(`sizes: budgets.json speaks of ${unknown.join(', ')}`)
  const rows = []
  for (const [name, texts] of Object.entries(ENTRIES)) {
    const all = await texts()
    const bytes = all?.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
    const raw = all?.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    rows.push(
      row(name, bytes && bytes / 1_024, {
        most: BUDGETS[name] ?? fail(name),
        show: (value) => `${value.toFixed(1)} KiB`,
        note: raw ? `${(raw / 1_024).toFixed(0)} KiB before gzip` : 'not built: pnpm size builds it',
      }),
    )
  }
  return rows
}

async function page(source, external = []) {
  return [await bundleForPage(source, { format: 'esm', external: external.map((name) => name.slice(1, -1)) })]
}

function built(file) {
  return existsSync(extension + file) ? [readFileSync(extension + file, 'utf8')] : undefined
}

function fail(name) {
  throw new Error(`sizes: budgets.json has no budget for “${name}”`)
}
