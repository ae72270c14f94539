import { expect, test } from 'vitest'
import { branchOf } from '../testing/branch.ts'
import { reviewOfChain } from './review-chain.ts'
import type { PolicyPack, ReviewBranch, ReviewPolicy, ReviewStep } from './schema.ts'

const step = (role: ReviewStep['role']): ReviewStep => ({ role, title: role, attests: [], proofreads: false, differsFrom: [] })
const review = (role: ReviewStep['role'], branches: ReviewBranch[]): ReviewPolicy => ({
  steps: [step(role)],
  branches,
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['one'],
})
const pack = (id: string, own?: ReviewPolicy): PolicyPack => ({
  format: 1,
  id,
  title: id,
  version: '2026.1.0',
  documents: [],
  clauses: [],
  ...(own && { review: own }),
})
const heard = (clause: string) => branchOf({ involvesOtherUnits: true }, { do: 'add', step: step('coordination') }, clause)
const other = branchOf({ origin: 'other-channel' }, { do: 'replace', steps: [step('office')] }, 'b')

test('the lowest steps, with what a parent asks on top', () => {
  const chain = [pack('a'), pack('b', review('handler', [heard('city'), other])), pack('c', review('head', [])), pack('d')]
  expect(reviewOfChain(chain)).toEqual({ ...review('head', []), branches: [heard('city')] })
})

test('what both ask is asked once, by the child’s clause', () => {
  const chain = [pack('b', review('handler', [heard('city')])), pack('c', review('head', [heard('own')]))]
  expect(reviewOfChain(chain)?.branches).toEqual([heard('own')])
})

test('no review anywhere is none', () => {
  expect(reviewOfChain([pack('a')])).toBeUndefined()
})
