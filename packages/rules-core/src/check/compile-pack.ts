import * as z from 'zod/mini'
import { chooseWitnesses } from '../detectors/chosen-witnesses.ts'
import { builtInDetectors } from '../detectors/index.ts'
import type { Witness, Witnesses } from '../detectors/witness.ts'
import { parsePack } from '../pack/parse-pack.ts'
import type { PolicyPack, Rule } from '../pack/schema.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { ENGINE_VERSION } from '../version.ts'

/**
 * What a build has found out about a pack, so that a page need not: that its shape and its rules' options are right, and by which words each rule
 * is woken. Good for exactly this pack and this engine, which the seal says.
 */
export interface CompiledPart {
  seal: string
  witnesses: readonly StoredWitness[]
  /** By id of a rule: of each of its searches the indexes of its witnesses; null for a rule that runs on every text. */
  rules: Readonly<Record<string, readonly (readonly number[])[] | null>>
}

/** Its words, with a sign between them that no folded text holds; its number of digits; or both. */
export type StoredWitness = string | number | readonly [words: string, digits: number]

const BETWEEN_WORDS = '\u007f'

/** A pack as it is in its file, with what is found out about it. Throws a PackError as `parsePack` does. */
export function compilePack(json: unknown): PolicyPack & { compiled: CompiledPart } {
  parsePack(json)
  const { compiled: _, ...pack } = json as PolicyPack & { compiled?: CompiledPart }
  return { ...pack, compiled: compiledPart(pack) }
}

function compiledPart(pack: PolicyPack): CompiledPart {
  const witnesses: StoredWitness[] = []
  const known = new Map<string, number>()
  const indexOf = (witness: Witness): number => {
    const stored = store(witness)
    const key = JSON.stringify(stored)
    const index = known.get(key) ?? witnesses.push(stored) - 1
    known.set(key, index)
    return index
  }
  const rules = Object.fromEntries(
    (pack.rules ?? []).flatMap((rule) => {
      const searches = searchesOf(rule)
      return searches === undefined ? [] : [[rule.id, searches === null ? null : searches.map((search) => search.map(indexOf))]]
    }),
  )
  return { seal: sealOf(pack, { witnesses, rules }), witnesses, rules }
}

/** What stands in the file beside the pack, and the pack itself, as one short name. */
export function sealOf(pack: object, { witnesses, rules }: Omit<CompiledPart, 'seal'>): string {
  return fingerprint(JSON.stringify([ENGINE_VERSION, pack, witnesses, rules]))
}

/** Undefined for a rule of which nothing is found out: its detector is not the engine's own, or its options are not taken as they are written. */
function searchesOf({ detector: name, options }: Rule): readonly Witnesses[] | null | undefined {
  const detector = builtInDetectors.find((one) => one.name === name)
  if (!detector || options === undefined) return undefined
  const parsed = z.safeParse(detector.options, options)
  if (!parsed.success || inOrder(parsed.data) !== inOrder(options)) return undefined
  return detector.witness ? chooseWitnesses(detector.witness(options)) : null
}

/** JSON with the members of each object by name, whatever order they were written in. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function store({ words, digits }: Witness): StoredWitness {
  const joined = words?.join(BETWEEN_WORDS)
  if (joined === undefined) return digits ?? ''
  return digits === undefined ? joined : [joined, digits]
}

/** The way back. */
export function takeOut(stored: StoredWitness): Witness {
  if (typeof stored === 'number') return { digits: stored }
  if (typeof stored === 'string') return { words: wordsIn(stored) }
  return { words: wordsIn(stored[0]), digits: stored[1] }
}

function wordsIn(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split(BETWEEN_WORDS)
}
