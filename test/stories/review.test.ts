import {
  advanceReview,
  digestUnits,
  isRefusal,
  missingSteps,
  openReview,
  type Refusal,
  type ReviewAction,
  type ReviewItem,
  type ReviewPolicy,
  type ReviewRole,
  type ReviewState,
  readPlain,
  units,
} from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { reviewOf } from './office.ts'

const qijiang = reviewOf('cn-chongqing-qijiang')
const ordinary: ReviewItem = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }
const NOTICE = '定于3月12日上午9时在古剑山开展义务植树活动，请各单位组织参加。'

/** A desk at an office: texts go in, digests are compared. */
function openDesk(policy: ReviewPolicy, text: string, item: Partial<ReviewItem> = {}) {
  let now = Date.parse('2026-03-02T09:00:00+08:00')
  let state = openReview(policy, { ...ordinary, ...item }, digestOf(text))
  const act = (action: ReviewAction['action'], role: ReviewRole, by: string, seen: string): ReviewState | Refusal => {
    now += 60_000
    const next = advanceReview(policy, state, { action, role, by, at: now, digest: digestOf(seen) })
    if (!isRefusal(next)) state = next
    return next
  }
  return {
    submit: (seen: string) => act('submit', 'handler', '李经办', seen),
    edit: (seen: string) => act('edit', 'handler', '李经办', seen),
    signAll(seen: string) {
      act('approve', 'handler', '李经办', seen)
      act('approve', 'deputy-head', '王副主任', seen)
      return act('approve', 'head', '赵主任', seen)
    },
    act,
    publish: (seen: string) => act('publish', 'handler', '李经办', seen),
    missing: () => missingSteps(state).map(({ title }) => title),
  }
}

function digestOf(body: string): string {
  const draft = readPlain(body, { title: '关于开展春季义务植树活动的通知' }, { surface: 'website' })
  return digestUnits(units(draft, [])).draft
}

test('a notice of 綦江 is published after its handler, deputy head and head have signed it', () => {
  const desk = openDesk(qijiang, NOTICE)
  desk.submit(NOTICE)
  expect(desk.publish(NOTICE)).toMatchObject({ refused: 'not-approved', missing: ['handler', 'deputy-head', 'head'] })

  desk.act('approve', 'handler', '李经办', NOTICE)
  desk.act('approve', 'deputy-head', '王副主任', NOTICE)
  expect(desk.missing()).toEqual(['承办单位主要负责人'])
  expect(desk.publish(NOTICE)).toMatchObject({
    refused: 'not-approved',
    explain: '还差 1 个签字：承办单位主要负责人。',
    clauseIds: expect.arrayContaining(['qij-15-c']),
  })

  desk.act('approve', 'head', '赵主任', NOTICE)
  expect(desk.publish(NOTICE)).toMatchObject({ stage: 'published' })
})

test('one character changed after the last signature, and all three sign again', () => {
  const changed = NOTICE.replace('9时', '8时')
  const desk = openDesk(qijiang, NOTICE)
  desk.submit(NOTICE)
  desk.signAll(NOTICE)

  // Without telling anybody.
  expect(desk.publish(changed)).toMatchObject({ refused: 'text-changed', missing: ['handler', 'deputy-head', 'head'] })
  // And telling.
  desk.edit(changed)
  expect(desk.publish(changed)).toMatchObject({ refused: 'text-changed', missing: ['handler', 'deputy-head', 'head'] })
  expect(desk.act('approve', 'head', '赵主任', changed)).toMatchObject({ refused: 'out-of-order' })

  desk.signAll(changed)
  expect(desk.publish(NOTICE)).toMatchObject({ refused: 'text-changed' })
  expect(desk.publish(changed)).toMatchObject({ stage: 'published' })
})

test('a space that no reader sees is no change', () => {
  const desk = openDesk(qijiang, NOTICE)
  desk.submit(NOTICE)
  desk.signAll(NOTICE)
  expect(desk.publish(`${NOTICE}  \n`)).toMatchObject({ stage: 'published' })
})

test('two persons cannot make three signatures', () => {
  const desk = openDesk(qijiang, NOTICE)
  desk.submit(NOTICE)
  desk.act('approve', 'handler', '李经办', NOTICE)
  desk.act('approve', 'deputy-head', '王副主任', NOTICE)
  expect(desk.act('approve', 'head', '王副主任', NOTICE)).toMatchObject({
    refused: 'same-person',
    explain: '承办单位主要负责人和承办单位分管负责人不能是同一个人，请换一位签字。',
  })
})

test('the head returns a notice; corrected, it takes the whole way again', () => {
  const corrected = NOTICE.replace('古剑山', '古剑山景区')
  const desk = openDesk(qijiang, NOTICE)
  desk.submit(NOTICE)
  desk.act('approve', 'handler', '李经办', NOTICE)
  desk.act('approve', 'deputy-head', '王副主任', NOTICE)
  expect(desk.act('reject', 'head', '赵主任', NOTICE)).toMatchObject({ stage: 'drafting' })
  expect(desk.publish(NOTICE)).toMatchObject({ refused: 'not-approved' })

  desk.submit(corrected)
  expect(desk.missing()).toHaveLength(3)
  desk.signAll(corrected)
  expect(desk.publish(corrected)).toMatchObject({ stage: 'published' })
})

test('a notice about another office’s work needs that office’s word as well, 重庆’s rule on top of 綦江’s', () => {
  const desk = openDesk(qijiang, NOTICE, { involvesOtherUnits: true })
  desk.submit(NOTICE)
  desk.signAll(NOTICE)
  expect(desk.publish(NOTICE)).toMatchObject({ refused: 'not-approved', missing: ['coordination'], clauseIds: ['cq64-3.3.3-j'] })
  desk.act('confirm', 'coordination', '区林业局 陈', NOTICE)
  expect(desk.publish(NOTICE)).toMatchObject({ stage: 'published' })
})

test('what touches social stability is not published in 綦江, whoever would sign', () => {
  const desk = openDesk(qijiang, NOTICE, { sensitive: true })
  expect(desk.submit(NOTICE)).toMatchObject({ refused: 'forbidden', missing: [], clauseIds: ['qij-17-2', 'qij-17-4'] })
  expect(desk.signAll(NOTICE)).toMatchObject({ refused: 'forbidden' })
  expect(desk.publish(NOTICE)).toMatchObject({ refused: 'forbidden' })
})

test('in 重庆 without a district’s rule two levels sign, and five aspects are attested', () => {
  const policy = reviewOf('cn-chongqing')
  expect(policy).toMatchObject({ setting: 'product' })
  expect(policy.steps.map(({ attests }) => attests.length)).toEqual([5, 5])
  expect(qijiang.steps.map(({ attests, proofreads }) => [attests.length, proofreads])).toEqual([
    [6, true],
    [6, true],
    [6, true],
  ])
  const desk = openDesk(policy, NOTICE)
  desk.submit(NOTICE)
  desk.act('approve', 'handler', '李经办', NOTICE)
  desk.act('approve', 'deputy-head', '王副主任', NOTICE)
  expect(desk.publish(NOTICE)).toMatchObject({ stage: 'published' })
})
