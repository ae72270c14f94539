import { describe, expect, test } from 'vitest'
import type { ReviewBranch, ReviewItem, ReviewPolicy, ReviewRole, ReviewStep } from '../pack/schema.ts'
import { branchOf } from '../testing/branch.ts'
import { routeOf } from './route.ts'

const step = (role: ReviewRole, more: Partial<ReviewStep> = {}): ReviewStep => ({
  role,
  title: role,
  attests: ['political'],
  proofreads: false,
  differsFrom: [],
  ...more,
})
const plain: ReviewItem = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }
const policy = (branches: readonly ReviewBranch[]): ReviewPolicy => ({
  steps: [step('handler'), step('deputy-head')],
  branches: [...branches],
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['base'],
})
const roles = (branches: readonly ReviewBranch[], item: Partial<ReviewItem>) =>
  routeOf(policy(branches), { ...plain, ...item }).steps.map((one) => one.step.role + (one.owed ? ' later' : ''))

const other = branchOf({ origin: 'other-channel' }, { do: 'replace', steps: [step('office'), step('open-gov-leader')] }, 'other')
const leader = branchOf({ sensitive: true }, { do: 'add', step: step('main-leader') }, 'leader')
const units = branchOf({ involvesOtherUnits: true }, { do: 'add', step: step('coordination', { attests: [] }), before: 'handler' }, 'units')
const urgent = branchOf({ emergency: true, origin: 'own' }, { do: 'publish-first', owed: [step('deputy-head'), step('head')] }, 'urgent')

test.each([
  ['nothing special', {}, ['handler', 'deputy-head']],
  ['one more at the end', { sensitive: true }, ['handler', 'deputy-head', 'main-leader']],
  ['one more before another', { involvesOtherUnits: true }, ['coordination', 'handler', 'deputy-head']],
  ['another chain', { origin: 'other-channel' }, ['office', 'open-gov-leader']],
  ['another chain and one more', { origin: 'other-channel', sensitive: true }, ['office', 'open-gov-leader', 'main-leader']],
  [
    'before a step that was replaced: first',
    { origin: 'other-channel', involvesOtherUnits: true },
    ['coordination', 'office', 'open-gov-leader'],
  ],
  ['some later', { emergency: true }, ['handler', 'deputy-head later', 'head later']],
  ['only where every condition holds', { emergency: true, origin: 'other-channel' }, ['office', 'open-gov-leader']],
] as const)('%s', (_, item, expected) => {
  const branches = [leader, units, urgent, other]
  expect(roles(branches, item)).toEqual(expected)
  expect(roles([...branches].reverse(), item)).toEqual(expected)
})

describe('a role that signs already', () => {
  const deputy = step('deputy-head', { attests: ['opinion'], proofreads: true, differsFrom: ['handler'] })
  const more = branchOf({}, { do: 'add', step: deputy }, 'more')

  test('is asked more, not twice', () => {
    const route = routeOf(policy([more]), plain)
    expect(route.steps[1]).toMatchObject({
      step: { role: 'deputy-head', attests: ['political', 'opinion'], proofreads: true, differsFrom: ['handler'] },
      clauseIds: ['base', 'more'],
    })
    expect(route.steps).toHaveLength(2)
  })
})

test('every reason against publishing is kept with its clauses', () => {
  const refuse = (message: string) => branchOf({ sensitive: true }, { do: 'refuse', message }, message)
  const { forbidden } = routeOf(policy([refuse('甲'), refuse('乙')]), { ...plain, sensitive: true })
  expect(forbidden).toEqual([
    { message: '甲', clauseIds: ['甲'] },
    { message: '乙', clauseIds: ['乙'] },
  ])
  expect(routeOf(policy([refuse('甲')]), plain).forbidden).toEqual([])
})
