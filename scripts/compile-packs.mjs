// Adds to each built pack what the engine would find out when it loads it, so that a page need not: see check/compile-pack.ts.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compilePack } from '../packages/rules-core/dist/index.js'

const folder = fileURLToPath(new URL('../packages/rules-core/dist/packs/', import.meta.url))
for (const file of readdirSync(folder).filter((name) => name.endsWith('.pack.json'))) {
  const pack = compilePack(JSON.parse(readFileSync(folder + file, 'utf8')))
  writeFileSync(folder + file, `${JSON.stringify(pack)}\n`)
}
