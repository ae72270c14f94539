import type { Block, Draft } from '../draft/draft.ts'
import type { SeenBlock } from './block-memory.ts'
import { withoutContained } from './contained.ts'
import type { Finding } from './finding.ts'
import { findingFromDraft, ruleFailed } from './finding-from-hit.ts'
import { inText, LOOKS_AROUND } from './look-at-block.ts'
import type { ReadyRule } from './ready-rule.ts'

/** Runs the rules that look at the whole draft, and puts together what all rules found, in the order of the text. */
export type LookAtDraft = (draft: Draft, seen: readonly SeenBlock[]) => { findings: readonly Finding[]; failed: boolean }

/** `keepAll`: also those that lie inside a finding of their category. */
export function prepareDraftLook(rules: readonly ReadyRule[], keepAll: boolean): LookAtDraft {
  const settled = keepAll ? (findings: readonly Finding[]) => findings : withoutContained
  const rankOf = new Map(rules.map(({ rule, findInText, around }, i) => [rule.id, findInText && !around ? i : i + LOOKS_AROUND]))
  const overDrafts = rules.flatMap((ready, i) => (ready.findInDraft ? [i] : []))
  return (draft, seen) => {
    const failures = new Map<string, unknown>()
    for (const { failures: own } of seen) if (own) for (const [ruleId, error] of own) failures.set(ruleId, error)
    const { byBlock, rest } = overWhole(draft, seen, failures)
    const findings: Finding[] = []
    for (const { block, findings: own } of seen) {
      const more = byBlock?.get(block.id)
      const all = more ? [...own, ...more] : own
      if (more) (all as Finding[]).sort((a, b) => inText(a, b) || rankOf.get(a.ruleId)! - rankOf.get(b.ruleId)!)
      // Most blocks have none.
      for (const finding of all.length < 2 ? all : settled(all)) findings.push(finding)
    }
    // What is about the whole draft comes last.
    findings.push(...rest)
    if (failures.size > 0)
      for (const ready of rules) if (failures.has(ready.rule.id)) findings.push(ruleFailed(ready, failures.get(ready.rule.id)))
    return { findings, failed: failures.size > 0 }
  }

  function overWhole(draft: Draft, seen: readonly SeenBlock[], failures: Map<string, unknown>) {
    const woken = wokenBlocks(seen)
    let byBlock: Map<string, Finding[]> | undefined
    let blocks: ReadonlyMap<string, Block> | undefined
    const rest: Finding[] = []
    for (const i of overDrafts) {
      const ready = rules[i]!
      const own = ready.searches === undefined ? draft.blocks : (woken.get(i) ?? NOBODY)
      if (own.length === 0 && !ready.beside?.(draft)) continue
      for (const hit of attempt(ready, draft, own, failures)) {
        blocks ??= new Map(draft.blocks.map((block) => [block.id, block]))
        const finding = findingFromDraft(ready, hit, blocks.get(hit.blockId ?? ''))
        if (!finding.at) rest.push(finding)
        else {
          byBlock ??= new Map()
          const there = byBlock.get(finding.at.blockId)
          if (there) there.push(finding)
          else byBlock.set(finding.at.blockId, [finding])
        }
      }
    }
    return { byBlock, rest }
  }

  function wokenBlocks(seen: readonly SeenBlock[]): ReadonlyMap<number, readonly Block[]> {
    const woken = new Map<number, Block[]>()
    for (const { overDraft, block } of seen) {
      for (const rule of overDraft) {
        const list = woken.get(rule)
        if (list) list.push(block)
        else woken.set(rule, [block])
      }
    }
    return woken
  }
}

const NOBODY: readonly Block[] = []

// The one place where a rule that sees the draft may throw: its author's mistake must not silence the other rules.
function attempt(ready: ReadyRule, draft: Draft, woken: readonly Block[], failures: Map<string, unknown>) {
  try {
    return Array.from(ready.findInDraft!(draft, woken))
  } catch (error) {
    failures.set(ready.rule.id, error)
    return []
  }
}
