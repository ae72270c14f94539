import type { ReviewRole } from '../pack/schema.ts'
import type { ReviewAction } from './review.ts'

/** One person signs for another for a time (授权代签, protocol.md §6.5). Instants are epoch milliseconds. */
export interface Grant {
  from: string
  to: string
  roles: readonly ReviewRole[]
  since: number
  until: number
}

/** Thirty days at most (protocol.md §6.5). */
const LONGEST = 30 * 86_400_000

/** Why the grant does not cover this signature, in Chinese; undefined if it does, or if the person signs for nobody. */
export function refuseGrant({ grant, by, role, at }: ReviewAction): string | undefined {
  if (!grant) return undefined
  if (grant.to !== by || grant.from === by) return '授权书不是给这位代签人的，请换授权书。'
  if (!grant.roles.includes(role)) return '授权书不含这一步，请换授权书或者请本人签。'
  if (grant.until <= grant.since || grant.until - grant.since > LONGEST) return '授权书的期限要在三十天以内，请重新授权。'
  if (at < grant.since || at >= grant.until) return '签字时间不在授权期内，请重新授权或者请本人签。'
  return undefined
}
