import { PackError } from './pack-error.ts'
import type { PolicyPack } from './schema.ts'

/** Packs from the national layer down to the office's own. Throws a PackError if a parent is missing, or if they are not one chain. */
export function orderChain(packs: readonly PolicyPack[]): readonly PolicyPack[] {
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  const isParent = new Set(packs.flatMap((pack) => (pack.extends === undefined ? [] : [pack.extends])))
  const [lowest, ...others] = packs.filter((pack) => !isParent.has(pack.id))
  if (!lowest)
    throw new PackError(packs[0]?.id ?? '（空）', [
      { path: 'extends', problem: packs.length === 0 ? '一个规则包也没有' : '上级关系成了圈' },
    ])
  if (others.length > 0) {
    throw new PackError(others[0]!.id, [{ path: 'extends', problem: `和 ${lowest.id} 不在一条上下级链上，一次只能用一个单位的规则` }])
  }
  const chain: PolicyPack[] = []
  for (let pack: PolicyPack | undefined = lowest; pack; pack = pack.extends === undefined ? undefined : byId.get(pack.extends)) {
    chain.unshift(pack)
    const parent: string | undefined = pack.extends
    if (parent !== undefined && !byId.has(parent))
      throw new PackError(pack.id, [{ path: 'extends', problem: `没有给出上级规则包 ${parent}` }])
    if (chain.length > packs.length) throw new PackError(pack.id, [{ path: 'extends', problem: '上级关系成了圈' }])
  }
  return chain
}
