import type { Block, BlockRole, Cell } from './draft.ts'

/**
 * A checker's own copy of a block. It stays the same object as long as the block stays the same, so what is computed of it is kept
 * with it; and whoever made the draft may write into its blocks later, but not into this one.
 */
export class KeptBlock implements Block {
  readonly id: string
  readonly role: BlockRole
  readonly text: string
  readonly hidden?: boolean
  readonly cell?: Cell
  /** By computation. */
  readonly results = new Map<object, unknown>()

  constructor({ id, role, text, hidden, cell }: Block) {
    this.id = id
    this.role = role
    this.text = text
    if (hidden !== undefined) this.hidden = hidden
    if (cell) this.cell = { ...cell }
  }
}

/** Makes a computation that is done once for a kept block; for any other block each time. (A WeakMap would make every collection of garbage slow.) */
export function onceForBlock<B extends Block, T>(compute: (block: B) => T): (block: B) => T {
  return (block) => {
    if (!(block instanceof KeptBlock)) return compute(block)
    const known = block.results.get(compute) as T | undefined
    if (known !== undefined) return known
    const result = compute(block)
    block.results.set(compute, result)
    return result
  }
}
