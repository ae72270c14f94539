import type { Context } from './context.ts'
import { eitherOf, type Witnesses } from './witness.ts'

/** Windows that lie inside the block: what must stand there must stand in its text. */
const INSIDE: ReadonlySet<string> = new Set(['sentence', 'part', 'line', 'block', 'near'])

/** What contexts with `need` ask of the text itself: of all needs one must hold, so a need that may hold elsewhere leaves nothing to say. */
export function neededBy(contexts: readonly Context[] = []): Witnesses {
  const needs = contexts.filter(({ effect }) => effect === 'need')
  if (needs.length === 0) return []
  const one = eitherOf(needs.map(wordsOf))
  return one ? [one] : []
}

function wordsOf({ at, when, like, person, roles }: Context): Witnesses {
  return INSIDE.has(at) && when && !like && !person && !roles ? [{ words: when }] : []
}
