import { $ZodError } from 'zod/v4/core'
import type { Detector, DraftHit, Hit, TextPlace } from '../detectors/detector.ts'
import type { Draft } from '../draft/draft.ts'
import { type Citation, cite } from '../pack/cite.ts'
import type { LayeredPack } from '../pack/layer.ts'
import { PackError, type PackProblem, problemsOf } from '../pack/pack-error.ts'
import type { Rule, SourceDocument } from '../pack/schema.ts'
import { ownContacts } from './own-contacts.ts'

/** A rule whose options are parsed and whose clauses are looked up. */
export interface ReadyRule {
  rule: Rule
  citations: readonly Citation[]
  /** False if only consultation drafts support it: it may ask for review, but not hold. */
  mayHold: boolean
  findInText?: (text: string, place: TextPlace) => Iterable<Hit>
  findInDraft?: (draft: Draft) => Iterable<DraftHit>
}

/** Rules made ready, in the packs' order; a rule that only repealed clauses support is left out. Throws a PackError naming every bad detector and option. */
export function readyRules(layered: LayeredPack, detectors: ReadonlyMap<string, Detector>): readonly ReadyRule[] {
  const problems: PackProblem[] = []
  const ready: ReadyRule[] = []
  for (const rule of layered.rules) {
    const citations = supportingCitations(rule, layered)
    const detector = detectors.get(rule.detector)
    if (!detector) problems.push({ path: `rules[${rule.id}].detector`, problem: `没有探测器 ${rule.detector}` })
    if (!detector || citations.length === 0) continue
    try {
      const mayHold = citations.some((citation) => citation.standing === 'in-force')
      const isOwn = ownContacts(layered.contacts, rule.category)
      const found =
        detector.sees === 'text'
          ? { findInText: withoutOwn(detector.prepare(rule.options ?? {}, layered.sources), isOwn) }
          : { findInDraft: withoutOwnIn(detector.prepare(rule.options ?? {}, layered.sources), isOwn) }
      ready.push({ rule, citations, mayHold, ...found })
    } catch (error) {
      if (!(error instanceof $ZodError)) throw error
      problems.push(...problemsOf(error, [`rules[${rule.id}]`, 'options']))
    }
  }
  if (problems.length > 0) throw new PackError(layered.packs.at(-1)!.id, problems)
  return ready
}

type IsOwn = ReturnType<typeof ownContacts>

function withoutOwn(find: NonNullable<ReadyRule['findInText']>, isOwn: IsOwn): NonNullable<ReadyRule['findInText']> {
  return isOwn ? (text, place) => Array.from(find(text, place)).filter((hit) => !isOwn(hit, text)) : find
}

function withoutOwnIn(find: NonNullable<ReadyRule['findInDraft']>, isOwn: IsOwn): NonNullable<ReadyRule['findInDraft']> {
  if (!isOwn) return find
  return (draft) => {
    const texts = new Map(draft.blocks.map(({ id, text }) => [id, text]))
    return Array.from(find(draft)).filter((hit) => !isOwn(hit, texts.get(hit.blockId ?? '') ?? ''))
  }
}

function supportingCitations(rule: Rule, { clauses, documents }: LayeredPack): readonly Citation[] {
  const strictestFirst = { 'in-force': 0, consultation: 1, repealed: 2 }
  return cite(clauses, documents as readonly SourceDocument[], rule.clauseIds)
    .filter((citation) => citation.standing !== 'repealed')
    .sort((a, b) => strictestFirst[a.standing] - strictestFirst[b.standing])
}
