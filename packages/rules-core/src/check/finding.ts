import type { TraceLine } from '../detectors/detector.ts'
import type { Place, Span } from '../draft/draft.ts'
import type { Citation } from '../pack/cite.ts'
import type { Category, Certainty, ReviewRole, Severity } from '../pack/schema.ts'

/** One hit of one rule at one place. No span: the whole draft, or an attachment. */
export interface Finding {
  ruleId: string
  major: number
  category: Category
  severity: Severity
  certainty: Certainty
  role: Place
  at?: Span
  /** The words as written in the draft. */
  quote: string
  /** The detector's own form of the value, for keyed hashes (protocol.md §2.3). */
  canonical?: string
  message: string
  citations: readonly Citation[]
  replacement?: string
  /** Who may release a rule whose clause says 原则上. */
  release?: ReviewRole
  /** Why it was found, for 为什么提示. */
  trace: readonly TraceLine[]
}

/** How a finding is shown: 须改, 待核对 or 提示. */
export type Kind = 'hold' | 'ask' | 'hint'

/** A certain veto holds, a doubtful veto or a fault asks a person, advice is only shown (design.md §3). */
export function kindOf(finding: Pick<Finding, 'severity' | 'certainty'>): Kind {
  if (finding.severity === 'advice') return 'hint'
  return finding.severity === 'veto' && finding.certainty === 'certain' ? 'hold' : 'ask'
}
