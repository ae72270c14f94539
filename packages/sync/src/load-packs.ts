import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type PolicyPack, parsePack } from '@qianshao/rules-core'

/** The packs that come with rules-core, parsed. */
export function loadPacks(): readonly PolicyPack[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@qianshao/rules-core/packs/cn'))
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pack.json'))
    .sort()
    .map((name) => parsePack(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}
