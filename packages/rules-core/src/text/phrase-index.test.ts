import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts'

function found(index: PhraseIndex, text: string): string[] {
  const { count, triples } = index.scan(text)
  return Array.from({ length: count }, (_, i) => [...triples.subarray(i * 3, i * 3 + 3)].join(' ')).sort()
}

/** What a plain search finds. */
function searched(phrases: ReadonlyMap<number, string>, text: string): string[] {
  const all: string[] = []
  for (const [id, phrase] of phrases) {
    const folded = fold(phrase).text
    for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) all.push(`${at} ${at + folded.length} ${id}`)
  }
  return all.sort()
}

// Few letters make many overlaps; one of them shares its low bits with another, one folds.
const phrase = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', 'Ａ', '\u4e0a'), minLength: 2, maxLength: 6 })
const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '\u4e0a', '，'), maxLength: 40 }).map((raw) => fold(raw).text)

test('finds all that a plain search finds, through any order of adding and removing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(phrase, fc.boolean()), { maxLength: 60 }), fc.array(text, { maxLength: 4 }), (steps, texts) => {
      const index = createPhraseIndex()
      const live = new Map<number, string>()
      for (const [one, takesOneOut] of steps) {
        live.set(index.add(one), one)
        const [oldest] = live.keys()
        if (takesOneOut && oldest !== undefined) {
          index.remove(oldest)
          live.delete(oldest)
        }
      }
      expect(index.size).toBe(live.size)
      for (const one of texts) expect(found(index, one)).toEqual(searched(live, one))
    }),
  )
})

test('twenty thousand phrases: the tables grow, and nothing is lost', () => {
  const letters = Array.from('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏')
  const phrases = Array.from({ length: 20_000 }, (_, i) =>
    [i % 24, (i / 24) % 24, (i / 576) % 24, i % 7, i % 11].map((n) => letters[Math.floor(n)]).join(''),
  )
  const index = createPhraseIndex(phrases)
  const long = phrases.slice(0, 500).join('，')
  const { count, triples } = index.scan(long)
  const ids = new Set(Array.from({ length: count }, (_, i) => phrases[triples[i * 3 + 2]!]))
  for (const one of phrases.slice(0, 500)) expect(ids).toContain(one)
})

test('a phrase removed twice, or never added, is no error', () => {
  const index = createPhraseIndex(['甲乙'])
  index.remove(0)
  index.remove(0)
  index.remove(7)
  expect([index.size, found(index, '甲乙')]).toEqual([0, []])
})

test('matches come in the order of their start', () => {
  const { count, triples } = createPhraseIndex(['甲乙丙', '乙丙', '甲乙']).scan('甲乙丙甲乙')
  expect(Array.from({ length: count }, (_, i) => triples[i * 3])).toEqual([0, 0, 1, 3])
})
