import type { PolicyPack, ReviewBranch, ReviewPolicy } from './schema.ts'

/**
 * The review that binds an office: the steps of the lowest pack that has a review, its branches, and what the packs above it ask or
 * refuse on top. Another chain of a parent is not taken over, since the child's own steps stand in its place.
 */
export function reviewOfChain(chain: readonly PolicyPack[]): ReviewPolicy | undefined {
  const reviews = chain.flatMap(({ review }) => (review ? [review] : []))
  const own = reviews.at(-1)
  if (!own) return undefined
  const known = new Set(own.branches.map(keyOf))
  const above = reviews
    .slice(0, -1)
    .flatMap(({ branches }) => branches)
    .filter((branch) => binds(branch) && !known.has(keyOf(branch)))
  return above.length === 0 ? own : { ...own, branches: [...own.branches, ...above] }
}

function binds({ then: what }: ReviewBranch): boolean {
  return what.do === 'add' || what.do === 'refuse'
}

// The same step under the same condition is asked once: the child says it in its own words.
function keyOf({ when, then: what }: ReviewBranch): string {
  const condition = Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([condition, what.do, what.do === 'add' ? what.step.role : ''])
}
