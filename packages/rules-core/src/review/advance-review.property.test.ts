import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import chongqing from '../../packs/cn-chongqing/review.json' with { type: 'json' }
import qijiang from '../../packs/cn-chongqing-qijiang/review.json' with { type: 'json' }
import { type ReviewPolicy, type ReviewRole, reviewPolicy } from '../pack/schema.ts'
import { branchOf } from '../testing/branch.ts'
import { advanceReview, openReview } from './advance-review.ts'
import { isRefusal, missingSteps, type ReviewAction } from './review.ts'

const three = z.parse(reviewPolicy, qijiang)
const two = z.parse(reviewPolicy, chongqing)

type Line = readonly [action: ReviewAction['action'], role: ReviewRole, by: string, digest: string]

describe('whatever happens', () => {
  const first: ReviewPolicy = {
    ...two,
    branches: [...two.branches, branchOf({ emergency: true }, { do: 'publish-first', owed: two.steps.slice(1) }, 'urgent')],
  }
  const action: fc.Arbitrary<ReviewAction['action']> = fc.oneof(
    { weight: 8, arbitrary: fc.constant('approve' as const) },
    { weight: 3, arbitrary: fc.constantFrom('confirm', 'submit', 'publish' as const) },
    { weight: 1, arbitrary: fc.constantFrom('edit', 'reject', 'escalate', 'reroute', 'object', 'publish-request' as const) },
  )
  // Mostly each in their own role, so that many paths get to the end.
  const actor: fc.Arbitrary<[ReviewRole, string]> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom<[ReviewRole, string]>(
        ['handler', '甲'],
        ['deputy-head', '乙'],
        ['head', '丙'],
        ['coordination', '丁'],
        ['publicity-dept', '戊'],
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom<ReviewRole>('handler', 'deputy-head', 'head', 'office'), fc.constantFrom('甲', '乙', '丙')),
    },
  )
  const text = fc.oneof({ weight: 8, arbitrary: fc.constant('d1') }, { weight: 1, arbitrary: fc.constant('d2') })
  const line: fc.Arbitrary<Line> = fc.tuple(action, actor, text).map(([act, [role, by], digest]) => [act, role, by, digest])
  const item = fc.record({
    origin: fc.constant('own' as const),
    sensitive: fc.boolean(),
    involvesOtherUnits: fc.boolean(),
    emergency: fc.boolean(),
  })

  test('nothing is published without every signature on exactly that text, by persons that differ, since its last change', () => {
    let published = 0
    fc.assert(
      fc.property(
        fc.constantFrom(three, two, first),
        item,
        fc.array(line, { minLength: 20, maxLength: 50, size: 'max' }),
        (policy, about, lines) => {
          let state = openReview(policy, about, 'd1')
          const signatures: { role: ReviewRole; by: string; digest: string }[] = []
          const asks: { role: ReviewRole; digest: string }[] = []
          for (const [action, role, by, digest] of lines) {
            const next = advanceReview(policy, state, { action, role, by, at: 1, digest })
            if (isRefusal(next)) continue
            if (next.digest !== state.digest) {
              signatures.length = 0
              asks.length = 0
            }
            if (action === 'escalate') asks.push({ role, digest })
            if (action === 'approve' || action === 'confirm') signatures.push({ role, by, digest })
            state = next
            if (state.stage === 'published') break
          }
          if (state.stage !== 'published') return
          published += 1
          expect(policy === three && state.item.sensitive).toBe(false)
          const needed = state.steps.filter(({ owed }) => !owed)
          for (const { step, signature, by, digest, decidedBy } of needed) {
            expect(signature).toBe('valid')
            expect(digest).toBe(state.digest)
            // Signed by the role itself, or by the leader whom it had asked about this very text.
            if (decidedBy) expect(asks).toContainEqual({ role: step.role, digest: state.digest })
            expect(signatures).toContainEqual({ role: decidedBy ?? step.role, by, digest: state.digest })
            for (const other of state.steps) {
              if (decidedBy || other.decidedBy) continue
              if (other.signature === 'valid' && step.differsFrom.includes(other.step.role)) expect(other.by).not.toBe(by)
            }
          }
          const asked = new Set(needed.map(({ step }) => step.role))
          if (policy !== first || !state.item.emergency) for (const step of policy.steps) expect(asked).toContain(step.role)
          if (state.raised) expect(asked).toContain('head')
          if (state.item.involvesOtherUnits) expect(asked).toContain('coordination')
          if (state.item.emergency) expect(asked).toContain('publicity-dept')
          const debts = state.steps.filter((one) => one.owed && one.signature !== 'valid')
          expect(missingSteps(state)).toEqual(debts.map(({ step }) => step))
        },
      ),
      { numRuns: 800 },
    )
    // The property says something only if the paths get there.
    expect(published).toBeGreaterThan(50)
  }, 30_000)

  test('a refusal changes nothing, names known roles, and is explained', () => {
    fc.assert(
      fc.property(item, fc.array(line, { maxLength: 12 }), (about, lines) => {
        let state = openReview(three, about, 'd1')
        for (const [action, role, by, digest] of lines) {
          const before = JSON.stringify(state)
          const next = advanceReview(three, state, { action, role, by, at: 1, digest })
          expect(JSON.stringify(state)).toBe(before)
          if (isRefusal(next)) {
            expect(next.explain.length).toBeGreaterThan(5)
            expect(next.clauseIds.length).toBeGreaterThan(0)
            expect(next.missing.every((missing) => state.steps.some(({ step }) => step.role === missing))).toBe(true)
          } else state = next
        }
      }),
    )
  })

  test('signatures form a chain: none is valid before the ones it follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(three, two), item, fc.array(line, { maxLength: 30 }), (policy, about, lines) => {
        let state = openReview(policy, about, 'd1')
        for (const [action, role, by, digest] of lines) {
          const next = advanceReview(policy, state, { action, role, by, at: 1, digest })
          if (isRefusal(next)) continue
          state = next
          const chain = state.steps.filter(({ step }) => step.attests.length > 0).map(({ signature }) => signature === 'valid')
          expect(chain).toEqual([...chain].sort((a, b) => Number(b) - Number(a)))
          expect(state.stage === 'approved').toBe(
            state.steps.every(({ signature }) => signature === 'valid') && !['drafting', 'published'].includes(state.stage),
          )
        }
      }),
    )
  })
})
