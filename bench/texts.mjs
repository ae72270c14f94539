// Texts and lexicons to measure with: official prose from the packs' own clauses, the sample drafts and the corpus's clean ones, and words
// from a seeded generator.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPlain } from '@qianshao/rules-core'
import { readCorpus } from '../test/corpus/corpus.mjs'
import { packFolder } from './packs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Pseudo-random numbers below 1, the same in every run (mulberry32). */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Paragraphs of official prose of `length` characters in all: sentences of clauses and drafts in another order each time, with other years and numbers. */
export function prose(length, seed = 1) {
  const random = seeded(seed)
  const sentences = officialSentences()
  const paragraphs = []
  for (let total = 0; total < length; ) {
    const wanted = 40 + Math.floor(random() * 220)
    let paragraph = ''
    while (paragraph.length < wanted) {
      const sentence = sentences[Math.floor(random() * sentences.length)]
      paragraph += sentence.replace(/\d{1,3}(?=[日个件项人元])/g, () => String(1 + Math.floor(random() * 300)))
    }
    paragraphs.push(paragraph.slice(0, length - total))
    total += paragraph.length + 1
  }
  return paragraphs.join('\n')
}

export const draftOf = (text) => readPlain(text, { title: '关于做好信息公开工作的通知' }, { surface: 'website' })

let known
function officialSentences() {
  if (known) return known
  const quotes = readdirSync(packFolder).flatMap((file) =>
    JSON.parse(readFileSync(packFolder + file, 'utf8')).clauses.map(({ quote }) => quote),
  )
  const drafts = readdirSync(`${root}examples/drafts`)
    .filter((file) => /\.(?:txt|md)$/.test(file))
    .map((file) => readFileSync(`${root}examples/drafts/${file}`, 'utf8').replace(/^#.*$/gm, ''))
  const clean = readCorpus('tune').filter(({ labels, format }) => labels.length === 0 && format !== 'html')
  known = [...quotes, ...drafts, ...clean.map(({ body }) => body)]
    .flatMap((text) => text.split(/(?<=。)|\n/))
    .map((one) => one.trim())
    .filter((one) => one.length > 8)
    // Clauses are quoted without their last mark, and titles have none.
    .map((one) => (/[。！？；：…]$/.test(one) ? one : `${one}。`))
  return known
}

/**
 * `count` different words of 2–8 characters as a list of forbidden words has them: twenty stand in the prose, some hits a page, `near` begin
 * as words of the prose do and end otherwise, and the others are put together at random of its characters and do not stand in it.
 */
export function rareLexicon(count, near = 2_000, seed = 2) {
  const random = seeded(seed)
  const all = officialSentences().join('\n')
  const text = all.replace(/[^\u4e00-\u9fff]/g, '')
  const any = () => text[Math.floor(random() * text.length)]
  const standing = new Set()
  while (standing.size < 20) {
    const at = Math.floor(random() * (all.length - 8))
    const word = all.slice(at, at + 2 + Math.floor(random() * 7))
    if (/^[\u4e00-\u9fff]+$/.test(word)) standing.add(word)
  }
  const words = new Set(standing)
  // Every stretch of two to eight characters that stands in the prose.
  const stretches = new Set()
  for (let at = 0; at < all.length; at++) for (let length = 2; length <= 8; length++) stretches.add(all.slice(at, at + length))
  while (words.size < count) {
    const length = 2 + Math.floor(random() * 7)
    const at = Math.floor(random() * (text.length - 8))
    const word = words.size < near ? text.slice(at, at + length - 1) + any() : Array.from({ length }, any).join('')
    if (!stretches.has(word)) words.add(word)
  }
  return [...words]
}

/** `count` different words of 2–8 characters from the prose's own characters, so that many of them nearly match. */
export function lexicon(count, seed = 2) {
  const random = seeded(seed)
  const text = prose(60_000, seed).replace(/[^\u4e00-\u9fff]/g, '')
  const words = new Set()
  while (words.size < count) {
    const length = 2 + Math.floor(random() * 7)
    const at = Math.floor(random() * (text.length - 8))
    // Half of them stand in such a text, half are put together at random.
    if (words.size % 10 === 0) words.add(text.slice(at, at + length))
    else words.add(Array.from({ length }, () => text[Math.floor(random() * text.length)]).join(''))
  }
  return [...words]
}
