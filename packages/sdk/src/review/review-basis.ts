import { type Citation, type Confirmation, cite, type Guidance, layer, type PolicyPack, type ReviewPolicy } from '@qianshao/rules-core'

/** What an office's packs ask of a review. */
export interface ReviewBasis {
  policy: ReviewPolicy
  /** The clauses of the policy, for whoever asks why. */
  citations: readonly Citation[]
  /** What has to be answered before publishing. */
  confirmations: readonly Confirmation[]
  /** What is left to whoever writes or signs, as questions. */
  guidance: readonly Guidance[]
}

/** Of a chain of packs, parents first; undefined if none of them has a review. Throws a PackError as `createChecker` does. */
export function reviewBasis(chain: readonly PolicyPack[]): ReviewBasis | undefined {
  const { review, clauses, documents, confirmations, guidance } = layer(chain)
  if (!review) return undefined
  return {
    policy: review,
    citations: cite(clauses, documents, review.clauseIds),
    confirmations: confirmations.filter(({ act }) => act === 'publish'),
    guidance: guidance.filter(({ shownTo }) => shownTo === 'author' || shownTo === 'reviewer'),
  }
}
