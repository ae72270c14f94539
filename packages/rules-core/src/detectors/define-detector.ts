import * as z from 'zod/mini'
import type { Block, Draft } from '../draft/draft.ts'
import type { DraftDetector, DraftHit, Hit, Outlet, TextDetector, TextPlace } from './detector.ts'
import { foldText } from './folded-block.ts'
import { isProven } from './proven-options.ts'
import { eitherOf, type Witnesses } from './witness.ts'

/** Looks at folded text, lower case and half width, and gives offsets in it. `awake`: a bit for each of its searches that has to run. */
export type FindHits = (text: string, place: TextPlace, awake: number) => Iterable<Hit>

/** What a search gives that found nothing: most searches do, so they share it. */
export const NO_HITS: readonly Hit[] = []
/** Bits in a number. */
const MOST_SEARCHES = 31

/** Whether one of `count` searches has to run. */
export function isAwake(search: number, count: number, awake: number): boolean {
  return count > MOST_SEARCHES || ((awake >>> search) & 1) === 1
}

interface TextShape<O extends z.core.$ZodType> {
  name: string
  options: O
  /** Whether it needs the lines around a block. */
  around?: boolean
  /** What a folded text must hold for each of its searches; they are numbered in this order. */
  witness?(options: z.output<O>): readonly Witnesses[]
  /** Called once a rule, when it is first woken. */
  prepare(options: z.output<O>): FindHits
}

/** A detector that looks at the text of one block. It sees folded text; its hits are led back to the text as written. */
export function defineTextDetector<O extends z.core.$ZodType>(shape: TextShape<O>): TextDetector {
  const { name, options, around = false, witness, prepare } = shape
  const parse = parserOf(options)
  return {
    name,
    sees: 'text',
    around,
    options,
    ...(witness && { witness: (raw: unknown) => countable(witness(parse(raw))) }),
    prepare(raw) {
      const options = parse(raw)
      // Most rules are never woken, so what costs time is made ready when a text first wakes it.
      let find: FindHits | undefined
      return (text, place, awake = -1) => {
        find ??= prepare(options)
        const folded = foldText(text)
        const hits = find(folded.text, place, awake)
        return hits === NO_HITS ? NO_HITS : Array.from(hits, (hit) => ({ ...hit, ...folded.back(hit.start, hit.end) }))
      }
    },
  }
}

/** A detector that looks at the whole draft, as written. With a witness, it looks only at blocks whose folded text holds it. */
export function defineDraftDetector<O extends z.core.$ZodType>(shape: {
  name: string
  options: O
  witness?(options: z.output<O>): readonly Witnesses[]
  /** See `DraftDetector`. */
  onlyWoken?: boolean
  beside?(draft: Draft): boolean
  prepare(options: z.output<O>, outlets: readonly Outlet[]): (draft: Draft, woken: readonly Block[]) => Iterable<DraftHit>
}): DraftDetector {
  const { name, options, witness, onlyWoken = false, beside, prepare } = shape
  const parse = parserOf(options)
  return {
    name,
    sees: 'draft',
    options,
    ...(witness && { witness: (raw: unknown) => countable(witness(parse(raw))) }),
    onlyWoken,
    ...(beside && { beside }),
    prepare(raw, outlets = []) {
      const options = parse(raw)
      let find: ReturnType<typeof prepare> | undefined
      return (draft, woken = draft.blocks) => {
        find ??= prepare(options, outlets)
        return find(draft, woken)
      }
    },
  }
}

/** Options are asked for twice, for the witness and for the search, and parsed once, or when the pack was built. */
function parserOf<O extends z.core.$ZodType>(options: O): (raw: unknown) => z.output<O> {
  let last: { raw: unknown; parsed: z.output<O> } | undefined
  return (raw) => {
    if (isProven(raw)) return raw as z.output<O>
    if (last && last.raw === raw) return last.parsed
    const parsed = z.parse(options, raw)
    last = { raw, parsed }
    return parsed
  }
}

/** More searches than a number has bits are woken together. */
function countable(searches: readonly Witnesses[]): readonly Witnesses[] {
  if (searches.length <= MOST_SEARCHES) return searches
  const one = eitherOf(searches)
  return [one ? [one] : []]
}
