import type { Witness, Witnesses } from '../detectors/witness.ts'
import { BETWEEN_SIGNS, DIGIT_SIGNS, MOST_BETWEEN } from '../text/number-runs.ts'
import { createPhraseIndex } from '../text/phrase-index.ts'

/** Pairs `rule, searches`: the index of a rule, and a bit for each of its searches that has to run; all bits if they need not be told apart. */
export type Awake = readonly number[]

/** Tells of a folded text which rules may find something in it, by one pass for all of them. */
export type Waking = (folded: string) => Awake

const DIGIT = 1
const BETWEEN = 2
/** Above those bits, the number of a sign that wakes by itself, counted from 1. */
const SIGN_SHIFT = 2

/**
 * `rules`: of each what its searches need, as `chooseWitnesses` gives it; undefined for a rule that runs on every text, an empty list for one
 * that no text wakes.
 */
export function createWaking(rules: readonly (readonly Witnesses[] | undefined)[]): Waking {
  const { index, words, signs, byDigits, classes, searchesOf, searches, always } = new WitnessList(rules)
  const witnessOf = Int32Array.from(words)
  const [pairs, pairsFrom] = inOneList(searchesOf)
  const [ofSigns, ofSignsFrom] = inOneList(signs)
  const seen = new Int32Array(searches.length)
  const touched = new Int32Array(searches.length)
  // The text in which a witness or a sign was seen last: each tells its searches once a text.
  const lastText = new Int32Array(searchesOf.length)
  const lastTextOfSign = new Int32Array(signs.length)
  const masks = new Int32Array(rules.length)
  // A bit for each rule that is awake, so that the others are passed over 32 at a time.
  const alwaysAwake = new Int32Array(Math.ceil(rules.length / 32))
  always.forEach((mask, rule) => {
    if (mask !== 0) alwaysAwake[rule >>> 5] = alwaysAwake[rule >>> 5]! | (1 << (rule & 31))
  })
  const isAwake = alwaysAwake.slice()
  let [text, count] = [0, 0]

  const see = (witness: number) => {
    if (lastText[witness] === text) return
    lastText[witness] = text
    const end = pairsFrom[witness + 1]!
    for (let i = pairsFrom[witness]!; i < end; i += 2) {
      const search = pairs[i]!
      if (seen[search] === 0) touched[count++] = search
      seen[search] = seen[search]! | pairs[i + 1]!
    }
  }
  const seeSign = (sign: number) => {
    lastTextOfSign[sign] = text
    const end = ofSignsFrom[sign + 1]!
    for (let i = ofSignsFrom[sign]!; i < end; i++) see(ofSigns[i]!)
  }
  const seeSigns = (folded: string) => {
    let [run, between, longest] = [0, 0, 0]
    for (let i = 0; i < folded.length; i++) {
      const kind = classes[folded.charCodeAt(i)]!
      if (kind === 0) run = 0
      else {
        if ((kind & DIGIT) !== 0) {
          run += 1
          between = 0
          if (run > longest) longest = run
        } else if ((kind & BETWEEN) === 0 || ++between > MOST_BETWEEN) run = 0
        const sign = kind >>> SIGN_SHIFT
        if (sign !== 0 && lastTextOfSign[sign - 1] !== text) seeSign(sign - 1)
      }
    }
    for (const { digits, witness } of byDigits) if (digits <= longest) see(witness)
  }

  return (folded) => {
    count = 0
    text += 1
    const { count: found, triples } = index.scan(folded)
    for (let i = 0; i < found; i++) see(witnessOf[triples[i * 3 + 2]!]!)
    seeSigns(folded)
    for (let i = 0; i < count; i++) {
      const search = touched[i]!
      const { wanted, rule, bit } = searches[search]!
      if (seen[search] === wanted) {
        masks[rule] = masks[rule]! | bit
        isAwake[rule >>> 5] = isAwake[rule >>> 5]! | (1 << (rule & 31))
      }
      seen[search] = 0
    }
    // In the rules' own order, in which a text's findings are told.
    let awake: number[] | undefined
    for (let word = 0; word < isAwake.length; word++) {
      for (let bits = isAwake[word]!; bits !== 0; bits &= bits - 1) {
        const rule = (word << 5) + 31 - Math.clz32(bits & -bits)
        awake ??= []
        awake.push(rule, masks[rule]! | always[rule]!)
        masks[rule] = 0
      }
      isAwake[word] = alwaysAwake[word]!
    }
    return awake ?? NOBODY
  }
}

const NOBODY: Awake = []

/** Lists behind one another, and where each begins. */
function inOneList(lists: readonly (readonly number[])[]): [all: Int32Array, from: Int32Array] {
  const from = new Int32Array(lists.length + 1)
  for (const [i, list] of lists.entries()) from[i + 1] = from[i]! + list.length
  const all = new Int32Array(from[lists.length]!)
  for (const [i, list] of lists.entries()) all.set(list, from[i])
  return [all, from]
}

interface Search {
  /** A bit for each of its witnesses. */
  wanted: number
  rule: number
  /** Its own among the bits of the rule. */
  bit: number
}

/** All searches of all rules, and by which words, signs or rows of digits they are woken. */
class WitnessList {
  readonly index = createPhraseIndex()
  /** By id of a word in the index: whose word it is. */
  readonly words: number[] = []
  /** By number of a sign that stands by itself: whose it is. */
  readonly signs: number[][] = []
  readonly byDigits: { digits: number; witness: number }[] = []
  /** By character code: whether it is a digit or stands between two, and its number among the signs. */
  readonly classes = new Uint16Array(65_536)
  readonly searches: Search[] = []
  /** By witness: pairs of a search and the witness's bit in it. */
  readonly searchesOf: number[][] = []
  /** By rule: the searches that run on every text. */
  readonly always: Int32Array
  private readonly known = new Map<Witness, number>()

  constructor(rules: readonly (readonly Witnesses[] | undefined)[]) {
    for (const sign of DIGIT_SIGNS) this.mark(sign, DIGIT)
    for (const sign of BETWEEN_SIGNS) this.mark(sign, BETWEEN)
    this.always = Int32Array.from(rules, (searches) => (searches ? 0 : -1))
    rules.forEach((searches, rule) => {
      // A rule with one search is not asked which.
      searches?.forEach((witnesses, i) => {
        this.add(rule, searches.length === 1 ? -1 : 1 << i, witnesses)
      })
    })
  }

  private add(rule: number, bit: number, witnesses: Witnesses): void {
    if (witnesses.length === 0) {
      this.always[rule] = this.always[rule]! | bit
      return
    }
    const search = this.searches.push({ wanted: (1 << witnesses.length) - 1, rule, bit }) - 1
    witnesses.forEach((witness, i) => {
      this.searchesOf[this.numberOf(witness)]!.push(search, 1 << i)
    })
  }

  private numberOf(witness: Witness): number {
    const before = this.known.get(witness)
    if (before !== undefined) return before
    const number = this.searchesOf.push([]) - 1
    this.known.set(witness, number)
    const { words = [], digits } = witness
    if (digits !== undefined) this.byDigits.push({ digits, witness: number })
    for (const word of words) {
      if (word.length > 1) this.words[this.index.addFolded(word)] = number
      else this.addSign(word.charCodeAt(0), number)
    }
    return number
  }

  private addSign(code: number, witness: number): void {
    const kind = this.classes[code]!
    if (kind >>> SIGN_SHIFT === 0) this.classes[code] = kind | (this.signs.push([]) << SIGN_SHIFT)
    this.signs[(this.classes[code]! >>> SIGN_SHIFT) - 1]!.push(witness)
  }

  private mark(sign: string, kind: number): void {
    const code = sign.charCodeAt(0)
    this.classes[code] = this.classes[code]! | kind
  }
}
