import type { TextPlace } from '../detectors/detector.ts'
import type { Block } from '../draft/draft.ts'
import type { Finding } from './finding.ts'

/** What the rules said about one block: findings, and which rules could not run on it. */
export interface BlockResult {
  findings: readonly Finding[]
  failures: ReadonlyMap<string, unknown>
}

/** Remembers results by a block's text and place, as long as the draft still has such a block. */
export interface BlockMemory {
  forBlocks(
    blocks: readonly Block[],
    placeOf: (block: Block) => TextPlace,
    look: (block: Block, place: TextPlace) => BlockResult,
  ): BlockResult
}

export function createBlockMemory(): BlockMemory {
  let known = new Map<string, BlockResult>()
  return {
    forBlocks(blocks, placeOf, look) {
      const now = new Map<string, BlockResult>()
      const findings: Finding[] = []
      const failures = new Map<string, unknown>()
      for (const block of blocks) {
        if (block.text === '') continue
        const place = placeOf(block)
        const key = [place.role, place.hidden, place.title, place.header, place.headers, place.row, block.text].join('\u0000')
        const result = now.get(key) ?? known.get(key) ?? look(block, place)
        now.set(key, result)
        for (const finding of result.findings) findings.push(inBlock(finding, block.id))
        for (const [ruleId, error] of result.failures) failures.set(ruleId, error)
      }
      known = now
      return { findings, failures }
    },
  }
}

// Two blocks with the same text have the same findings, each at its own place.
function inBlock(finding: Finding, blockId: string): Finding {
  return finding.at && finding.at.blockId !== blockId ? { ...finding, at: { ...finding.at, blockId } } : finding
}
