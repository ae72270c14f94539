import { type Finding, kindOf } from './finding.ts'

const STRENGTH = { hint: 0, ask: 1, hold: 2 } as const

/**
 * Of two findings of one category in one block of which one lies inside the other, keeps the one that weighs more, and of equals the
 * wider: a person answers one question once. One with a better wording stays, since it is mended by itself. `findings` are those of one
 * block, in the order of the text.
 */
export function withoutContained(findings: readonly Finding[]): readonly Finding[] {
  const gone = new Set<Finding>()
  for (const [i, one] of findings.entries()) {
    // What begins behind its end lies in none of them.
    for (let j = i + 1; j < findings.length && findings[j]!.at!.start < one.at!.end; j++) {
      const loser = loserOf(one, findings[j]!)
      if (loser && loser.replacement === undefined) gone.add(loser)
    }
  }
  return gone.size === 0 ? findings : findings.filter((finding) => !gone.has(finding))
}

/** `b` begins where `a` does, or behind it. */
function loserOf(a: Finding, b: Finding): Finding | undefined {
  if (a.category !== b.category || a.ruleId === b.ruleId) return undefined
  const bIsInside = b.at!.end <= a.at!.end
  if (!bIsInside && b.at!.start > a.at!.start) return undefined
  const lead = weightOf(a) - weightOf(b)
  if (lead !== 0) return lead > 0 ? b : a
  return bIsInside ? b : a
}

/** What is held without a release weighs more than what a role may release. */
function weightOf(finding: Finding): number {
  return STRENGTH[kindOf(finding)] * 2 + (finding.release === undefined ? 1 : 0)
}
