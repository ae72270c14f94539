import type { Block } from '../draft/draft.ts'
import type { SeenBlock } from './block-memory.ts'

/** Which blocks wake each rule that looks at drafts; a list stays the same object as long as its blocks do. */
export interface Woken {
  woken: ReadonlyMap<number, readonly Block[]>
  /** Blocks that were there before and are not now, or the other way round. */
  changed: readonly Block[]
}

/** For the blocks of one draft after another. */
export function createWokenMemory(): (seen: readonly SeenBlock[]) => Woken {
  let last: readonly SeenBlock[] = []
  const woken = new Map<number, readonly Block[]>()
  return (seen) => {
    const changed: Block[] = []
    const affected = new Set<number>()
    const note = (one: SeenBlock | undefined) => {
      if (!one) return
      changed.push(one.block)
      for (const rule of one.overDraft) affected.add(rule)
    }
    for (let at = 0; at < Math.max(last.length, seen.length); at++) {
      if (last[at]?.block === seen[at]?.block) continue
      note(last[at])
      note(seen[at])
    }
    if (affected.size > 0) gather(seen, affected)
    last = seen
    return { woken, changed }
  }

  function gather(seen: readonly SeenBlock[], affected: ReadonlySet<number>): void {
    const lists = new Map<number, Block[]>()
    for (const { overDraft, block } of seen) {
      for (const rule of overDraft) {
        if (!affected.has(rule)) continue
        const list = lists.get(rule)
        if (list) list.push(block)
        else lists.set(rule, [block])
      }
    }
    for (const rule of affected) {
      const list = lists.get(rule)
      if (list) woken.set(rule, list)
      else woken.delete(rule)
    }
  }
}
