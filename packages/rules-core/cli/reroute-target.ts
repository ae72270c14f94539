import { openReview, type ReviewItem, type ReviewPolicy, type ReviewRole } from '@qianshao/rules-core'

const origins = ['own', 'other-channel', 'direct-unit', 'other-department-event'] as const

/**
 * Where a `reroute` that names no origin goes: to the chain whose roles act next. A line has only roles, so the first role, of the
 * reroute itself and then of the steps after it, that the present chain lacks and another chain has, names that chain. Without one
 * the machine's own choice holds.
 */
export function targetOf(
  policy: ReviewPolicy,
  item: ReviewItem,
  role: ReviewRole,
  later: readonly ReviewRole[],
): ReviewItem['origin'] | undefined {
  const rolesAt = (origin: ReviewItem['origin']) => openReview(policy, { ...item, origin }, '').steps.map(({ step }) => step.role)
  const present = rolesAt(item.origin)
  for (const next of [role, ...later]) {
    if (present.includes(next)) continue
    const target = origins.find((origin) => origin !== item.origin && rolesAt(origin).includes(next))
    if (target) return target
  }
  return undefined
}
