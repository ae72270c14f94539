import { orderChain } from './chain.ts'
import { PackError, type PackProblem } from './pack-error.ts'
import type { Clause, Duty, Guidance, PolicyPack, ReviewPolicy, Rule, Severity, SourceDocument } from './schema.ts'

/** A chain of packs as one: what the office is bound by. */
export interface LayeredPack {
  packs: readonly { id: string; version: string }[]
  documents: readonly SourceDocument[]
  clauses: readonly Clause[]
  rules: readonly Rule[]
  duties: readonly Duty[]
  /** Of the lowest pack that has one. */
  review?: ReviewPolicy
  guidance: readonly Guidance[]
  whenUnchecked: 'warn' | 'hold'
}

const STRICTNESS: Readonly<Record<Severity, number>> = { advice: 0, fault: 1, veto: 2 }

/**
 * Lays a child over its parents: it adds and tightens, never loosens. Throws a PackError that names both clauses where it loosens.
 * A rule with the id of a parent's rule tightens that rule: it may raise the severity, end a release, say more exactly what to do and
 * cite its own clause before the parent's; detector and options stay the parent's.
 */
export function layer(packs: readonly PolicyPack[]): LayeredPack {
  const chain = orderChain(packs)
  const rules = new Map<string, Rule>()
  const clauses = new Map<string, Clause>()
  const dutyIds = new Set<string>()
  for (const pack of chain) {
    for (const clause of pack.clauses) clauses.set(clause.id, clause)
    const problems: PackProblem[] = []
    ;(pack.rules ?? []).forEach((rule, i) => {
      problems.push(...unknownClauses(rule.clauseIds, clauses, `rules[${i}]`))
      const parent = rules.get(rule.id)
      if (parent) problems.push(...loosened(parent, rule, clauses, `rules[${i}]`))
      rules.set(rule.id, parent ? tightened(parent, rule) : rule)
    })
    ;(pack.duties ?? []).forEach((duty, i) => {
      problems.push(...unknownClauses(duty.clauseIds, clauses, `duties[${i}]`))
      // Two duties on one column both apply; the same id twice would hide the parent's.
      if (dutyIds.has(duty.id)) problems.push({ path: `duties[${i}].id`, problem: `上级已有时限 ${duty.id}，两条都要算，请另起一个编号` })
      dutyIds.add(duty.id)
    })
    ;(pack.guidance ?? []).forEach((guidance, i) => {
      problems.push(...unknownClauses(guidance.clauseIds, clauses, `guidance[${i}]`))
    })
    if (pack.review) problems.push(...unknownClauses(pack.review.clauseIds, clauses, 'review'))
    pack.review?.branches.forEach((branch, i) => {
      problems.push(...unknownClauses(branch.clauseIds, clauses, `review.branches[${i}]`))
    })
    if (problems.length > 0) throw new PackError(pack.id, problems)
  }
  const review = [...chain].reverse().find((pack) => pack.review)?.review
  return {
    packs: chain.map(({ id, version }) => ({ id, version })),
    documents: chain.flatMap((pack) => pack.documents),
    clauses: [...clauses.values()],
    rules: [...rules.values()],
    duties: chain.flatMap((pack) => pack.duties ?? []),
    ...(review && { review }),
    guidance: chain.flatMap((pack) => pack.guidance ?? []),
    whenUnchecked: chain.some((pack) => pack.whenUnchecked === 'hold') ? 'hold' : 'warn',
  }
}

function tightened(parent: Rule, child: Rule): Rule {
  const { release: _, ...base } = parent
  return {
    ...base,
    ...child,
    ...(parent.options !== undefined && { options: parent.options }),
    clauseIds: [...new Set([...child.clauseIds, ...parent.clauseIds])],
    examples: { flag: [...parent.examples.flag, ...child.examples.flag], pass: [...parent.examples.pass, ...child.examples.pass] },
  }
}

function loosened(parent: Rule, child: Rule, clauses: ReadonlyMap<string, Clause>, path: string): PackProblem[] {
  const problems: PackProblem[] = []
  const both = `上级：${citeFirst(parent, clauses)}；本包：${citeFirst(child, clauses)}`
  if (STRICTNESS[child.severity] < STRICTNESS[parent.severity])
    problems.push({ path: `${path}.severity`, problem: `比上级宽，不能启用。${both}` })
  if (child.release !== undefined && parent.release === undefined && parent.severity === 'veto') {
    problems.push({ path: `${path}.release`, problem: `上级不许放行，不能启用。${both}` })
  }
  if (child.detector !== parent.detector)
    problems.push({ path: `${path}.detector`, problem: `同一条规则要用上级的探测器 ${parent.detector}` })
  if (child.options !== undefined) problems.push({ path: `${path}.options`, problem: '同一条规则沿用上级的选项；要查别的，请另起一条规则' })
  if (child.category !== parent.category) problems.push({ path: `${path}.category`, problem: `同一条规则的类别是 ${parent.category}` })
  if (child.major < parent.major) problems.push({ path: `${path}.major`, problem: `不能小于上级的 ${parent.major}` })
  return problems
}

function citeFirst(rule: Rule, clauses: ReadonlyMap<string, Clause>): string {
  const clause = clauses.get(rule.clauseIds[0]!)
  return clause ? `${clause.locator}“${clause.quote}”` : rule.clauseIds[0]!
}

function unknownClauses(clauseIds: readonly string[], clauses: ReadonlyMap<string, Clause>, path: string): PackProblem[] {
  return clauseIds.flatMap((id, i) => (clauses.has(id) ? [] : [{ path: `${path}.clauseIds[${i}]`, problem: `没有条款 ${id}` }]))
}
