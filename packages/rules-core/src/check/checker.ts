import type { Detector } from '../detectors/detector.ts'
import { foldBlock } from '../detectors/folded-block.ts'
import { builtInDetectors } from '../detectors/index.ts'
import { DRAFT_LIMITS } from '../draft/digest.ts'
import { createDigestMemory, type DigestMemory } from '../draft/digest-memory.ts'
import type { Block, Draft } from '../draft/draft.ts'
import { layer } from '../pack/layer.ts'
import { PackError } from '../pack/pack-error.ts'
import type { PolicyPack, Rule } from '../pack/schema.ts'
import { ENGINE_VERSION } from '../version.ts'
import { type BlockEyes, type BlockMemory, createBlockMemory, type Seen } from './block-memory.ts'
import { lookAtBlock } from './look-at-block.ts'
import { type LookAtDraft, prepareDraftLook } from './look-at-draft.ts'
import { type ReadyRule, readyRules } from './ready-rule.ts'
import { decide, type Verdict } from './verdict.ts'
import { type Awake, createWaking } from './waking.ts'

export interface Checker {
  /** The rules of the whole chain, as layered. */
  rules: readonly Rule[]
  check(draft: Draft): Verdict
  openSession(): CheckSession
}

export interface CheckSession {
  /** Always equals `check(draft)`, only cheaper: blocks whose text and place have not changed are not looked at again. */
  update(draft: Draft): Verdict
  /**
   * The same, a slice of 20,000 characters at a time, some ten milliseconds each: `pause` is awaited in between, and if it answers `false`
   * (the text has moved on) the answer is undefined and the session stays as it was.
   */
  updateInSlices(draft: Draft, pause: () => Promise<boolean>): Promise<Verdict | undefined>
}

const SLICE = 20_000

/**
 * Prepares a chain of packs once. Throws a PackError listing every problem: a loosened rule, an unknown detector, a bad option.
 * `extraDetectors` are a vendor's own; a name that is built in is refused.
 */
export function createChecker(packs: readonly PolicyPack[], extraDetectors: readonly Detector[] = []): Checker {
  return createCheckerOf(packs, extraDetectors, false)
}

/** For proofs of single rules: what each of them finds, also inside a finding of another. */
export function createProvingChecker(packs: readonly PolicyPack[], extraDetectors: readonly Detector[]): Checker {
  return createCheckerOf(packs, extraDetectors, true)
}

function createCheckerOf(packs: readonly PolicyPack[], extraDetectors: readonly Detector[], keepAll: boolean): Checker {
  const layered = layer(packs)
  const rules = readyRules(layered, detectorsByName(extraDetectors, layered.packs.at(-1)!.id))
  // A rule that looks at whole drafts and names no witness is woken by none of the blocks: it always runs.
  const waking = createWaking(rules.map(({ searches, findInDraft }) => searches ?? (findInDraft && [])))
  const openDraftLook = prepareDraftLook(rules, keepAll)
  const eyes: BlockEyes = {
    wake: (block) => (block.text === '' ? ASLEEP : sorted(waking(foldBlock(block).text), rules)),
    look: (awake, block, places, at) => lookAtBlock(rules, awake, block, places, at),
  }
  const openSession = (): CheckSession => {
    const memory = { blocks: createBlockMemory(eyes), lookAtDraft: openDraftLook(), digests: createDigestMemory() }
    return {
      update(draft) {
        const { blocks, cut } = withinLimits(draft.blocks)
        return settle(draft, memory.blocks.update(blocks), cut, memory)
      },
      async updateInSlices(draft, pause) {
        const { blocks, cut } = withinLimits(draft.blocks)
        const looking = memory.blocks.updating(blocks, SLICE)
        let step = looking.next()
        while (!step.done) {
          if (!(await pause())) return undefined
          step = looking.next()
        }
        return settle(draft, step.value, cut, memory)
      },
    }
  }
  const settle = (draft: Draft, seen: Seen, cut: boolean, { lookAtDraft, digests }: Memory): Verdict => {
    const looked = { ...draft, blocks: seen.blocks }
    const { findings, failed } = lookAtDraft(looked, seen)
    const draftDigest = cut ? null : digests.update(looked)
    return {
      decision: decide(findings),
      coverage: draftDigest === null || failed ? 'partial' : 'full',
      findings,
      draftDigest,
      packs: layered.packs,
      engine: ENGINE_VERSION,
    }
  }
  return {
    rules: rules.map(({ rule }) => rule),
    check: (draft) => openSession().update(draft),
    openSession,
  }
}

/** What a session keeps from one draft to the next. */
interface Memory {
  blocks: BlockMemory
  lookAtDraft: LookAtDraft
  digests: DigestMemory
}

const ASLEEP = { awake: [], overDraft: [] } as const

/** Those that look at a block, and those that look at drafts. */
function sorted(awake: Awake, rules: readonly ReadyRule[]): { awake: Awake; overDraft: readonly number[] } {
  const [inText, overDraft]: [number[], number[]] = [[], []]
  for (let i = 0; i < awake.length; i += 2) {
    if (rules[awake[i]!]!.findInText) inText.push(awake[i]!, awake[i + 1]!)
    else overDraft.push(awake[i]!)
  }
  return { awake: inText, overDraft }
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
