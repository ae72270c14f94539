import type { Detector, TextPlace } from '../detectors/detector.ts'
import { builtInDetectors } from '../detectors/index.ts'
import { placesIn } from '../detectors/surroundings.ts'
import { DRAFT_LIMITS, digestOnly } from '../draft/digest.ts'
import type { Block, Draft } from '../draft/draft.ts'
import { units } from '../draft/units.ts'
import { layer } from '../pack/layer.ts'
import { PackError } from '../pack/pack-error.ts'
import type { PolicyPack, Rule } from '../pack/schema.ts'
import { ENGINE_VERSION } from '../version.ts'
import { type BlockMemory, type BlockResult, createBlockMemory } from './block-memory.ts'
import type { Finding } from './finding.ts'
import { findingFromDraft, findingFromText, ruleFailed } from './finding-from-hit.ts'
import { type ReadyRule, readyRules } from './ready-rule.ts'
import { decide, type Verdict } from './verdict.ts'

export interface Checker {
  /** The rules of the whole chain, as layered. */
  rules: readonly Rule[]
  check(draft: Draft): Verdict
  openSession(): CheckSession
}

export interface CheckSession {
  /** Always equals `check(draft)`, only cheaper: blocks whose text and place have not changed are not looked at again. */
  update(draft: Draft): Verdict
}

/**
 * Prepares a chain of packs once. Throws a PackError listing every problem: a loosened rule, an unknown detector, a bad option.
 * `extraDetectors` are a vendor's own; a name that is built in is refused.
 */
export function createChecker(packs: readonly PolicyPack[], extraDetectors: readonly Detector[] = []): Checker {
  const layered = layer(packs)
  const rules = readyRules(layered, detectorsByName(extraDetectors, layered.packs.at(-1)!.id))
  const update = (draft: Draft, memory: BlockMemory): Verdict => {
    const { blocks, cut } = withinLimits(draft.blocks)
    const looked = cut ? { ...draft, blocks } : draft
    const { findings, failed } = findAll(rules, looked, memory)
    const parts = cut ? [] : units(draft, [])
    const tooLong = cut || parts.length > DRAFT_LIMITS.units
    return {
      decision: decide(findings),
      coverage: tooLong || failed ? 'partial' : 'full',
      findings,
      draftDigest: tooLong ? null : digestOnly(parts),
      packs: layered.packs,
      engine: ENGINE_VERSION,
    }
  }
  return {
    rules: rules.map(({ rule }) => rule),
    check: (draft) => update(draft, createBlockMemory()),
    openSession: () => {
      const memory = createBlockMemory()
      return { update: (draft) => update(draft, memory) }
    },
  }
}

function detectorsByName(extra: readonly Detector[], packId: string): ReadonlyMap<string, Detector> {
  const byName = new Map(builtInDetectors.map((detector) => [detector.name, detector]))
  for (const detector of extra) {
    if (byName.has(detector.name))
      throw new PackError(packId, [{ path: `extraDetectors[${detector.name}]`, problem: '这个名字已经有探测器了，请换一个' }])
    byName.set(detector.name, detector)
  }
  return byName
}

/** The blocks that begin within the limit; a text beyond it is not looked at, and the verdict says so. */
function withinLimits(blocks: readonly Block[]): { blocks: readonly Block[]; cut: boolean } {
  let length = 0
  const end = blocks.findIndex((block) => {
    length += block.text.length
    return length > DRAFT_LIMITS.characters
  })
  if (end < 0) return { blocks, cut: false }
  const before = length - blocks[end]!.text.length
  const last = { ...blocks[end]!, text: blocks[end]!.text.slice(0, DRAFT_LIMITS.characters - before) }
  return { blocks: [...blocks.slice(0, end), last], cut: true }
}

function findAll(rules: readonly ReadyRule[], draft: Draft, memory: BlockMemory): { findings: readonly Finding[]; failed: boolean } {
  const order = new Map(draft.blocks.map((block, i) => [block.id, i]))
  const inBlocks = memory.forBlocks(draft.blocks, placesIn(draft), (block, place) => lookAt(rules, block, place))
  const failures = new Map(inBlocks.failures)
  const findings = [...inBlocks.findings]
  for (const ready of rules) {
    const hits = attempt(ready, failures, () => [...(ready.findInDraft?.(draft) ?? [])])
    for (const hit of hits) findings.push(findingFromDraft(ready, hit, draft.blocks[order.get(hit.blockId ?? '') ?? -1]))
  }
  for (const ready of rules) if (failures.has(ready.rule.id)) findings.push(ruleFailed(ready, failures.get(ready.rule.id)))
  // In the order of the text; what is about the whole draft comes last.
  const blockOf = (finding: Finding) => (finding.at ? order.get(finding.at.blockId)! : draft.blocks.length)
  findings.sort((a, b) => blockOf(a) - blockOf(b) || (a.at?.start ?? 0) - (b.at?.start ?? 0) || (a.at?.end ?? 0) - (b.at?.end ?? 0))
  return { findings, failed: failures.size > 0 }
}

function lookAt(rules: readonly ReadyRule[], block: Block, place: TextPlace): BlockResult {
  const failures = new Map<string, unknown>()
  const findings = rules.flatMap((ready) =>
    attempt(ready, failures, () => [...(ready.findInText?.(block.text, place) ?? [])]).map((hit) => findingFromText(ready, hit, block)),
  )
  return { findings, failures }
}

// The one place where a rule may throw: its author's mistake must not silence the other rules.
function attempt<T>(ready: ReadyRule, failures: Map<string, unknown>, run: () => T[]): T[] {
  try {
    return run()
  } catch (error) {
    failures.set(ready.rule.id, error)
    return []
  }
}
