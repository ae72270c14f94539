import type { Witness, Witnesses } from '../detectors/witness.ts'
import { BETWEEN_SIGNS, DIGIT_SIGNS, MOST_BETWEEN } from '../text/number-runs.ts'
import { createPhraseIndex } from '../text/phrase-index.ts'

/** Pairs `rule, searches`: the index of a rule, and a bit for each of its searches that has to run; all bits if they need not be told apart. */
export type Awake = readonly number[]

/** Tells of a folded text which rules may find something in it, by one pass for all of them. */
export type Waking = (folded: string) => Awake

const DIGIT = 1
const BETWEEN = 2
const SIGN = 4

/**
 * `rules`: of each what its searches need, as `chooseWitnesses` gives it; undefined for a rule that runs on every text, an empty list for one
 * that no text wakes.
 */
export function createWaking(rules: readonly (readonly Witnesses[] | undefined)[]): Waking {
  const { index, witnessOf, witnessesOfSign, byDigits, classes, searchesOf, searches, always } = new WitnessList(rules)
  const seen = new Int32Array(searches.length)
  const touched = new Int32Array(searches.length)
  // The text in which a witness was seen last: each tells its searches once a text.
  const lastText = new Int32Array(searchesOf.length)
  const masks = new Int32Array(rules.length)
  let [text, count] = [0, 0]

  const see = (witness: number) => {
    if (lastText[witness] === text) return
    lastText[witness] = text
    const own = searchesOf[witness]!
    for (let i = 0; i < own.length; i += 2) {
      const search = own[i]!
      if (seen[search] === 0) touched[count++] = search
      seen[search] = seen[search]! | own[i + 1]!
    }
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
        if ((kind & SIGN) !== 0) for (const witness of witnessesOfSign.get(folded.charCodeAt(i))!) see(witness)
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
      if (seen[search] === wanted) masks[rule] = masks[rule]! | bit
      seen[search] = 0
    }
    // In the rules' own order, in which a text's findings are told.
    let awake: number[] | undefined
    for (let rule = 0; rule < masks.length; rule++) {
      const mask = masks[rule]! | always[rule]!
      if (mask === 0) continue
      awake ??= []
      awake.push(rule, mask)
      masks[rule] = 0
    }
    return awake ?? NOBODY
  }
}

const NOBODY: Awake = []

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
  readonly witnessOf: number[] = []
  readonly witnessesOfSign = new Map<number, number[]>()
  readonly byDigits: { digits: number; witness: number }[] = []
  readonly classes = new Uint8Array(65_536)
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
      if (word.length > 1) this.witnessOf[this.index.addFolded(word)] = number
      else this.addSign(word.charCodeAt(0), number)
    }
    return number
  }

  private addSign(code: number, witness: number): void {
    this.classes[code] = this.classes[code]! | SIGN
    const before = this.witnessesOfSign.get(code)
    if (before) before.push(witness)
    else this.witnessesOfSign.set(code, [witness])
  }

  private mark(sign: string, kind: number): void {
    const code = sign.charCodeAt(0)
    this.classes[code] = this.classes[code]! | kind
  }
}
