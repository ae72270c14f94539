import { type Citation, cite, type Duty, type Figure, type Guidance, layer, type PolicyPack, type Rule } from '@qianshao/rules-core'

/** The law of one office as the dashboard needs it: rules by id, duties, guidance, what its reports count, clauses. */
export interface OfficeRules {
  rule(id: string): Rule | undefined
  duties: readonly Duty[]
  guidance: readonly Guidance[]
  figures: readonly Figure[]
  cite(clauseIds: readonly string[]): readonly Citation[]
}

/** Lays the packs of an office's chain over each other, from its own pack upwards. */
export function officeRules(packs: readonly PolicyPack[], lowest: string): OfficeRules {
  const chain = chainOf(packs, lowest)
  if (chain.length === 0) return { rule: () => undefined, duties: [], guidance: [], figures: [], cite: () => [] }
  const { rules, duties, guidance, figures, clauses, documents } = layer(chain)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return { rule: (id) => byId.get(id), duties, guidance, figures, cite: (ids) => cite(clauses, documents, ids) }
}

/** An office's packs from the national layer down; none if its pack is not here. */
export function chainOf(packs: readonly PolicyPack[], lowest: string): readonly PolicyPack[] {
  const chain: PolicyPack[] = []
  let next = packs.find(({ id }) => id === lowest)
  while (next && !chain.includes(next)) {
    chain.unshift(next)
    const parent: string | undefined = next.extends
    next = parent === undefined ? undefined : packs.find(({ id }) => id === parent)
  }
  return chain
}
