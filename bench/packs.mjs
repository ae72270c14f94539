// The largest shipped chain, as its packs are built.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CHAIN = ['cn', 'cn-chongqing', 'cn-chongqing-qijiang']
const root = fileURLToPath(new URL('..', import.meta.url))
export const packFolder = `${root}packages/rules-core/dist/packs/`

/** Its packs, parents first, as text. */
export const chainTexts = () => CHAIN.map((id) => readFileSync(`${packFolder}${id}.pack.json`, 'utf8'))

/** Folds the packs of this tree; ends the program if one is wrong. */
export function buildPacks() {
  const { status } = spawnSync(process.execPath, ['scripts/build-packs.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) process.exit(2)
}
