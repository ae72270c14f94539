import type { ReviewPolicy, ReviewRole, ReviewStep } from '../pack/schema.ts'
import { missingSteps, type Refusal, type ReviewAction, type ReviewState, type SignedStep } from './review.ts'
import { reviewRoleNames } from './role-names.ts'
import { routeOf } from './route.ts'

/** Why an item may not be published at all, whoever signs; undefined if no branch says so. */
export function refuseForbidden(policy: ReviewPolicy, state: ReviewState): Refusal | undefined {
  const { forbidden } = routeOf(policy, state.item)
  if (forbidden.length === 0) return undefined
  return {
    refused: 'forbidden',
    missing: [],
    explain: forbidden.map(({ message }) => message).join(''),
    clauseIds: [...new Set(forbidden.flatMap(({ clauseIds }) => clauseIds))],
  }
}

/** The person acts on another text than the one under review: nothing that was signed speaks for it. */
export function refuseOtherText(policy: ReviewPolicy, state: ReviewState): Refusal {
  const published = state.stage === 'published'
  return {
    refused: 'text-changed',
    missing: published ? [] : state.steps.filter(({ owed }) => !owed).map(({ step }) => step.role),
    explain: published ? '这一稿和已经发布的不一样；要改，请另起一稿送审。' : '刚才又改过，签过的和现在的不一样，请先送审。',
    clauseIds: policy.clauseIds,
  }
}

/** Signatures are missing. If some had been given and the text has changed since, that is the reason. */
export function refuseUnsigned(policy: ReviewPolicy, state: ReviewState): Refusal {
  const missing = missingSteps(state)
  const lapsed = state.steps.some(({ signature, owed }) => signature === 'lapsed' && !owed)
  const names = missing.map(({ title }) => title).join('、')
  return {
    refused: lapsed ? 'text-changed' : 'not-approved',
    missing: rolesOf(missing),
    explain: lapsed ? `签字后又改过，请按这一稿签字：${names}。` : `还差 ${missing.length} 个签字：${names}。`,
    clauseIds: clausesOf(policy, state, missing),
  }
}

export function refuseOutOfOrder(policy: ReviewPolicy, state: ReviewState, explain: string): Refusal {
  const missing = missingSteps(state)
  return { refused: 'out-of-order', missing: rolesOf(missing), explain, clauseIds: clausesOf(policy, state, missing) }
}

export function refuseRole(policy: ReviewPolicy, state: ReviewState, { role }: ReviewAction): Refusal {
  const signers = state.steps.map(({ step }) => step.title).join('、')
  return {
    refused: 'wrong-role',
    missing: rolesOf(missingSteps(state)),
    explain: `这份稿件不由${reviewRoleNames[role]}签字；要签的是：${signers}。`,
    clauseIds: policy.clauseIds,
  }
}

/** `other`: what the same person has done already, as `承办单位经办人员` or `发布人`. */
export function refuseSamePerson(policy: ReviewPolicy, state: ReviewState, own: SignedStep, other: string): Refusal {
  return {
    refused: 'same-person',
    missing: rolesOf(missingSteps(state)),
    explain: `${own.step.title}和${other}不能是同一个人，请换一位签字。`,
    clauseIds: clausesOf(policy, state, [own.step]),
  }
}

function clausesOf(policy: ReviewPolicy, state: ReviewState, steps: readonly ReviewStep[]): readonly string[] {
  const asked = routeOf(policy, state.item).steps.filter(({ step }) => steps.some(({ role }) => role === step.role))
  const above = state.raised && policy.above && steps.some(({ role }) => role === policy.above?.step.role) ? policy.above.clauseIds : []
  const clauseIds = [...new Set([...asked.flatMap((one) => one.clauseIds), ...above])]
  return clauseIds.length === 0 ? policy.clauseIds : clauseIds
}

function rolesOf(steps: readonly ReviewStep[]): readonly ReviewRole[] {
  return steps.map(({ role }) => role)
}
