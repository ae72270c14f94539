import type { ReviewRole } from '../pack/schema.ts'
import { type Finding, kindOf } from './finding.ts'
import { type Decision, decide, type Verdict } from './verdict.ts'

/** The reason codes of “不是这个问题” (protocol.md §4.1). */
export type DismissCode = 'not-applicable' | 'already-public' | 'own-contact' | 'quotation' | 'masked' | 'wrong-match'

/** A person's answer to a finding: it is not what the rule thinks it is, or a named role releases it with a reason. `by`, `second`: person ids. */
export type Answer =
  | { act: 'dismiss'; code: DismissCode; by: string; second?: string }
  | { act: 'release'; role: ReviewRole; reason: string; by: string }

/** What is left to decide once people have answered. An answer that may not settle its finding is as none. */
export function settle(verdict: Verdict, answerTo: (finding: Finding) => Answer | undefined): Decision {
  return decide(verdict.findings.filter((finding) => !isSettled(finding, answerTo(finding))))
}

/** A certain veto is dismissed by two different persons; a release needs a clause with 原则上 and its role (design.md §3). */
export function isSettled(finding: Finding, answer: Answer | undefined): boolean {
  if (!answer) return false
  if (answer.act === 'release') return finding.release === answer.role && answer.reason.trim().length >= 5
  return kindOf(finding) !== 'hold' || (answer.second !== undefined && answer.second !== answer.by)
}
