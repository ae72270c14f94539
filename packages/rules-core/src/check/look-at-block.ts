import { type Answers, AskedPlace, AskedSurroundings, type DraftPlaces, wholePlace } from '../detectors/surroundings.ts'
import type { Block } from '../draft/draft.ts'
import type { Finding } from './finding.ts'
import { findingFromText } from './finding-from-hit.ts'
import type { ReadyRule } from './ready-rule.ts'
import type { Awake } from './waking.ts'

/** What the rules said about one block. */
export interface BlockResult {
  /** In the order of the text. */
  findings: readonly Finding[]
  /** Rules that could not run on it, if any. */
  failures: ReadonlyMap<string, unknown> | undefined
  /** What they asked about its surroundings. */
  answers: Answers
}

/** Rules that see one block alone come before those that look around, and each kind in the packs' order. */
export const LOOKS_AROUND = 1_000_000

/** Runs the rules that are awake on one block. `at`: its index among `blocks` of `places`. */
export function lookAtBlock(rules: readonly ReadyRule[], awake: Awake, block: Block, places: DraftPlaces, at: number): BlockResult {
  const alone = new AskedPlace(places, at, block)
  const around = new AskedSurroundings(places, at, block, alone.answers)
  let failures: Map<string, unknown> | undefined
  const found: { finding: Finding; rank: number }[] = []
  for (let i = 0; i < awake.length; i += 2) {
    const rule = awake[i]!
    const ready = rules[rule]!
    const asked = ready.around ? around : alone
    const place = ready.isOwn ? asked : wholePlace(asked)
    try {
      const rank = rule + (ready.around ? LOOKS_AROUND : 0)
      // All of its hits or none: a rule that fails half way has not been run.
      const hits = Array.from(ready.findInText!(block.text, place, awake[i + 1]))
      for (const hit of hits) found.push({ finding: findingFromText(ready, hit, block), rank })
    } catch (error) {
      // The one place where a rule that sees a text may throw: its author's mistake must not silence the other rules.
      failures ??= new Map()
      failures.set(ready.rule.id, error)
    }
  }
  if (found.length > 1) found.sort((a, b) => inText(a.finding, b.finding) || a.rank - b.rank)
  return { findings: found.length === 0 ? NONE : found.map(({ finding }) => finding), failures, answers: alone.answers }
}

const NONE: readonly Finding[] = []

/** Orders findings of one block. */
export function inText(a: Finding, b: Finding): number {
  return (a.at?.start ?? 0) - (b.at?.start ?? 0) || (a.at?.end ?? 0) - (b.at?.end ?? 0)
}
