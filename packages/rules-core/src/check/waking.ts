import { clearest, saysSomething, type Witness, type Witnesses } from '../detectors/witness.ts'
import { fold } from '../text/fold.ts'
import { BETWEEN_SIGNS, DIGIT_SIGNS, MOST_BETWEEN } from '../text/number-runs.ts'
import { createPhraseIndex } from '../text/phrase-index.ts'

/** Pairs `rule, searches`: the index of a rule, and a bit for each of its searches that has to run; all bits if they need not be told apart. */
export type Awake = readonly number[]

/** Tells of a folded text which rules may find something in it, by one pass for all of them. */
export type Waking = (folded: string) => Awake

/** More witnesses of one search than this wake it no less often. */
const MOST_WITNESSES = 3
const DIGIT = 1
const BETWEEN = 2
const SIGN = 4

/** `rules`: of each what its searches need; undefined for a rule that runs on every text, an empty list for one that no text wakes. */
export function createWaking(rules: readonly (readonly Witnesses[] | undefined)[]): Waking {
  const searches = new SearchList(rules)
  const { index, owners, signOwners, classes } = searches
  const seen = new Int32Array(searches.wanted.length)
  const touched = new Int32Array(searches.wanted.length)
  let count = 0

  const see = (own: readonly number[]) => {
    for (let i = 0; i < own.length; i++) {
      const search = own[i]! >> 2
      if (seen[search] === 0) touched[count++] = search
      seen[search] = seen[search]! | (1 << (own[i]! & 3))
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
        if ((kind & SIGN) !== 0) see(signOwners.get(folded.charCodeAt(i))!)
      }
    }
    for (const { digits, own } of searches.digitOwners) if (digits <= longest) see(own)
  }

  return (folded) => {
    count = 0
    const { count: found, triples } = index.scan(folded)
    for (let i = 0; i < found; i++) see(owners[triples[i * 3 + 2]!]!)
    seeSigns(folded)
    const masks = new Map(searches.always)
    for (let i = 0; i < count; i++) {
      const search = touched[i]!
      if (seen[search] === searches.wanted[search]) {
        const rule = searches.ruleOf[search]!
        masks.set(rule, (masks.get(rule) ?? 0) | searches.bitOf[search]!)
      }
      seen[search] = 0
    }
    if (masks.size === 0) return NOBODY
    // In the rules' own order, in which a text's findings are told.
    return [...masks].sort((a, b) => a[0] - b[0]).flat()
  }
}

const NOBODY: Awake = []

/** All searches of all rules, and by which word, sign or row of digits each is woken. */
class SearchList {
  readonly index = createPhraseIndex()
  /** By id of a word: `search * 4 + which of its witnesses`. */
  readonly owners: number[][] = []
  readonly signOwners = new Map<number, number[]>()
  readonly digitOwners: { digits: number; own: number[] }[] = []
  readonly classes = new Uint8Array(65_536)
  readonly wanted: number[] = []
  readonly ruleOf: number[] = []
  readonly bitOf: number[] = []
  readonly always = new Map<number, number>()
  private readonly ids = new Map<string, number>()

  constructor(rules: readonly (readonly Witnesses[] | undefined)[]) {
    for (const sign of DIGIT_SIGNS) this.mark(sign, DIGIT)
    for (const sign of BETWEEN_SIGNS) this.mark(sign, BETWEEN)
    rules.forEach((searches, rule) => {
      if (!searches) this.always.set(rule, -1)
      // A rule with one search is not asked which.
      searches?.forEach((witnesses, i) => {
        this.add(rule, searches.length === 1 ? -1 : 1 << i, witnesses)
      })
    })
  }

  private add(rule: number, bit: number, all: Witnesses): void {
    const witnesses = clearest(all.filter(saysSomething), MOST_WITNESSES)
    if (witnesses.length === 0) {
      this.always.set(rule, (this.always.get(rule) ?? 0) | bit)
      return
    }
    const search = this.wanted.push((1 << witnesses.length) - 1) - 1
    this.ruleOf.push(rule)
    this.bitOf.push(bit)
    witnesses.forEach((witness, i) => {
      this.register(witness, search * 4 + i)
    })
  }

  private register({ words = [], digits }: Witness, owner: number): void {
    if (digits !== undefined) this.digitOwners.push({ digits, own: [owner] })
    for (const written of words) {
      // A word that folds to nothing stands in no folded text.
      const word = fold(written).text
      if (word.length === 1) this.registerSign(word, owner)
      else if (word !== '') {
        const id = this.ids.get(word) ?? this.index.add(word)
        this.ids.set(word, id)
        this.owners[id] = [...(this.owners[id] ?? []), owner]
      }
    }
  }

  private registerSign(sign: string, owner: number): void {
    this.mark(sign, SIGN)
    const code = sign.charCodeAt(0)
    this.signOwners.set(code, [...(this.signOwners.get(code) ?? []), owner])
  }

  private mark(sign: string, kind: number): void {
    const code = sign.charCodeAt(0)
    this.classes[code] = this.classes[code]! | kind
  }
}
