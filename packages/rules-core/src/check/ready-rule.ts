import { $ZodError } from 'zod/v4/core'
import { chooseWitnesses } from '../detectors/chosen-witnesses.ts'
import type { Detector, FindInDraft, FindInText } from '../detectors/detector.ts'
import { builtInDetectors } from '../detectors/index.ts'
import { isProven, provenWitnesses } from '../detectors/proven-options.ts'
import type { Witnesses } from '../detectors/witness.ts'
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
  /** What a text must hold for each of its searches, as chosen; undefined if it runs on every text. */
  searches: readonly Witnesses[] | undefined
  /** One of the two. */
  findInText?: FindInText
  findInDraft?: FindInDraft
  /** Its detector is one of the engine's own. */
  isOwn: boolean
  /** Whether it is told the lines around a block. */
  around?: boolean
  /** Of a rule that looks at drafts: see `DraftDetector`. */
  onlyWoken?: boolean
  /** Of a rule that looks at drafts, if no block wakes it: whether it has something to look at. */
  beside?: (draft: Draft) => boolean
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
      const options = rule.options ?? {}
      const isBuiltIn = builtInDetectors.includes(detector)
      const base = { rule, citations, mayHold, searches: searchesOf(detector, options), isOwn: isBuiltIn }
      ready.push(
        detector.sees === 'text'
          ? { ...base, around: detector.around === true, findInText: withoutOwn(detector.prepare(options, layered.sources), isOwn) }
          : {
              ...base,
              findInDraft: withoutOwnIn(detector.prepare(options, layered.sources), isOwn),
              onlyWoken: detector.witness !== undefined && detector.onlyWoken === true,
              // Without a witness nothing is known of what it looks at.
              beside: detector.witness ? (draft) => detector.beside?.(draft) ?? false : () => true,
            },
      )
    } catch (error) {
      if (!(error instanceof $ZodError)) throw error
      problems.push(...problemsOf(error, [`rules[${rule.id}]`, 'options']))
    }
  }
  if (problems.length > 0) throw new PackError(layered.packs.at(-1)!.id, problems)
  return ready
}

function searchesOf(detector: Detector, options: object): readonly Witnesses[] | undefined {
  if (isProven(options)) return provenWitnesses(options)
  const searches = detector.witness?.(options)
  return searches && chooseWitnesses(searches)
}

type IsOwn = ReturnType<typeof ownContacts>

function withoutOwn(find: FindInText, isOwn: IsOwn): FindInText {
  return isOwn ? (text, place, awake) => Array.from(find(text, place, awake)).filter((hit) => !isOwn(hit, text)) : find
}

function withoutOwnIn(find: FindInDraft, isOwn: IsOwn): FindInDraft {
  if (!isOwn) return find
  return (draft, woken) => {
    const hits = Array.from(find(draft, woken))
    if (hits.length === 0) return hits
    const texts = new Map(draft.blocks.map(({ id, text }) => [id, text]))
    return hits.filter((hit) => !isOwn(hit, texts.get(hit.blockId ?? '') ?? ''))
  }
}

function supportingCitations(rule: Rule, { clauses, documents }: LayeredPack): readonly Citation[] {
  const strictestFirst = { 'in-force': 0, consultation: 1, repealed: 2 }
  return cite(clauses, documents as readonly SourceDocument[], rule.clauseIds)
    .filter((citation) => citation.standing !== 'repealed')
    .sort((a, b) => strictestFirst[a.standing] - strictestFirst[b.standing])
}
