import * as z from 'zod/mini'
import { fold } from '../text/fold.ts'
import { editsBetween, piecesOf } from '../text/near-match.ts'
import { createPhraseIndex, type PhraseIndex } from '../text/phrase-index.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'

const phrase = z.string().check(z.minLength(6), z.maxLength(60))
/** From this length on, two edits still leave the phrase recognisable. */
const LONG = 14
const WORDS = /[\u3007\u4e00-\u9fff\d]+/g

interface Listed {
  right: string
  most: number
}

/**
 * Finds texts that differ from a listed phrase by one sign (by two in a long one): another sign, one left out, one too many, two swapped.
 * The phrase's first and last sign must be there: what differs at its end is another phrase. `known`: other phrases that look alike and
 * are right.
 */
export const nearPhrase = defineTextDetector({
  name: 'near-phrase',
  options: z.strictObject({
    phrases: z.array(phrase).check(z.minLength(1)),
    known: z.optional(z.array(phrase)),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  // With so many edits in it, one piece more than edits is still whole.
  witness: ({ phrases }) => [[{ words: phrases.flatMap((written) => anchorsOf(listedOf(written)).map(({ piece }) => piece)) }]],
  prepare({ phrases, known = [], certainty = 'doubtful', contexts }) {
    const weigh = prepareWeighing(contexts)
    const listed = phrases.map(listedOf)
    const anchors = listed.flatMap((own) => anchorsOf(own).map((anchor) => ({ ...anchor, own })))
    const pieces = [...new Set(anchors.map(({ piece }) => piece))]
    const anchorsOfPiece = pieces.map((piece) => anchors.filter((anchor) => anchor.piece === piece))
    const index = createPhraseIndex(pieces)
    const right = createPhraseIndex([...listed.map((own) => own.right), ...known])
    return (text, place) => (index.scan(text).count === 0 ? NO_HITS : search(text, place))

    function* search(text: string, place: TextPlace): Generator<Hit> {
      const rights = placesIn(right, text)
      let taken = 0
      for (const { start: at, id } of placesIn(index, text)) {
        const near = nearest(text, at, anchorsOfPiece[id]!)
        if (!near || near.start < taken || rights.some(({ start, end }) => start < near.end && near.start < end)) continue
        const trace = [{ effect: 'for' as const, text: `和固定写法“${near.right}”只差一两个字` }]
        const found = weigh({ start: near.start, end: near.end, certainty, replacement: near.right, trace }, text, place)
        taken = near.end
        if (found) yield found
      }
    }
  },
})

function placesIn(index: PhraseIndex, text: string): readonly { start: number; end: number; id: number }[] {
  const { count, triples } = index.scan(text)
  return Array.from({ length: count }, (_, i) => ({ start: triples[i * 3]!, end: triples[i * 3 + 1]!, id: triples[i * 3 + 2]! }))
}

function listedOf(written: string): Listed {
  const right = fold(written).text
  return { right, most: right.length >= LONG ? 2 : 1 }
}

function anchorsOf({ right, most }: Listed) {
  return piecesOf(right, most + 1)
}

interface Near {
  start: number
  end: number
  right: string
}

interface Anchor {
  piece: string
  offset: number
  own: Listed
}

/** The stretch with the fewest edits, and of those the longest. */
function nearest(text: string, at: number, anchors: readonly Anchor[]): Near | undefined {
  let best: (Near & { edits: number }) | undefined
  for (const { offset, own } of anchors) {
    const { right, most } = own
    for (let start = at - offset - most; start <= at - offset + most; start++) {
      if (text[start] !== right[0]) continue
      for (let length = right.length - most; length <= right.length + most; length++) {
        const end = start + length
        if (text[end - 1] !== right.at(-1)) continue
        const written = text.slice(start, end)
        if (written === right || marksOf(written) !== marksOf(right)) continue
        const edits = editsBetween(written, right, most)
        if (edits <= most && (!best || edits < best.edits || (edits === best.edits && length > best.end - best.start)))
          best = { start, end, right, edits }
      }
    }
  }
  return best
}

/** A mark put in or left out is no wrong word. */
function marksOf(text: string): string {
  return text.replace(WORDS, '')
}
