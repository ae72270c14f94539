import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadPack, type PolicyPack } from '@qianshao/rules-core'
import { UnusableInput } from './read-draft.ts'

// Beside the built command: dist/cli/qianshao.js and dist/packs.
const folder = new URL('../packs/', import.meta.url)

/** The chain of packs from the national layer down to `id`, or to a pack file of an office's own. */
export function loadChain(id: string): readonly PolicyPack[] {
  const chain: PolicyPack[] = []
  for (let next: string | undefined = id; next !== undefined; ) {
    const pack = readPack(next)
    if (chain.some((below) => below.id === pack.id)) throw new UnusableInput(`规则包 ${pack.id} 的上级关系成了圈`)
    chain.unshift(pack)
    next = pack.extends
  }
  return chain
}

function readPack(id: string): PolicyPack {
  const path = id.endsWith('.json') ? id : new URL(`${id}.pack.json`, folder)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new UnusableInput(`没有规则包 ${id}。现有：${shippedPacks().join('、')}；也可以给出一个 .json 文件`)
  }
  try {
    return loadPack(JSON.parse(text))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new UnusableInput(`规则包 ${id} 不是正确的 JSON：${cause.message}`)
    throw cause
  }
}

function shippedPacks(): string[] {
  return readdirSync(fileURLToPath(folder))
    .filter((file) => file.endsWith('.pack.json'))
    .map((file) => file.replace('.pack.json', ''))
}
