import type { DraftHit } from '../detectors/detector.ts'
import { blocksById } from '../draft/blocks-by-id.ts'
import type { Block, Draft } from '../draft/draft.ts'
import { createBesideMemory } from './beside-memory.ts'
import type { Seen, SeenBlock } from './block-memory.ts'
import type { Finding } from './finding.ts'
import { findingFromDraft, ruleFailed } from './finding-from-hit.ts'
import { inText, LOOKS_AROUND } from './look-at-block.ts'
import type { ReadyRule } from './ready-rule.ts'
import { createWokenMemory } from './woken-memory.ts'

/**
 * Runs the rules that look at the whole draft, and puts together what all rules found, in the order of the text. Of one draft after another: a
 * rule that says what it looks at is not asked again while that stays the same. `draft` has the blocks of `seen`.
 */
export type LookAtDraft = (draft: Draft, seen: Seen) => { findings: readonly Finding[]; failed: boolean }

export function prepareDraftLook(rules: readonly ReadyRule[]): () => LookAtDraft {
  const rankOf = new Map(rules.map(({ rule, findInText, around }, i) => [rule.id, findInText && !around ? i : i + LOOKS_AROUND]))
  const overDrafts = rules.flatMap((ready, i) => (ready.findInDraft ? [i] : []))
  const inOrder = (a: Finding, b: Finding) => inText(a, b) || rankOf.get(a.ruleId)! - rankOf.get(b.ruleId)!

  return () => {
    const wokenIn = createWokenMemory()
    const isBesideTheSame = createBesideMemory()
    const known = new Map<number, { own: readonly Block[]; findings: readonly Finding[] }>()
    return (draft, seen) => {
      const failures = new Map<string, unknown>()
      const overall = overWhole(draft, seen, failures)
      const findings = together(seen.all, overall, failures)
      if (failures.size > 0)
        for (const ready of rules) if (failures.has(ready.rule.id)) findings.push(ruleFailed(ready, failures.get(ready.rule.id)))
      return { findings, failed: failures.size > 0 }
    }

    function overWhole(draft: Draft, seen: Seen, failures: Map<string, unknown>): Finding[] {
      const { woken, changed } = wokenIn(seen.all)
      if (!isBesideTheSame(draft, changed)) known.clear()
      const all: Finding[] = []
      for (const i of overDrafts) {
        const ready = rules[i]!
        const own = ready.searches === undefined ? draft.blocks : (woken.get(i) ?? NOBODY)
        if (own.length === 0 && !ready.beside?.(draft)) continue
        const before = known.get(i)
        if (before?.own === own) all.push(...before.findings)
        else {
          const findings = attempt(ready, draft, own, failures)
          if (ready.onlyWoken && findings) known.set(i, { own, findings })
          if (findings) all.push(...findings)
        }
      }
      return all
    }
  }

  /** What blocks say and what is said over the whole draft; what is about no block comes last. */
  function together(seen: readonly SeenBlock[], overall: readonly Finding[], failures: Map<string, unknown>): Finding[] {
    const byBlock = groupByBlock(overall)
    const findings: Finding[] = []
    for (const { block, findings: own, failures: failed } of seen) {
      if (failed) for (const [ruleId, error] of failed) failures.set(ruleId, error)
      const more = byBlock?.get(block.id)
      if (more) findings.push(...[...own, ...more].sort(inOrder))
      else for (let i = 0; i < own.length; i++) findings.push(own[i]!)
    }
    for (const finding of overall) if (!finding.at) findings.push(finding)
    return findings
  }
}

const NOBODY: readonly Block[] = []

function groupByBlock(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> | undefined {
  let byBlock: Map<string, Finding[]> | undefined
  for (const finding of findings) {
    if (!finding.at) continue
    byBlock ??= new Map()
    const there = byBlock.get(finding.at.blockId)
    if (there) there.push(finding)
    else byBlock.set(finding.at.blockId, [finding])
  }
  return byBlock
}

// The one place where a rule that sees the draft may throw: its author's mistake must not silence the other rules.
function attempt(ready: ReadyRule, draft: Draft, woken: readonly Block[], failures: Map<string, unknown>): readonly Finding[] | undefined {
  let hits: readonly DraftHit[]
  try {
    hits = Array.from(ready.findInDraft!(draft, woken))
  } catch (error) {
    failures.set(ready.rule.id, error)
    return undefined
  }
  return hits.map((hit) => findingFromDraft(ready, hit, blocksById(draft).get(hit.blockId ?? '')))
}
