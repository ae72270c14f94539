import { expect, test } from 'vitest'
import { packs } from '../shipped-packs.ts'
import gates from './gate-clauses.json' with { type: 'json' }

// The clauses that let something happen only after somebody has signed or answered: guidance alone would let it happen all the same.
test('each of the 82 clauses that ask for a signature or an answer first is asked for', () => {
  const asked = packs.flatMap(({ review, confirmations }) => [
    ...(review ? [review, ...review.branches, ...(review.above ? [review.above] : [])] : []),
    ...(confirmations ?? []),
  ])
  const served = new Set(asked.flatMap(({ clauseIds }) => clauseIds))
  expect(gates).toHaveLength(82)
  expect(gates.filter((id) => !served.has(id))).toEqual([])
})
