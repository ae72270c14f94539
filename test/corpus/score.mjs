// Scores findings against labels. No engine in here: drafts, findings and labels come in, counts go out.

/**
 * @typedef {{ id: string, text: string }} Block as the engine read it, in order
 * @typedef {{ category: string, severity: string, certainty: string, quote: string, canonical?: string, at?: { blockId: string, start: number, end: number } }} Finding
 * @typedef {{ category: string, quote?: string }} Label without a quote: it belongs to the whole draft
 */

/**
 * Which labels were found and which findings are right. A finding is right if a label of its category touches the same place, or
 * belongs to the whole draft; white space does not count, since numbers are labelled as they are written.
 * @param {readonly Block[]} blocks
 * @param {readonly Finding[]} findings
 * @param {readonly Label[]} labels
 */
export function matchDraft(blocks, findings, labels) {
  const { joined, placeOf } = withoutSpace(blocks)
  const spans = labels.map(({ quote }) => (quote === undefined ? [] : occurrences(joined, squeeze(quote))))
  const touches = (finding, i) => {
    const label = labels[i]
    if (label.category !== finding.category) return false
    if (label.quote === undefined || !finding.at) return true
    const place = placeOf(finding.at)
    if (spans[i].some(([start, end]) => place[0] < end && start < place[1])) return true
    // What stands in the markup only, as an address does, is compared by its words.
    const said = [finding.quote, finding.canonical ?? ''].filter((one) => one !== '')
    return spans[i].length === 0 && said.some((one) => one.includes(label.quote) || label.quote.includes(one))
  }
  return {
    found: labels.map((_, i) => findings.some((finding) => touches(finding, i))),
    right: findings.map((finding) => labels.some((_, i) => touches(finding, i))),
  }
}

/** How a finding is shown (house.md §1): `hold` for a certain veto, `ask` for a doubtful veto or a fault, `hint` for advice. */
export function kindOf({ severity, certainty }) {
  if (severity === 'advice') return 'hint'
  return severity === 'veto' && certainty === 'certain' ? 'hold' : 'ask'
}

/** Wilson's 95 % interval of a share. @param {number} hits @param {number} all */
export function interval(hits, all) {
  if (all === 0) return [0, 1]
  const z = 1.96
  const share = hits / all
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const half = (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all)
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** F with recall weighed twice as much as precision. */
export function f2(precision, recall) {
  return precision + recall === 0 ? 0 : (5 * precision * recall) / (4 * precision + recall)
}

function squeeze(text) {
  return text.replace(/\s/gu, '')
}

function withoutSpace(blocks) {
  let joined = ''
  const offsets = new Map()
  for (const { id, text } of blocks) {
    const own = []
    for (const character of text.split('')) {
      own.push(joined.length)
      if (!/\s/u.test(character)) joined += character
    }
    own.push(joined.length)
    offsets.set(id, own)
  }
  return {
    joined,
    placeOf: ({ blockId, start, end }) => {
      const own = offsets.get(blockId)
      return [own[start], Math.max(own[end], own[start] + 1)]
    },
  }
}

function occurrences(text, words) {
  const found = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push([at, at + words.length])
  return found
}
