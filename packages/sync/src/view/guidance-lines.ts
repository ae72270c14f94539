import type { Context } from '../context.ts'
import type { GuidanceLine, ReportFigure } from '../dashboard/shapes.ts'
import { officeRules } from './office-rules.ts'

/**
 * What the chains of every office, or of one, leave to people, and what their reports should count. A parent's line stands once,
 * however many offices have it.
 */
export async function guidanceLines(
  { store, packs }: Pick<Context, 'store' | 'packs'>,
  only?: string,
): Promise<{ lines: GuidanceLine[]; figures: ReportFigure[] }> {
  const offices = (await store.offices()).filter(({ id }) => only === undefined || id === only)
  const lines = new Map<string, GuidanceLine>()
  const figures = new Map<string, ReportFigure>()
  for (const lowest of new Set(offices.map(({ pack }) => pack))) {
    const rules = officeRules(packs, lowest)
    for (const { clauseIds, ...line } of rules.guidance) {
      lines.set(`${line.id} ${clauseIds[0]}`, { ...line, citations: [...rules.cite(clauseIds)] })
    }
    for (const { clauseIds, ...figure } of rules.figures) {
      figures.set(`${figure.id} ${clauseIds[0]}`, { ...figure, citations: [...rules.cite(clauseIds)] })
    }
  }
  return { lines: [...lines.values()], figures: [...figures.values()] }
}
