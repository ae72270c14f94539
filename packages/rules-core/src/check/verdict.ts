import type { Finding } from './finding.ts'
import { kindOf } from './finding.ts'

export type Decision = 'clear' | 'review' | 'hold'

/** What the rules say about exactly one text. */
export interface Verdict {
  decision: Decision
  /** `partial`: something could not be read or a rule could not run; the guard then follows `whenUnchecked`. */
  coverage: 'full' | 'partial'
  /** In the order of the text. */
  findings: readonly Finding[]
  /** base64url SHA-256 over the draft's units (protocol.md §1.1); null when it is over the limits. */
  draftDigest: string | null
  packs: readonly { id: string; version: string }[]
  engine: string
}

/** How many findings hold, ask and hint. */
export function countKinds(findings: readonly Finding[]): { hold: number; ask: number; hint: number } {
  const counts = { hold: 0, ask: 0, hint: 0 }
  for (const finding of findings) counts[kindOf(finding)] += 1
  return counts
}

/** The decision that these findings lead to, when no answer has been given to any. */
export function decide(findings: readonly Finding[]): Decision {
  const { hold, ask } = countKinds(findings)
  return hold > 0 ? 'hold' : ask > 0 ? 'review' : 'clear'
}
