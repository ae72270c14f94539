import { expect, test } from 'vitest'
import type { ReviewPolicy, ReviewStep } from '../pack/schema.ts'
import { advanceReview, openReview } from './advance-review.ts'
import { isDue } from './due-step.ts'
import { isRefusal, type ReviewAction } from './review.ts'

const step = (role: ReviewStep['role'], title: string): ReviewStep => ({ role, title, attests: [], proofreads: true, differsFrom: [] })
const policy: ReviewPolicy = {
  steps: [step('handler', '经办人员'), step('deputy-head', '分管负责人'), step('head', '主要负责人')],
  branches: [],
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['one'],
}
const item = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false } as const

test.each([
  ['nothing yet', '', 'handler'],
  ['the first has signed', 'handler approve', 'deputy-head'],
  ['all have signed', 'handler approve, deputy-head approve, head approve', ''],
  ['the second asks above', 'handler approve, deputy-head escalate', 'deputy-head head'],
  ['the second returns it', 'handler approve, deputy-head reject', ''],
  ['it is handed in again as it was', 'handler approve, deputy-head reject, handler submit', 'deputy-head'],
  ['it is returned and edited', 'handler approve, deputy-head reject, handler edit', 'handler'],
])('%s: %s → %s', (_, acts, due) => {
  let state = openReview(policy, item, 'd1')
  for (const act of acts === '' ? [] : acts.split(', ')) {
    const [role, action] = act.split(' ') as [ReviewAction['role'], ReviewAction['action']]
    const next = advanceReview(policy, state, { action, role, by: role, at: 1, digest: action === 'edit' ? 'd2' : state.digest })
    if (isRefusal(next)) throw new Error(next.explain)
    state = next
  }
  expect(state.steps.flatMap(({ step: { role } }, i) => (isDue(policy, state, i) ? [role] : [])).join(' ')).toBe(due)
})
