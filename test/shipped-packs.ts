import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { layer, type PolicyPack, parseCalendar, parsePack } from '@qianshao/rules-core'

// Packs as programs load them: folded by `pnpm build:packs`.
const dist = fileURLToPath(new URL('../packages/rules-core/dist/', import.meta.url))
export const packs = readdirSync(`${dist}packs`)
  .filter((file) => file.endsWith('.pack.json'))
  .map((file) => parsePack(JSON.parse(readFileSync(`${dist}packs/${file}`, 'utf8'))))
export const calendar = parseCalendar(
  readdirSync(`${dist}calendars`).map((file) => JSON.parse(readFileSync(`${dist}calendars/${file}`, 'utf8'))),
)
const byId = new Map(packs.map((pack) => [pack.id, pack]))

function chainOf(id: string): PolicyPack[] {
  const pack = byId.get(id)!
  return [...(pack.extends === undefined ? [] : chainOf(pack.extends)), pack]
}

export const chains = {
  chongqing: chainOf('cn-chongqing'),
  qijiang: chainOf('cn-chongqing-qijiang'),
  qianjiang: chainOf('cn-chongqing-qianjiang-zjw'),
  hangzhou: chainOf('cn-zhejiang-hangzhou'),
  tongchuan: chainOf('cn-shaanxi-tongchuan'),
}
export type Place = keyof typeof chains
export const layered = Object.fromEntries(Object.entries(chains).map(([place, chain]) => [place, layer(chain)])) as Record<
  Place,
  ReturnType<typeof layer>
>
