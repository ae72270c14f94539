import type { Draft, Finding } from '@qianshao/rules-core'
import { looseLine } from '@qianshao/rules-core'
import { foldValue } from '../report/office-key.ts'
import { sentenceWithoutValue } from './sentence-of.ts'

/**
 * What the keyed identity of protocol.md §2.3 says, before it is keyed: same rule, value and sentence. It never leaves the page's memory;
 * the guard needs it because a click must be decided at once, and keyed hashes only come later.
 */
export function findingKey(draft: Draft, finding: Finding): string {
  return `${valueKey(finding)}|${looseLine(sentenceWithoutValue(draft, finding))}`
}

/** Same rule and same value, in whatever sentence. */
export function valueKey(finding: Finding): string {
  const value = finding.role === 'draft' ? '' : (finding.canonical ?? foldValue(finding.quote))
  return `${finding.ruleId}|${finding.major}|${value}`
}
