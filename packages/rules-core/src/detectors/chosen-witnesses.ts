import { fold } from '../text/fold.ts'
import { clearest, saysSomething, type Witness, type Witnesses } from './witness.ts'

/** More witnesses of one search than this wake it no less often. */
const MOST_WITNESSES = 3

/** Of the witnesses of each search those that it is woken by, with their words folded. None: the search runs on every text. */
export function chooseWitnesses(searches: readonly Witnesses[]): readonly Witnesses[] {
  return searches.map((all) => clearest(all.filter(saysSomething), MOST_WITNESSES).map(inFoldedText))
}

// Searches of one rule share what all of them need, and then they share the object.
const folded = new WeakMap<Witness, Witness>()

function inFoldedText(witness: Witness): Witness {
  const before = folded.get(witness)
  if (before) return before
  const { words, digits } = witness
  // A word that folds to nothing stands in no folded text.
  const own = words && [...new Set(words.map((word) => fold(word).text))].filter((word) => word !== '')
  const now = { ...(own && { words: own }), ...(digits !== undefined && { digits }) }
  folded.set(witness, now)
  return now
}
