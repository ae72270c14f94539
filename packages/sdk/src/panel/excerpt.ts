import type { Category, Draft, Finding } from '@qianshao/rules-core'
import { mask } from '@qianshao/rules-core'

/** Never shown in full outside the author's own text. */
const MASKED: readonly Category[] = ['id-card', 'mobile-phone', 'bank-card', 'credential-leak']
const BEFORE = 14
const AFTER = 12

export interface ExcerptPart {
  text: string
  /** The words that were found. */
  found: boolean
}

/** A finding's words with a little around them; numbers of persons are masked, also those of other findings nearby. */
export function excerpt(draft: Draft, finding: Finding, all: readonly Finding[]): readonly ExcerptPart[] {
  const { at } = finding
  const block = at && draft.blocks.find(({ id }) => id === at.blockId)
  if (!at || !block) return finding.quote ? [{ text: shownValue(finding), found: true }] : []
  const from = Math.max(0, at.start - BEFORE)
  const to = Math.min(block.text.length, at.end + AFTER)
  const secrets = all.filter((other) => other.at?.blockId === block.id && MASKED.includes(other.category))
  const before = masked(block.text, from, at.start, secrets)
  const after = masked(block.text, at.end, to, secrets)
  return [
    { text: (from > 0 ? '……' : '') + before, found: false },
    { text: shownValue(finding), found: true },
    { text: after + (to < block.text.length ? '……' : ''), found: false },
  ].filter((part) => part.text !== '')
}

/** The words of a finding as the panel may show them. */
export function shownValue(finding: Finding): string {
  return MASKED.includes(finding.category) ? mask(finding.quote, finding.category) : finding.quote
}

function masked(text: string, from: number, to: number, secrets: readonly Finding[]): string {
  let shown = ''
  let at = from
  for (const secret of secrets) {
    const { start, end } = secret.at!
    if (end <= at || start >= to) continue
    shown += text.slice(at, Math.max(at, start)) + mask(secret.quote, secret.category)
    at = Math.max(at, end)
  }
  return shown + (at < to ? text.slice(at, to) : '')
}
