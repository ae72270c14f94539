import * as z from 'zod/mini'
import { PackError, type PackProblem, problemsOf } from './pack-error.ts'
import { type PolicyPack, policyPack } from './schema.ts'

/**
 * Unknown JSON to a pack. Throws a PackError that lists every problem with its path; nothing is half-loaded. What a build has added
 * to it, `compiled`, is left out and not believed.
 */
export function parsePack(json: unknown): PolicyPack {
  const result = z.safeParse(policyPack, asWritten(json))
  if (!result.success) throw new PackError(nameOf(json), problemsOf(result.error))
  const problems = innerProblems(result.data)
  if (problems.length > 0) throw new PackError(result.data.id, problems)
  return result.data
}

function asWritten(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('compiled' in json)) return json
  const { compiled: _, ...pack } = json
  return pack
}

function nameOf(json: unknown): string {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : undefined
  return typeof id === 'string' ? id : '（没有 id）'
}

/** What the shape alone cannot say: ids are used once, clauses belong to a document, examples mark their hit with whole brackets. */
function innerProblems(pack: PolicyPack): PackProblem[] {
  const documentIds = new Set(pack.documents.map((document) => document.id))
  const problems = [
    ...repeated('documents', pack.documents),
    ...repeated('clauses', pack.clauses),
    ...repeated('rules', pack.rules ?? []),
    ...repeated('duties', pack.duties ?? []),
    ...repeated('audits', pack.audits ?? []),
    ...repeated('confirmations', pack.confirmations ?? []),
    ...repeated('figures', pack.figures ?? []),
    ...repeated('guidance', pack.guidance ?? []),
  ]
  pack.clauses.forEach((clause, i) => {
    if (!documentIds.has(clause.documentId))
      problems.push({ path: `clauses[${i}].documentId`, problem: `本包没有文件 ${clause.documentId}` })
  })
  if (pack.extends === pack.id) problems.push({ path: 'extends', problem: '不能以自己为上级' })
  return problems
}

function repeated(list: string, items: readonly { id: string }[]): PackProblem[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, i) => {
    if (seen.has(id)) return [{ path: `${list}[${i}].id`, problem: `${id} 前面已经有了` }]
    seen.add(id)
    return []
  })
}
