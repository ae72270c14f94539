import type { Block, Draft } from './draft.ts'

let last: { blocks: readonly Block[]; byId: ReadonlyMap<string, Block> } | undefined

/** The blocks of a draft by id; several rules ask of one draft before the next one comes. */
export function blocksById({ blocks }: Draft): ReadonlyMap<string, Block> {
  if (last?.blocks !== blocks) last = { blocks, byId: new Map(blocks.map((block) => [block.id, block])) }
  return last.byId
}
