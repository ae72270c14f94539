import { orderChain } from './chain.ts'
import { PackError, type PackProblem } from './pack-error.ts'
import { reviewOfChain } from './review-chain.ts'
import type {
  Audit,
  Clause,
  Confirmation,
  Duty,
  Figure,
  Guidance,
  PolicyPack,
  ReviewPolicy,
  Rule,
  Severity,
  SourceDocument,
  SourceOutlet,
} from './schema.ts'

/** A chain of packs as one: what the office is bound by. */
export interface LayeredPack {
  packs: readonly { id: string; version: string }[]
  /** A consultation draft that the office has adopted is in force here. */
  documents: readonly SourceDocument[]
  clauses: readonly Clause[]
  rules: readonly Rule[]
  duties: readonly Duty[]
  audits: readonly Audit[]
  /** Of the lowest pack that has one, with what its parents ask on top. */
  review?: ReviewPolicy
  confirmations: readonly Confirmation[]
  figures: readonly Figure[]
  guidance: readonly Guidance[]
  whenUnchecked: 'warn' | 'hold'
  /** The office's own: its published contacts, its 稿源 list, its columns with their classes. */
  contacts: readonly string[]
  sources: readonly SourceOutlet[]
  columns: Readonly<Record<string, string>>
}

const STRICTNESS: Readonly<Record<Severity, number>> = { advice: 0, fault: 1, veto: 2 }
/** Parts that a child only adds to: the same id twice would hide the parent's. */
const ADDED = ['duties', 'audits', 'confirmations', 'figures', 'guidance'] as const

/**
 * Lays a child over its parents: it adds and tightens, never loosens. Throws a PackError that names both clauses where it loosens.
 * A rule with the id of a parent's rule tightens that rule: it may raise the severity, end a release, say more exactly what to do and
 * cite its own clause before the parent's; detector and options stay the parent's.
 */
export function layer(packs: readonly PolicyPack[]): LayeredPack {
  const chain = orderChain(packs)
  const rules = new Map<string, Rule>()
  const clauses = new Map<string, Clause>()
  const added = new Set<string>()
  for (const pack of chain) {
    for (const clause of pack.clauses) clauses.set(clause.id, clause)
    const problems: PackProblem[] = []
    ;(pack.rules ?? []).forEach((rule, i) => {
      problems.push(...unknownClauses(rule.clauseIds, clauses, `rules[${i}]`))
      const parent = rules.get(rule.id)
      if (parent) problems.push(...loosened(parent, rule, clauses, `rules[${i}]`))
      rules.set(rule.id, parent ? tightened(parent, rule) : rule)
    })
    for (const part of ADDED) {
      ;(pack[part] ?? []).forEach(({ id, clauseIds }, i) => {
        problems.push(...unknownClauses(clauseIds, clauses, `${part}[${i}]`))
        if (added.has(`${part} ${id}`)) problems.push({ path: `${part}[${i}].id`, problem: `上级已有 ${id}，两条都要算，请另起一个编号` })
        added.add(`${part} ${id}`)
      })
    }
    if (pack.review) problems.push(...unknownClauses(pack.review.clauseIds, clauses, 'review'))
    if (pack.review?.above) problems.push(...unknownClauses(pack.review.above.clauseIds, clauses, 'review.above'))
    pack.review?.branches.forEach((branch, i) => {
      problems.push(...unknownClauses(branch.clauseIds, clauses, `review.branches[${i}]`))
    })
    if (problems.length > 0) throw new PackError(pack.id, problems)
  }
  const review = reviewOfChain(chain)
  return {
    packs: chain.map(({ id, version }) => ({ id, version })),
    documents: withAdopted(chain),
    clauses: [...clauses.values()],
    rules: [...rules.values()],
    duties: chain.flatMap((pack) => pack.duties ?? []),
    audits: chain.flatMap((pack) => pack.audits ?? []),
    ...(review && { review }),
    confirmations: chain.flatMap((pack) => pack.confirmations ?? []),
    figures: chain.flatMap((pack) => pack.figures ?? []),
    guidance: chain.flatMap((pack) => pack.guidance ?? []),
    whenUnchecked: chain.some((pack) => pack.whenUnchecked === 'hold') ? 'hold' : 'warn',
    contacts: chain.flatMap((pack) => pack.contacts ?? []),
    sources: chain.flatMap((pack) => pack.sources ?? []),
    columns: Object.assign({}, ...chain.map((pack) => pack.columns ?? {})),
  }
}

/** Only a consultation draft can be adopted: what is repealed stays repealed. */
function withAdopted(chain: readonly PolicyPack[]): readonly SourceDocument[] {
  const documents = chain.flatMap((pack) => pack.documents)
  const byId = new Map(documents.map((document) => [document.id, document]))
  const adopted = new Set<string>()
  for (const pack of chain) {
    const problems = (pack.adopts ?? []).flatMap((id, i): PackProblem[] => {
      const path = `adopts[${i}]`
      const document = byId.get(id)
      if (!document) return [{ path, problem: `上级没有文件 ${id}` }]
      if (document.standing !== 'consultation') return [{ path, problem: `《${document.title}》不是征求意见稿，不用采用` }]
      adopted.add(id)
      return []
    })
    if (problems.length > 0) throw new PackError(pack.id, problems)
  }
  return documents.map((document) => (adopted.has(document.id) ? { ...document, standing: 'in-force' } : document))
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
