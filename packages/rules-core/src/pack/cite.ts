import type { Clause, SourceDocument, Standing } from './schema.ts'

/** A clause as shown to a person. */
export interface Citation {
  clauseId: string
  document: string
  number?: string
  locator: string
  quote: string
  standing: Standing
}

/** Clause ids to citations, in the order given. Throws on an id that is not among the clauses: `layer` rules that out. */
export function cite(clauses: readonly Clause[], documents: readonly SourceDocument[], clauseIds: readonly string[]): readonly Citation[] {
  return clauseIds.map((clauseId) => {
    const clause = clauses.find((candidate) => candidate.id === clauseId)
    const document = clause && documents.find((candidate) => candidate.id === clause.documentId)
    if (!clause || !document) throw new Error(`cite: no pack of the chain holds the clause ${clauseId}`)
    const { title, number, standing } = document
    return { clauseId, document: title, ...(number !== undefined && { number }), locator: clause.locator, quote: clause.quote, standing }
  })
}
