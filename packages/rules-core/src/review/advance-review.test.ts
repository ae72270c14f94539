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
    ['moved to another chain on another text', [submitted, ['reroute', 'handler', '甲', 'd0']], { refused: 'text-changed' }],
    ['the highest asks above', [submitted, ...signed('d1').slice(0, 2), ['escalate', 'head', '丙', 'd1']], { refused: 'out-of-order' }],
    ['asked above before the one below signed', [submitted, ['escalate', 'deputy-head', '乙', 'd1']], { refused: 'out-of-order' }],
    [
      'asking above is no approval',
      [submitted, ['escalate', 'handler', '甲', 'd1'], ['publish', 'head', '丙', 'd1']],
      { refused: 'not-approved', missing: ['handler', 'deputy-head', 'head'] },
    ],
    [
      'who asked above does not decide',
      [submitted, ['escalate', 'handler', '甲', 'd1'], ['approve', 'deputy-head', '甲', 'd1']],
      { refused: 'same-person' },
    ],
    [
      'asked above about a text that was edited',
      [submitted, ['escalate', 'handler', '甲', 'd1'], ['edit', 'handler', '甲', 'd2'], ['approve', 'deputy-head', '乙', 'd2']],
      { refused: 'out-of-order' },
    ],
    ['confirmed instead of signed', [submitted, ['confirm', 'handler', '甲', 'd1']], { refused: 'out-of-order' }],
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
      'the higher leader signs for the one who asked, too',
      [submitted, ['escalate', 'handler', '甲', 'd1'], ['approve', 'deputy-head', '乙', 'd1'], signed('d1')[2]!],
      'approved',
    ],
    [
      'two ask, and the third decides for all',
      [submitted, ['escalate', 'handler', '甲', 'd1'], ['escalate', 'deputy-head', '乙', 'd1'], signed('d1')[2]!],
      'approved',
    ],
    [
      'the leader who decided for another takes it back for both',
      [submitted, ['escalate', 'handler', '甲', 'd1'], ['approve', 'deputy-head', '乙', 'd1'], ['reject', 'deputy-head', '乙', 'd1']],
      'drafting',
    ],
    [
      'a chain that is the same for another origin keeps what was signed',
      [submitted, ...signed('d1'), ['reroute', 'handler', '甲', 'd1']],
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

  test('who returned, and why, is remembered until the step is signed', () => {
    let state = openReview(three, plain, 'd1')
    const act = (action: ReviewAction) => {
      const next = advanceReview(three, state, action)
      if (!isRefusal(next)) state = next
    }
    act({ action: 'approve', role: 'handler', by: '甲', at: 1, digest: 'd1' })
    act({ action: 'reject', role: 'deputy-head', by: '乙', at: 2, digest: 'd1', remarks: '时间写错了' })
    expect(state.steps[1]).toMatchObject({ against: { by: '乙', at: 2, remarks: '时间写错了' } })
    act({ action: 'submit', role: 'handler', by: '甲', at: 3, digest: 'd1' })
    act({ action: 'approve', role: 'deputy-head', by: '乙', at: 4, digest: 'd1' })
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

  test('the last of the chain asks the leader above it, who decides for both', () => {
    const asked: readonly Line[] = [submitted, signed('d1')[0]!, ['escalate', 'deputy-head', '乙', 'd1']]
    const raised = play(two, {}, asked).state
    expect(missingSteps(raised).map(({ role }) => role)).toEqual(['deputy-head', 'head'])
    expect(play(two, {}, [...asked, ['publish', 'handler', '甲', 'd1']]).last).toMatchObject({
      refused: 'not-approved',
      clauseIds: expect.arrayContaining(['cq64-3.3.3-b']),
    })
    const decided = play(two, {}, [...asked, signed('d1')[2]!]).state
    expect(decided).toMatchObject({ stage: 'approved', steps: [{ by: '甲' }, { by: '丙', decidedBy: 'head' }, { by: '丙' }] })
    expect(play(two, {}, [...asked, ['escalate', 'office', '丁', 'd1']]).last).toMatchObject({ refused: 'wrong-role' })
  })

  test('who has signed may still ask above: the signature stays, the leader is waited for', () => {
    const { state } = play(two, {}, [submitted, ...signed('d1').slice(0, 2), ['escalate', 'deputy-head', '乙', 'd1']])
    expect(state.stage).toBe('in-review')
    expect(missingSteps(state).map(({ role }) => role)).toEqual(['head'])
  })

  test('an objection stands over an edit, until that office confirms the new text', () => {
    const lines: readonly Line[] = [
      submitted,
      ['object', 'publicity-dept', '戊', 'd1'],
      ['edit', 'handler', '甲', 'd2'],
      ...signed('d2'),
      ['publish', 'handler', '甲', 'd2'],
    ]
    expect(play(three, {}, lines).last).toMatchObject({ refused: 'not-approved', missing: ['publicity-dept'] })
    const late: Line = ['confirm', 'publicity-dept', '戊', 'd1']
    expect(play(three, {}, [...lines, late]).last).toMatchObject({ refused: 'text-changed' })
    expect(play(three, {}, [...lines, ['confirm', 'publicity-dept', '戊', 'd2']]).state.stage).toBe('approved')
  })

  test('a chain of another origin asks its own signers', () => {
    const office = { ...two.steps[0]!, role: 'office' as const, title: '办公室', differsFrom: [] }
    const other: ReviewPolicy = {
      ...two,
      branches: [branchOf({ origin: 'other-channel' }, { do: 'replace', steps: [office, two.steps[1]!] }, 'other')],
    }
    const moved = play(other, {}, [submitted, ...signed('d1').slice(0, 2), ['reroute', 'handler', '甲', 'd1']]).state
    expect(moved.item.origin).toBe('other-channel')
    // The deputy signed after the handler, whose step is gone: signatures follow each other.
    expect(missingSteps(moved).map(({ role }) => role)).toEqual(['office', 'deputy-head'])
    const back = advanceReview(other, moved, { action: 'reroute', role: 'office', by: '丁', at: 9, digest: 'd1' })
    expect(back).toMatchObject({ item: { origin: 'own' } })
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
      stage: 'in-review',
      steps: [{ signature: 'none', against: { by: '丁' } }, {}, {}, {}, {}],
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
