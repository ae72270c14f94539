import * as z from 'zod/mini'
import type { Block } from '../draft/draft.ts'
import { onceForBlock } from '../draft/kept-block.ts'
import { createListMatcher } from '../text/phrases.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit } from './detector.ts'
import { foldBlock } from './folded-block.ts'
import { listedWord } from './listed-word.ts'

const word = listedWord(40)
const topic = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(20)),
  words: z.array(word).check(z.minLength(2)),
  /** So many different words of it make it a topic of the draft. */
  atLeast: z.int().check(z.gte(2), z.lte(10)),
  /** Words anywhere in the draft with which the topic is the office's own, or spoken against. */
  unless: z.optional(z.array(word)),
})

/**
 * Finds what a draft talks about besides an office's work: horoscopes, recipes, stock tips. One word says nothing, several different ones
 * of a topic do. The hit is the stretch of the block that says most of it.
 */
export const topicWords = defineDraftDetector({
  name: 'topic-words',
  options: z.strictObject({ topics: z.array(topic).check(z.minLength(1)) }),
  // What excuses a topic has to be seen as well.
  witness: ({ topics }) => topics.flatMap(({ words, unless }) => [[{ words }], ...(unless ? [[{ words: unless }]] : [])]),
  onlyWoken: true,
  prepare({ topics }) {
    const match = createListMatcher([...topics.map(({ words }) => words), ...topics.map(({ unless = [] }) => unless)])
    // In a session most blocks are the same as before.
    const matchesIn = onceForBlock((block: Block) => match(foldBlock(block).text))
    return function* (_, woken) {
      const all = woken.map((block) => ({ block, lists: matchesIn(block) }))
      for (const [topic, { name, words, atLeast }] of topics.entries()) {
        const said = all.map(({ block, lists }) => ({ block, matches: lists[topic]! }))
        const different = new Set(said.flatMap(({ matches }) => matches.map(({ index }) => index)))
        if (different.size < atLeast || all.some(({ lists }) => lists[topics.length + topic]!.length > 0)) continue
        const most = said.reduce((best, one) => (one.matches.length > best.matches.length ? one : best))
        const list = [...different].slice(0, 6).map((index) => words[index])
        yield hitIn(most.block, most.matches, `写的像是${name}：${list.join('、')}`)
      }
    }
  },
})

function hitIn(block: Block, matches: readonly { start: number; end: number }[], says: string): DraftHit {
  const place = foldBlock(block).back(matches[0]!.start, matches.at(-1)!.end)
  return { blockId: block.id, ...place, certainty: 'doubtful', trace: [{ effect: 'for', text: says }] }
}
