import type { Category, DismissCode, Finding } from '@qianshao/rules-core'

/** Which reason codes fit a category (protocol.md §4.1); “前哨看错了” is always last. */
export function reasonsFor(finding: Finding): readonly DismissCode[] {
  const { category } = finding
  const numbers: readonly Category[] = ['id-card', 'mobile-phone', 'landline-private', 'bank-card']
  const personal: readonly Category[] = [...numbers, 'home-address', 'health-detail', 'personal-other', 'business-secret']
  const contact: readonly Category[] = [
    'mobile-phone',
    'landline-private',
    'home-address',
    'commercial-link',
    'spam-link',
    'personal-other',
  ]
  const words: readonly Category[] = [
    'state-secret-marking',
    'work-secret',
    'commercial-ad',
    'absolute-ad-term',
    'wording-error',
    'typo',
    'personal-opinion',
    'undecided-matter',
    'foreign-affairs-sensitive',
    'social-stability',
    'forced-engagement',
    'fan-buying',
    'punctuation-number',
    'home-address',
    'health-detail',
  ]
  const codes: DismissCode[] = ['not-applicable']
  if (personal.includes(category)) codes.push('already-public')
  if (contact.includes(category)) codes.push('own-contact')
  if (words.includes(category)) codes.push('quotation')
  if (numbers.includes(category)) codes.push('masked')
  return [...codes, 'wrong-match']
}
