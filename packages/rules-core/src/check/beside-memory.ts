import type { Block, Draft } from '../draft/draft.ts'
import { fieldKind } from '../draft/units.ts'

type Beside = Pick<Draft, 'links' | 'images' | 'attachments' | 'meta'>

/**
 * Tells of one draft after another whether all is as before that stands beside the text: fields, links and pictures with the blocks that they
 * stand in, attachments and meta. `changed`: the blocks that were there before and are not now, or the other way round.
 */
export function createBesideMemory(): (draft: Draft, changed: readonly Block[]) => boolean {
  let last: Beside | undefined
  let holders: ReadonlySet<string> = new Set()
  return (draft, changed) => {
    const { links, images, attachments, meta } = draft
    if (!last || !isAlike(last, { links, images, attachments, meta })) {
      // Whoever made the draft may write into it later.
      last = JSON.parse(JSON.stringify({ links, images, attachments, meta })) as Beside
      holders = new Set([...links, ...images].map(({ at }) => at.blockId))
      return false
    }
    return !changed.some((block) => fieldKind(block) !== undefined || holders.has(block.id))
  }
}

/** The same plain values, however deep. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [own, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key in other) if (other[key] !== undefined && !isAlike(own[key], other[key])) return false
  for (const key in own) if (other[key] === undefined) return false
  return true
}
