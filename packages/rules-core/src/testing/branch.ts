import type { ReviewBranch } from '../pack/schema.ts'

/** A branch of a review policy in one line. */
export function branchOf(when: ReviewBranch['when'], then: ReviewBranch['then'], ...clauseIds: string[]): ReviewBranch {
  return { when, then, clauseIds }
}
