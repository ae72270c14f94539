import type { PolicyPack, Standing } from './schema.ts'

/** A clause as shown to a person. */
export interface Citation {
  clauseId: string
  document: string
  number?: string
  locator: string
  quote: string
  standing: Standing
}

/** Clause ids to citations, in the order given. Throws on an id that none of the packs holds: `parsePack` and `layer` rule that out. */
export function cite(packs: readonly PolicyPack[], clauseIds: readonly string[]): readonly Citation[] {
  return clauseIds.map((clauseId) => {
    for (const pack of packs) {
      const clause = pack.clauses.find((candidate) => candidate.id === clauseId)
      const document = clause && pack.documents.find((candidate) => candidate.id === clause.documentId)
      if (clause && document) {
        const { title, number, standing } = document
        return {
          clauseId,
          document: title,
          ...(number !== undefined && { number }),
          locator: clause.locator,
          quote: clause.quote,
          standing,
        }
      }
    }
    throw new Error(`cite: no pack of the chain holds the clause ${clauseId}`)
  })
}
