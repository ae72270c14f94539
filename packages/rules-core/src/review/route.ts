import type { ReviewBranch, ReviewItem, ReviewPolicy, ReviewRole, ReviewStep } from '../pack/schema.ts'

/** The steps that one item has to take, and the clauses that ask for each. */
export interface Route {
  steps: readonly RouteStep[]
  /** Why the item may not be published at all. */
  forbidden: readonly { message: string; clauseIds: readonly string[] }[]
}

export interface RouteStep {
  step: ReviewStep
  owed: boolean
  clauseIds: readonly string[]
}

/**
 * Follows a policy's branches for an item. Another chain replaces the steps before anything is added to them, and what may be
 * signed later is decided last, so the order of the branches in a pack does not matter.
 */
export function routeOf(policy: ReviewPolicy, item: ReviewItem): Route {
  const branches = policy.branches.filter(({ when }) => matches(when, item))
  let steps: readonly RouteStep[] = policy.steps.map((step) => ({ step, owed: false, clauseIds: policy.clauseIds }))
  for (const { then: what, clauseIds } of branches) {
    if (what.do === 'replace') steps = what.steps.map((step) => ({ step, owed: false, clauseIds }))
  }
  for (const { then: what, clauseIds } of branches) {
    if (what.do === 'add') steps = added(steps, { step: what.step, owed: false, clauseIds }, what.before)
  }
  for (const { then: what, clauseIds } of branches) {
    if (what.do === 'publish-first') steps = what.owed.reduce((before, step) => owing(before, { step, owed: true, clauseIds }), steps)
  }
  return {
    steps,
    forbidden: branches.flatMap(({ then: what, clauseIds }) => (what.do === 'refuse' ? [{ message: what.message, clauseIds }] : [])),
  }
}

function matches(when: ReviewBranch['when'], item: ReviewItem): boolean {
  return (Object.keys(when) as (keyof ReviewItem)[]).every((key) => when[key] === undefined || when[key] === item[key])
}

// A place before a step that another chain has replaced is the beginning: too early is safe, too late is not.
function added(steps: readonly RouteStep[], extra: RouteStep, before: ReviewRole | undefined): readonly RouteStep[] {
  if (has(steps, extra.step.role)) return merged(steps, extra)
  if (before === undefined) return [...steps, extra]
  const at = Math.max(
    0,
    steps.findIndex(({ step }) => step.role === before),
  )
  return [...steps.slice(0, at), extra, ...steps.slice(at)]
}

function owing(steps: readonly RouteStep[], debt: RouteStep): readonly RouteStep[] {
  if (!has(steps, debt.step.role)) return [...steps, debt]
  return merged(steps, debt).map((one) => (one.step.role === debt.step.role ? { ...one, owed: true } : one))
}

// A role that already signs takes over what the branch asks of it on top; nothing is asked of it less.
function merged(steps: readonly RouteStep[], extra: RouteStep): readonly RouteStep[] {
  return steps.map((one) => {
    if (one.step.role !== extra.step.role) return one
    const step: ReviewStep = {
      ...one.step,
      attests: [...new Set([...one.step.attests, ...extra.step.attests])],
      proofreads: one.step.proofreads || extra.step.proofreads,
      differsFrom: [...new Set([...one.step.differsFrom, ...extra.step.differsFrom])],
    }
    return { ...one, step, clauseIds: [...new Set([...one.clauseIds, ...extra.clauseIds])] }
  })
}

function has(steps: readonly RouteStep[], role: ReviewRole): boolean {
  return steps.some(({ step }) => step.role === role)
}
