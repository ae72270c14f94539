import { fold } from './fold.ts'

/** Matches as flat triples `start, end, id`, so that a scan makes no garbage; the buffer is reused by the next scan. */
export interface PhraseMatches {
  /** Number of matches. */
  count: number
  /** `start, end, id` of each, by start and then in no order. */
  triples: Int32Array
}

/** Many phrases, found in one pass. Phrases are folded; texts are given folded. */
export interface PhraseIndex {
  readonly size: number
  /** Adds a phrase and gives its id: 0 for the first, counting on. Throws a RangeError if it is shorter than two characters when folded. */
  add(phrase: string): number
  /** The same of a phrase that is folded already. */
  addFolded(folded: string): number
  /** Takes a phrase out again; its id is never used again. */
  remove(id: number): void
  /** All occurrences of all phrases, also those inside one another. Offsets are UTF-16 in `folded`. */
  scan(folded: string): PhraseMatches
}

/**
 * How it works. A first look reads each character once: a byte table, found by the hash of a pair, holds a Bloom mask of the third
 * characters that may follow; places that pass are put down without a branch. A second look compares the phrases that begin with the
 * same three characters (two, for phrases of two). Nothing but flat arrays: about 40 bytes a phrase, no automaton to build.
 */
export function createPhraseIndex(phrases: readonly string[] = []): PhraseIndex {
  let phraseCount = 0
  let removed = 0
  let codes = new Uint16Array(64)
  let codeCount = 0
  let starts = new Int32Array(16)
  let lengths = new Uint16Array(16)
  // Chains of phrases with the same beginning: a head for each hash, 0 for none, else id + 1; `after` leads on.
  let after = new Int32Array(16)
  let heads = new Int32Array(32)
  let masks = new Uint8Array(4_096)
  // A bit for each beginning of three: most places that the masks let through end here, before any chain is touched.
  let bits = new Uint8Array(512)
  let candidates = new Int32Array(1_024)
  const matches: PhraseMatches = { count: 0, triples: new Int32Array(192) }

  for (const phrase of phrases) add(phrase)
  return {
    get size() {
      return phraseCount - removed
    },
    add,
    addFolded,
    remove,
    scan,
  }

  function add(phrase: string): number {
    return addFolded(fold(phrase).text)
  }

  function addFolded(text: string): number {
    if (text.length < 2) throw new RangeError(`phrases: “${text}” is shorter than two characters`)
    if (phraseCount === starts.length) growPhrases()
    if (codeCount + text.length > codes.length) codes = grown(codes, codeCount + text.length)
    const id = phraseCount++
    starts[id] = codeCount
    lengths[id] = text.length
    for (let i = 0; i < text.length; i++) codes[codeCount++] = text.charCodeAt(i)
    link(id)
    return id
  }

  /** The mask keeps its bit and lets a place more through; the chain forgets the phrase. */
  function remove(id: number): void {
    if (id < 0 || id >= phraseCount || lengths[id] === 0) return
    const slot = hashOf(id) & (heads.length - 1)
    if (heads[slot] === id + 1) heads[slot] = after[id]!
    else {
      let before = heads[slot]! - 1
      while (after[before] !== id + 1) before = after[before]! - 1
      after[before] = after[id]!
    }
    lengths[id] = 0
    removed += 1
  }

  function growPhrases(): void {
    starts = grown(starts, starts.length + 1)
    lengths = grown(lengths, lengths.length + 1)
    after = grown(after, after.length + 1)
    heads = new Int32Array(starts.length * 2)
    // Few phrases leave the table in the nearest cache; many would fill it, and then it dismisses nothing.
    masks = new Uint8Array(starts.length > 16_384 ? 262_144 : starts.length > 128 ? 65_536 : 4_096)
    bits = new Uint8Array(Math.max(starts.length > 128 ? 8_192 : 512, starts.length))
    for (let id = 0; id < phraseCount; id++) if (lengths[id] !== 0) link(id)
  }

  function link(id: number): void {
    const at = starts[id]!
    const pair = pairHash(codes[at]!, codes[at + 1]!) & (masks.length - 1)
    masks[pair] = masks[pair]! | (lengths[id] === 2 ? 0xff : 1 << (codes[at + 2]! & 7))
    const hash = hashOf(id)
    const slot = hash & (heads.length - 1)
    after[id] = heads[slot]!
    heads[slot] = id + 1
    const bit = hash & (bits.length * 8 - 1)
    bits[bit >>> 3] = bits[bit >>> 3]! | (1 << (bit & 7))
  }

  function hashOf(id: number): number {
    const at = starts[id]!
    return headHash(codes[at]!, codes[at + 1]!, lengths[id] === 2 ? 0 : codes[at + 2]!)
  }

  function scan(folded: string): PhraseMatches {
    matches.count = 0
    if (phraseCount === 0 || folded.length < 2) return matches
    if (candidates.length < folded.length) candidates = new Int32Array(folded.length * 2)
    const found = sift(folded, masks, bits, candidates, look(folded, masks, candidates))
    for (let i = 0; i < found; i++) compare(folded, candidates[i]!)
    return matches
  }

  function compare(folded: string, at: number): void {
    const first = folded.charCodeAt(at)
    const second = folded.charCodeAt(at + 1)
    const wrap = heads.length - 1
    follow(folded, at, heads[headHash(first, second, 0) & wrap]!)
    if (at + 2 < folded.length) follow(folded, at, heads[headHash(first, second, folded.charCodeAt(at + 2)) & wrap]!)
  }

  function follow(folded: string, at: number, head: number): void {
    for (let next = head; next !== 0; next = after[next - 1]!) {
      const id = next - 1
      const start = starts[id]!
      const length = lengths[id]!
      if (at + length > folded.length) continue
      let same = 0
      while (same < length && codes[start + same] === folded.charCodeAt(at + same)) same++
      if (same === length) put(at, at + length, id)
    }
  }

  function put(start: number, end: number, id: number): void {
    const place = matches.count * 3
    if (place + 3 > matches.triples.length) matches.triples = grown(matches.triples, place + 3)
    matches.triples[place] = start
    matches.triples[place + 1] = end
    matches.triples[place + 2] = id
    matches.count += 1
  }
}

// Kept apart from the index's own variables: the loop that reads every character.
function look(text: string, masks: Uint8Array, candidates: Int32Array): number {
  const last = text.length - 2
  const wrap = masks.length - 1
  let found = 0
  let first = text.charCodeAt(0)
  let second = text.charCodeAt(1)
  for (let at = 0; at < last; at++) {
    const third = text.charCodeAt(at + 2)
    candidates[found] = at
    found += (masks[pairHash(first, second) & wrap]! >>> (third & 7)) & 1
    first = second
    second = third
  }
  // At the end only a phrase of two can stand, whose mask has every bit.
  candidates[found] = last
  return masks[pairHash(first, second) & wrap] === 0xff ? found + 1 : found
}

/** Of the candidates those whose first three characters, or two, begin some phrase; the same list, shortened. */
function sift(text: string, masks: Uint8Array, bits: Uint8Array, candidates: Int32Array, found: number): number {
  const maskWrap = masks.length - 1
  const bitWrap = bits.length * 8 - 1
  let kept = 0
  for (let i = 0; i < found; i++) {
    const at = candidates[i]!
    const first = text.charCodeAt(at)
    const second = text.charCodeAt(at + 1)
    const three = headHash(first, second, at + 2 < text.length ? text.charCodeAt(at + 2) : 0) & bitWrap
    candidates[kept] = at
    let keep = (bits[three >>> 3]! >>> (three & 7)) & 1
    // Only a phrase of two leaves every bit of the mask set (or very many longer ones).
    if (masks[pairHash(first, second) & maskWrap] === 0xff) {
      const two = headHash(first, second, 0) & bitWrap
      keep |= (bits[two >>> 3]! >>> (two & 7)) & 1
    }
    kept += keep
  }
  return kept
}

function pairHash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

function headHash(first: number, second: number, third: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

function grown<T extends Uint16Array | Int32Array>(list: T, atLeast: number): T {
  const larger = new (list.constructor as new (length: number) => T)(Math.max(atLeast, list.length * 2))
  larger.set(list)
  return larger
}
