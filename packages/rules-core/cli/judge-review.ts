import {
  advanceReview,
  isRefusal,
  openReview,
  type Refusal,
  type ReviewAction,
  type ReviewItem,
  type ReviewPolicy,
  type ReviewRole,
  type ReviewState,
} from '@qianshao/rules-core'
import { targetOf } from './reroute-target.ts'

/** May the last text be published now, and if not, who has still to sign it? (house.md §4) */
export interface ReviewAnswer {
  id: string
  publishable: boolean
  missing: readonly ReviewRole[]
  reason: string
  clauses: readonly string[]
}

export type TimedStep = ReviewAction

/** Plays the steps; what is refused changes nothing. The last text is that of the last submission, edit or publication. */
export function judgeReview(policy: ReviewPolicy, item: ReviewItem, steps: readonly TimedStep[]): Omit<ReviewAnswer, 'id'> {
  let text = steps[0]?.digest ?? ''
  let state = openReview(policy, item, text)
  let refused: readonly { role: ReviewRole; why: Refusal }[] = []
  steps.forEach((step, i) => {
    if (TEXTS.has(step.action)) text = step.digest
    const next = played(policy, state, step, steps.slice(i + 1))
    refused = refused.filter(({ role }) => role !== step.role)
    if (isRefusal(next)) refused = [...refused, { role: step.role, why: next }]
    else state = next
  })
  const outcome = advanceReview(policy, state, { action: 'publish-request', role: 'handler', by: '', at: 0, digest: text })
  if (!isRefusal(outcome)) return allowed(policy, outcome)
  const tried = refused.filter(({ role, why }) => outcome.missing.includes(role) && why.explain !== outcome.explain).at(-1)
  return {
    publishable: false,
    missing: outcome.missing,
    reason: `${outcome.explain}${tried && outcome.refused !== 'forbidden' ? tried.why.explain : ''}`,
    clauses: outcome.clauseIds,
  }
}

const TEXTS: ReadonlySet<string> = new Set<ReviewAction['action']>(['submit', 'edit', 'publish-request', 'publish'])

function played(policy: ReviewPolicy, state: ReviewState, step: TimedStep, later: readonly TimedStep[]): ReviewState | Refusal {
  // Another text of what has been published begins a review of its own.
  const anew = state.stage === 'published' && (step.action === 'edit' || step.action === 'submit') && step.digest !== state.digest
  const now = anew ? openReview(policy, state.item, step.digest) : state
  if (step.action !== 'reroute' || step.to) return advanceReview(policy, now, step)
  const to = targetOf(
    policy,
    state.item,
    step.role,
    later.map(({ role }) => role),
  )
  return advanceReview(policy, now, { ...step, ...(to && { to }) })
}

function allowed(policy: ReviewPolicy, { steps, item, raised }: ReviewState): Omit<ReviewAnswer, 'id'> {
  const signed = steps.filter(({ signature }) => signature === 'valid').map(({ step }) => step.title)
  const owed = steps.filter(({ signature }) => signature !== 'valid').map(({ step }) => step)
  const branches = policy.branches.filter(({ when }) =>
    Object.entries(when).every(([key, value]) => item[key as keyof ReviewItem] === value),
  )
  const above = raised && policy.above ? policy.above.clauseIds : []
  return {
    publishable: true,
    missing: owed.map(({ role }) => role),
    reason: `${signed.length > 0 ? `${signed.join('、')}签的都是这一稿，可以发布。` : '可以先发布。'}${owed.length > 0 ? `发布后要补签：${owed.map(({ title }) => title).join('、')}。` : ''}`,
    clauses: [...new Set([...policy.clauseIds, ...branches.flatMap(({ clauseIds }) => clauseIds), ...above])],
  }
}
