import * as z from 'zod/mini'
import { fold } from '../text/fold.ts'
import { editsBetween } from '../text/near-match.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'

const STATE = '中华人民共和国'
/** How long the name of the state is with one edit in it. */
const LENGTHS = [STATE.length, STATE.length - 1, STATE.length + 1]
const TITLE = /《([^《》\n]{4,50})》/g
/** 《…法（2024年修订）》 */
const EDITION = /\([^()]*\)$/
const IS_LAW = /(?:法|典|条例)$/
/** A shorter title differs by one sign from too many others. */
const SHORTEST = 5
const LONG = 12

/**
 * Finds titles in 《》 that differ from the title of a listed law by one sign (by two in a long one), with or without 中华人民共和国 before
 * it. `titles`: without it. A title without it that does not end like a law is another work.
 */
export const nearTitle = defineTextDetector({
  name: 'near-title',
  options: z.strictObject({
    titles: z.array(z.string().check(z.minLength(2), z.maxLength(40))).check(z.minLength(1)),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  witness: () => [[{ words: ['法》', '法(', '典》', '例》', '例(', `《${STATE}`] }]],
  prepare({ titles, certainty = 'doubtful', contexts }) {
    const weigh = prepareWeighing(contexts)
    const listed = titles.map((title) => fold(title).text)
    const known = new Set(listed)
    return search

    function* search(text: string, place: TextPlace): Generator<Hit> {
      for (const match of text.matchAll(TITLE)) {
        const written = match[1]!.replace(EDITION, '')
        const near = nearTo(written, known)
        if (near === undefined) continue
        const start = match.index + 1
        const trace = [{ effect: 'for' as const, text: `和《${near}》只差一两个字` }]
        const found = weigh({ start, end: start + written.length, certainty, replacement: near, trace }, text, place)
        if (found) yield found
      }
    }
  },
})

function nearTo(written: string, known: ReadonlySet<string>): string | undefined {
  const misled = LENGTHS.find((length) => editsBetween(written.slice(0, length), STATE, 1) === 1 && known.has(written.slice(length)))
  if (misled !== undefined && !written.startsWith(STATE)) return STATE + written.slice(misled)
  const led = written.startsWith(STATE) ? STATE : ''
  const title = written.slice(led.length)
  if (known.has(title) || title.length < SHORTEST - 1) return undefined
  if (led === '' && (title.length < SHORTEST || !IS_LAW.test(title))) return undefined
  const most = title.length >= LONG ? 2 : 1
  for (const one of known) if (one.length >= SHORTEST && editsBetween(title, one, most) <= most) return led + one
  return undefined
}
