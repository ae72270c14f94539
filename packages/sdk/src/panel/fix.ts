import type { Category, Finding } from '@qianshao/rules-core'
import { text } from './text.zh-CN.ts'

const NUMBERS: readonly Category[] = ['id-card', 'mobile-phone', 'landline-private', 'bank-card', 'credential-leak', 'personal-other']

/** What the fix button says: the result itself; in quotation marks when it is words; nothing left is 删去. */
export function fixLabel(finding: Finding): string | undefined {
  const { replacement, category } = finding
  if (replacement === undefined || !finding.at) return undefined
  if (replacement === '') return text.card.remove
  if (NUMBERS.includes(category) && /^[\x21-\x7e]+$/.test(replacement)) return text.card.fixTo(replacement)
  return text.card.fixToWords(replacement.length > 16 ? `${replacement.slice(0, 15)}…` : replacement)
}

/** Numbers of persons may simply go; other words are the writer's to change. */
export function mayRemove(finding: Finding): boolean {
  return finding.at !== undefined && finding.at.end > finding.at.start && finding.replacement !== '' && NUMBERS.includes(finding.category)
}
