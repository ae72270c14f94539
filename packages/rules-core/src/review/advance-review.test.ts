import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import chongqing from '../../packs/cn-chongqing/review.json' with { type: 'json' }
import qijiang from '../../packs/cn-chongqing-qijiang/review.json' with { type: 'json' }
import { type ReviewItem, type ReviewPolicy, type ReviewRole, reviewPolicy } from '../pack/schema.ts'
import { branchOf } from '../testing/branch.ts'
import { advanceReview, openReview } from './advance-review.ts'
import { isRefusal, missingSteps, type Refusal, type ReviewAction, type ReviewState } from './review.ts'

const three = z.parse(reviewPolicy, qijiang)
const two = z.parse(reviewPolicy, chongqing)
const plain: ReviewItem = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }

type Line = readonly [action: ReviewAction['action'], role: ReviewRole, by: string, digest: string]

/** Plays the lines; refused ones change nothing. The outcome of the last line, and the state after it. */
function play(
  policy: ReviewPolicy,
  item: Partial<ReviewItem>,
  lines: readonly Line[],
): { last: ReviewState | Refusal; state: ReviewState } {
  let state = openReview(policy, { ...plain, ...item }, 'd1')
  let last: ReviewState | Refusal = state
  lines.forEach(([action, role, by, digest], i) => {
    last = advanceReview(policy, state, { action, role, by, at: i + 1, digest })
    if (!isRefusal(last)) state = last
  })
  return { last, state }
}

const signed = (digest: string): readonly Line[] => [
  ['approve', 'handler', '甲', digest],
  ['approve', 'deputy-head', '乙', digest],
  ['approve', 'head', '丙', digest],
]
const submitted: Line = ['submit', 'handler', '甲', 'd1']

describe('three steps by three persons', () => {
  test('publishes after the third', () => {
    const { state } = play(three, {}, [submitted, ...signed('d1')])
    expect(state.stage).toBe('approved')
    expect(play(three, {}, [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd1']]).last).toMatchObject({
      stage: 'published',
      publishedBy: '甲',
    })
  })

  test.each<[string, readonly Line[], Partial<Refusal>]>([
    [
      'nothing signed',
      [submitted, ['publish-request', 'handler', '甲', 'd1']],
      { refused: 'not-approved', missing: ['handler', 'deputy-head', 'head'] },
    ],
    [
      'one is missing',
      [submitted, ...signed('d1').slice(0, 2), ['publish', 'handler', '甲', 'd1']],
      { refused: 'not-approved', missing: ['head'], clauseIds: three.clauseIds },
    ],
    [
      'the second before the first',
      [submitted, ['approve', 'deputy-head', '乙', 'd1']],
      { refused: 'out-of-order', missing: ['handler', 'deputy-head', 'head'] },
    ],
    [
      'one is skipped',
      [submitted, signed('d1')[0]!, ['approve', 'head', '丙', 'd1']],
      { refused: 'out-of-order', missing: ['deputy-head', 'head'] },
    ],
    ['not handed in yet', [['approve', 'deputy-head', '乙', 'd1']], { refused: 'out-of-order' }],
    [
      'one person twice',
      [submitted, signed('d1')[0]!, ['approve', 'deputy-head', '甲', 'd1']],
      { refused: 'same-person', missing: ['deputy-head', 'head'] },
    ],
    [
      'first and third are one person',
      [submitted, ...signed('d1').slice(0, 2), ['approve', 'head', '甲', 'd1']],
      { refused: 'same-person', missing: ['head'] },
    ],
    ['a role that has no step', [submitted, ['approve', 'office', '丁', 'd1']], { refused: 'wrong-role' }],
    ['another text than the one handed in', [submitted, ['approve', 'handler', '甲', 'd2']], { refused: 'text-changed' }],
    [
      'another text at the press of the button',
      [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd2']],
      { refused: 'text-changed', missing: ['handler', 'deputy-head', 'head'] },
    ],
    [
      'edited after the third',
      [submitted, ...signed('d1'), ['edit', 'handler', '甲', 'd2'], ['publish', 'handler', '甲', 'd2']],
      { refused: 'text-changed', missing: ['handler', 'deputy-head', 'head'] },
    ],
    [
      'edited, and only the last signs again',
      [submitted, ...signed('d1'), ['edit', 'head', '丙', 'd2'], ['approve', 'head', '丙', 'd2']],
      { refused: 'out-of-order', missing: ['handler', 'deputy-head', 'head'] },
    ],
    [
      'edited, and two sign again',
      [submitted, ...signed('d1'), ['edit', 'handler', '甲', 'd2'], ...signed('d2').slice(0, 2), ['publish', 'handler', '甲', 'd2']],
      { refused: 'text-changed', missing: ['head'] },
    ],
    [
      'edited and put back: what lapsed stays lapsed',
      [submitted, ...signed('d1'), ['edit', 'handler', '甲', 'd2'], ['edit', 'handler', '甲', 'd1'], ['publish', 'handler', '甲', 'd1']],
      { refused: 'text-changed' },
    ],
    [
      'handed in again with another text',
      [submitted, ...signed('d1'), ['submit', 'handler', '甲', 'd2'], ['publish', 'handler', '甲', 'd2']],
      { refused: 'text-changed' },
    ],
    [
      'signed by a second person of the role',
      [submitted, signed('d1')[0]!, ['approve', 'handler', '丁', 'd1']],
      { refused: 'out-of-order', missing: ['deputy-head', 'head'] },
    ],
    [
      'returned, and the next one signs all the same',
      [submitted, signed('d1')[0]!, ['reject', 'deputy-head', '乙', 'd1'], ['approve', 'deputy-head', '乙', 'd1']],
      { refused: 'out-of-order' },
    ],
    [
      'the last takes the signature back',
      [submitted, ...signed('d1'), ['reject', 'head', '丙', 'd1'], ['publish', 'handler', '甲', 'd1']],
      { refused: 'not-approved', missing: ['head'] },
    ],
    [
      'the first takes the signature back, so nobody’s counts',
      [submitted, ...signed('d1'), ['object', 'handler', '甲', 'd1'], ['publish', 'handler', '甲', 'd1']],
      { refused: 'not-approved', missing: ['handler', 'deputy-head', 'head'] },
    ],
    ['returned by somebody without a step', [submitted, ['reject', 'office', '丁', 'd1']], { refused: 'wrong-role' }],
    ['returned on another text', [submitted, ['reject', 'handler', '甲', 'd0']], { refused: 'text-changed' }],
    ['handed on after signing', [submitted, signed('d1')[0]!, ['reroute', 'handler', '甲', 'd1']], { refused: 'out-of-order' }],
    [
      'edited after publication',
      [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd1'], ['edit', 'handler', '甲', 'd2']],
      { refused: 'text-changed', missing: [] },
    ],
    [
      'signed after publication',
      [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd1'], ['reject', 'head', '丙', 'd1']],
      { refused: 'out-of-order' },
    ],
    [
      'handed in after publication',
      [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd1'], ['submit', 'handler', '甲', 'd2']],
      { refused: 'out-of-order' },
    ],
    [
      'another text published after publication',
      [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd1'], ['publish', 'handler', '甲', 'd2']],
      { refused: 'text-changed' },
    ],
  ])('refused: %s', (_, lines, refusal) => {
    const { last } = play(three, {}, lines)
    expect(last).toMatchObject(refusal)
    expect(isRefusal(last) && /^[\p{Script=Han}\d“”、，；：。 ]+$/u.test(last.explain)).toBe(true)
  })

  test.each<[string, readonly Line[], ReviewState['stage']]>([
    ['signing begins the review', [...signed('d1').slice(0, 1)], 'in-review'],
    ['handing in twice changes nothing', [submitted, ...signed('d1'), submitted], 'approved'],
    ['pressing twice changes nothing', [submitted, ...signed('d1'), signed('d1')[2]!], 'approved'],
    ['an edit without a change keeps the signatures', [submitted, ...signed('d1'), ['edit', 'handler', '甲', 'd1']], 'approved'],
    ['an edit in review stays in review', [submitted, ...signed('d1'), ['edit', 'handler', '甲', 'd2']], 'in-review'],
    ['an edit before handing in stays a draft', [['edit', 'handler', '甲', 'd2']], 'drafting'],
    ['all sign the new text', [submitted, ...signed('d1'), ['edit', 'handler', '甲', 'd2'], ...signed('d2')], 'approved'],
    [
      'after a change, other persons may sign',
      [
        submitted,
        ...signed('d1'),
        ['edit', 'handler', '甲', 'd2'],
        ['approve', 'handler', '乙', 'd2'],
        ['approve', 'deputy-head', '甲', 'd2'],
        ['approve', 'head', '丁', 'd2'],
      ],
      'approved',
    ],
    ['a return makes it a draft', [submitted, ['reject', 'head', '丙', 'd1']], 'drafting'],
    [
      'handed in again unchanged, the earlier signature holds',
      [submitted, signed('d1')[0]!, ['reject', 'deputy-head', '乙', 'd1'], submitted, ...signed('d1').slice(1)],
      'approved',
    ],
    [
      'handed on, the colleague signs',
      [submitted, signed('d1')[0]!, ['reroute', 'deputy-head', '乙', 'd1'], ['approve', 'deputy-head', '戊', 'd1'], signed('d1')[2]!],
      'approved',
    ],
    [
      'publishing again is a retry',
      [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd1'], ['publish', 'handler', '丁', 'd1']],
      'published',
    ],
  ])('allowed: %s', (_, lines, stage) => {
    const { last, state } = play(three, {}, lines)
    expect(isRefusal(last)).toBe(false)
    expect(state.stage).toBe(stage)
  })

  test('who returned and who handed on is remembered until the step is signed', () => {
    const returned = play(three, {}, [submitted, ['reject', 'deputy-head', '乙', 'd1'], ['reroute', 'deputy-head', '乙', 'd1']]).state
    expect(returned.steps[1]).toMatchObject({ against: { by: '乙', at: 2 }, handedOnBy: '乙' })
    const { state } = play(three, {}, [submitted, signed('d1')[0]!, ['reject', 'deputy-head', '乙', 'd1'], submitted, signed('d1')[1]!])
    expect(state.steps[1]).not.toHaveProperty('against')
  })

  test('says who is missing, by title', () => {
    const { last } = play(three, {}, [submitted, ['publish-request', 'handler', '甲', 'd1']])
    expect(last).toMatchObject({ explain: '还差 3 个签字：承办单位经办人员、承办单位分管负责人、承办单位主要负责人。' })
    const same = play(three, {}, [submitted, signed('d1')[0]!, ['approve', 'head', '甲', 'd1']]).last
    expect(same).toMatchObject({ explain: '请等承办单位分管负责人先签。' })
  })
})

describe('branches', () => {
  test('what may not be published is refused at every step, with its clauses', () => {
    for (const line of [
      submitted,
      signed('d1')[0]!,
      ['publish-request', 'handler', '甲', 'd1'],
      ['publish', 'head', '丙', 'd1'],
    ] as const) {
      expect(play(three, { sensitive: true, emergency: true }, [line]).last).toMatchObject({
        refused: 'forbidden',
        missing: [],
        clauseIds: ['qij-17-2', 'qij-17-4'],
      })
    }
  })

  test('where sensitive items may not be published, declaring one stops it, signed or not', () => {
    const { last } = play(three, {}, [
      submitted,
      ...signed('d1'),
      ['escalate', 'deputy-head', '乙', 'd1'],
      ['publish', 'handler', '甲', 'd1'],
    ])
    expect(last).toMatchObject({ refused: 'forbidden' })
  })

  test('where a higher step is asked for, declaring an item sensitive adds it and keeps what was signed', () => {
    const lines: readonly Line[] = [submitted, ...signed('d1').slice(0, 2)]
    expect(play(two, {}, lines).state.stage).toBe('approved')
    const raised = play(two, {}, [...lines, ['escalate', 'deputy-head', '乙', 'd1']]).state
    expect(raised).toMatchObject({ stage: 'in-review', item: { sensitive: true } })
    expect(missingSteps(raised).map(({ role }) => role)).toEqual(['head'])
    expect(play(two, {}, [...lines, ['escalate', 'deputy-head', '乙', 'd1'], ['publish', 'handler', '甲', 'd1']]).last).toMatchObject({
      refused: 'not-approved',
      clauseIds: ['cq64-3.3.3-b'],
    })
    expect(
      play(two, {}, [...lines, ['escalate', 'deputy-head', '乙', 'd1'], signed('d1')[2]!, ['publish', 'handler', '甲', 'd1']]).state.stage,
    ).toBe('published')
    expect(play(two, {}, [...lines, ['escalate', 'office', '丁', 'd1']]).last).toMatchObject({ refused: 'wrong-role' })
  })

  test('what another office said may be recorded at any time before publication, and is needed', () => {
    const asked = { involvesOtherUnits: true, emergency: true }
    const heard: readonly Line[] = [
      ['confirm', 'coordination', '丁', 'd1'],
      ['confirm', 'publicity-dept', '戊', 'd1'],
    ]
    expect(play(three, asked, [submitted, ...signed('d1'), ['publish', 'handler', '甲', 'd1']]).last).toMatchObject({
      refused: 'not-approved',
      missing: ['coordination', 'publicity-dept'],
      clauseIds: ['cq64-3.3.3-j', 'cq64-3.2.1-f'],
    })
    expect(play(three, asked, [submitted, ...signed('d1'), ...heard]).state.stage).toBe('approved')
    expect(play(three, asked, [...heard, submitted, ...signed('d1')]).state.stage).toBe('approved')
    expect(play(three, asked, [submitted, ...signed('d1'), ...heard, ['object', 'coordination', '丁', 'd1']]).state).toMatchObject({
      stage: 'drafting',
    })
    expect(
      play(three, asked, [
        ...heard,
        submitted,
        ...signed('d1'),
        ['edit', 'handler', '甲', 'd2'],
        ...signed('d2'),
        ['publish', 'handler', '甲', 'd2'],
      ]).last,
    ).toMatchObject({
      missing: ['coordination', 'publicity-dept'],
    })
  })

  test('a signature does not cover what a declared branch asks on top', () => {
    const stricter: ReviewPolicy = {
      ...two,
      branches: [branchOf({ sensitive: true }, { do: 'add', step: { ...two.steps[0]!, attests: ['opinion'] } }, 'stricter')],
    }
    const { state } = play(stricter, {}, [submitted, ...signed('d1').slice(0, 2), ['escalate', 'deputy-head', '乙', 'd1']])
    expect(missingSteps(state).map(({ role }) => role)).toEqual(['handler', 'deputy-head'])
  })
})

describe('publish first, sign later', () => {
  const first: ReviewPolicy = {
    ...three,
    branches: [branchOf({ emergency: true }, { do: 'publish-first', owed: three.steps.slice(1) }, 'urgent')],
  }
  const out: readonly Line[] = [signed('d1')[0]!, ['publish', 'handler', '甲', 'd1']]
  const after = (...lines: readonly Line[]) => play(first, { emergency: true }, [...out, ...lines])

  test('goes out with what is not owed, and leaves a debt', () => {
    const { state } = after()
    expect(state.stage).toBe('published')
    expect(missingSteps(state).map(({ role }) => role)).toEqual(['deputy-head', 'head'])
    expect(play(first, { emergency: true }, [['publish', 'handler', '甲', 'd1']]).last).toMatchObject({
      refused: 'not-approved',
      missing: ['handler'],
    })
    expect(play(first, {}, out).last).toMatchObject({ refused: 'not-approved', missing: ['deputy-head', 'head'] })
  })

  test('the debt is closed by others than the one who published', () => {
    const { state } = after(['confirm', 'deputy-head', '乙', 'd1'], ['approve', 'head', '丙', 'd1'])
    expect(missingSteps(state)).toEqual([])
    expect(after(['confirm', 'deputy-head', '甲', 'd1']).last).toMatchObject({ refused: 'same-person', missing: ['deputy-head', 'head'] })
    const byAnother = play(first, { emergency: true }, [
      signed('d1')[0]!,
      ['publish', 'handler', '丁', 'd1'],
      ['confirm', 'deputy-head', '丁', 'd1'],
    ])
    expect(byAnother.last).toMatchObject({ refused: 'same-person', explain: '承办单位分管负责人和发布人不能是同一个人，请换一位签字。' })
  })

  test('only for the text that went out, in order, and not by saying no', () => {
    expect(after(['confirm', 'deputy-head', '乙', 'd2']).last).toMatchObject({ refused: 'text-changed' })
    expect(after(['confirm', 'head', '丙', 'd1']).last).toMatchObject({ refused: 'out-of-order' })
    const objected = after(['object', 'deputy-head', '乙', 'd1']).state
    expect(objected).toMatchObject({ stage: 'published', steps: [{}, { against: { by: '乙' }, signature: 'none' }, {}] })
    expect(after(['confirm', 'office', '乙', 'd1']).last).toMatchObject({ refused: 'wrong-role' })
  })

  test('may be signed before, too, and is then no debt', () => {
    const { state } = play(first, { emergency: true }, [...signed('d1'), ['publish', 'handler', '甲', 'd1']])
    expect(state.stage).toBe('published')
    expect(missingSteps(state)).toEqual([])
  })
})

describe('carry: by-later-step', () => {
  const carrying: ReviewPolicy = { ...three, carry: 'by-later-step' }
  const run = (policy: ReviewPolicy, ...lines: readonly Line[]) => play(policy, {}, [submitted, ...signed('d1').slice(0, 2), ...lines])

  test('who edited and signs a later step carries the earlier signatures, on their own text', () => {
    const { state } = run(carrying, ['edit', 'head', '丙', 'd2'], ['approve', 'head', '丙', 'd2'])
    expect(state).toMatchObject({ stage: 'approved', steps: [{ digest: 'd1' }, { digest: 'd1' }, { digest: 'd2' }] })
  })

  test.each<[string, readonly Line[]]>([
    ['the default does not', []],
    [
      'somebody else edited',
      [
        ['edit', 'handler', '甲', 'd2'],
        ['approve', 'head', '丙', 'd2'],
      ],
    ],
    [
      'two edits deep',
      [
        ['edit', 'head', '丙', 'd2'],
        ['edit', 'head', '丙', 'd3'],
        ['approve', 'head', '丙', 'd3'],
      ],
    ],
    [
      'taken back before',
      [
        ['reject', 'handler', '甲', 'd1'],
        ['edit', 'head', '丙', 'd2'],
        ['submit', 'handler', '甲', 'd2'],
        ['approve', 'head', '丙', 'd2'],
      ],
    ],
  ])('not where %s', (_, lines) => {
    const { last } =
      lines.length === 0 ? run(three, ['edit', 'head', '丙', 'd2'], ['approve', 'head', '丙', 'd2']) : run(carrying, ...lines)
    expect(last).toMatchObject({ refused: 'out-of-order' })
  })
})

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
          for (const [action, role, by, digest] of lines) {
            const next = advanceReview(policy, state, { action, role, by, at: 1, digest })
            if (isRefusal(next)) continue
            if (next.digest !== state.digest) signatures.length = 0
            if (action === 'approve' || action === 'confirm') signatures.push({ role, by, digest })
            state = next
            if (state.stage === 'published') break
          }
          if (state.stage !== 'published') return
          published += 1
          expect(policy === three && state.item.sensitive).toBe(false)
          const needed = state.steps.filter(({ owed }) => !owed)
          for (const { step, signature, by, digest } of needed) {
            expect(signature).toBe('valid')
            expect(digest).toBe(state.digest)
            expect(signatures).toContainEqual({ role: step.role, by, digest: state.digest })
            for (const other of state.steps) {
              if (other.signature === 'valid' && step.differsFrom.includes(other.step.role)) expect(other.by).not.toBe(by)
            }
          }
          const asked = new Set(needed.map(({ step }) => step.role))
          if (policy !== first || !state.item.emergency) for (const step of policy.steps) expect(asked).toContain(step.role)
          if (policy !== three && state.item.sensitive) expect(asked).toContain('head')
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
