// Many phrases in one text: our phrase index against the matchers of npm, each giving every occurrence.
import { AhoCorasick as Fast } from '@monyone/aho-corasick/fast'
import Plain from 'ahocorasick'
import mint from 'mint-filter'
import { fold } from '../../packages/rules-core/src/text/fold.ts'
import { createPhraseIndex } from '../../packages/rules-core/src/text/phrase-index.ts'
import { interleave, median, ms, times } from '../measure.mjs'
import { heldBytes } from '../memory.mjs'
import { row } from '../rows.mjs'
import { lexicon, prose, rareLexicon, seeded } from '../texts.mjs'

const LENGTH = 20_000
const TEXTS = 8
const NEAR = 100_000
const { Mint } = mint
const inMs = (value) => `${ms(value)} ms`

export function* measure({ quick }) {
  yield* measureLexicon(10_000, quick, 40)
  yield* measureLexicon(100_000, quick, 150)
  yield nearMatches(quick)
  if (!quick) yield* hardLists()
}

function measureLexicon(count, quick, buildWithin) {
  const words = rareLexicon(count)
  const label = `${count / 1_000}k terms`
  const bytes = bytesATerm(words)
  const first = timed(() => createPhraseIndex(words))
  const build = median(interleave({ ours: () => createPhraseIndex(words) }, { seconds: quick ? 0.3 : 2 }).ours)
  const { contestants, builds } = matchers(words, quick && count > 10_000 ? [] : [...MATCHERS, ...COLLECTORS])
  const found = scanTimes(contestants, quick)
  const against = (name, least) => compared(`scan, ${label}, against ${name}`, found, name, least, `theirs built in ${ms(builds[name])} ms`)
  return [
    // A peer takes seconds to build its automaton of 100,000 terms: more than a quick run has.
    ...Object.keys(builds).map((name) => against(name, TARGETS[name])),
    row(`scan, ${label}, folding included`, median(found.folding), { show: inMs, note: 'text as it is written, offsets led back' }),
    row(`build, ${label}`, build, { most: buildWithin, show: inMs, note: `the first one ${ms(first)} ms` }),
    row(`memory, ${label}`, bytes, { most: 150, show: (value) => `${value.toFixed(0)} B a term` }),
  ]
}

/** Lists that no office has, to know where we stand: terms that are in the text everywhere, and terms that nearly are. */
function hardLists() {
  const lists = {
    '10k terms that hit everywhere': lexicon(10_000),
    '100k terms of which half begin as the text does': rareLexicon(100_000, 50_000),
  }
  return Object.entries(lists).map(([label, words]) => {
    const found = scanTimes(matchers(words, MATCHERS).contestants, false)
    return compared(`scan, ${label}, against ${MATCHERS[0]}`, found, MATCHERS[0])
  })
}

function scanTimes(contestants, quick) {
  const hits = agreedHits(contestants)
  return { ...interleave(contestants, { seconds: quick ? 0.8 : 8, least: 9 }), hits }
}

function compared(figure, found, name, least, more) {
  const [ours, theirs] = [median(found.ours), median(found[name])]
  const note = [`${ms(ours)} ms against ${ms(theirs)} ms`, `${found.hits} hits`, more].filter(Boolean).join('; ')
  return row(figure, theirs / ours, { least, show: times, note })
}

const folded = []
for (let seed = 1; seed <= TEXTS; seed++) folded.push(fold(prose(LENGTH, seed)).text)
const written = Array.from(folded, (_, i) => prose(LENGTH, i + 1))

/** Each matcher of npm, from words to a function that answers what it found in a text. */
const PEERS = {
  '@monyone/aho-corasick/fast': (words) => {
    const matcher = new Fast(words)
    return (text) => matcher.matchInText(text)
  },
  // These two do not answer offsets of every hit: less work than ours.
  'mint-filter': (words) => {
    const filter = new Mint(words)
    return (text) => filter.filter(text, { replace: false }).words
  },
  ahocorasick: (words) => {
    const matcher = new Plain(words)
    return (text) => matcher.search(text)
  },
}
const TARGETS = { '@monyone/aho-corasick/fast': 10, 'mint-filter': 30 }
const MATCHERS = ['@monyone/aho-corasick/fast']
const COLLECTORS = ['mint-filter', 'ahocorasick']

function matchers(words, names) {
  const index = createPhraseIndex(words)
  const contestants = {
    ours: (turn) => listed(index.scan(folded[turn % TEXTS]), words, asWritten),
    folding: (turn) => {
      const { text, back } = fold(written[turn % TEXTS])
      return listed(index.scan(text), words, back)
    },
  }
  const builds = {}
  for (const name of names) {
    let answer
    builds[name] = timed(() => {
      answer = PEERS[name](words)
    })
    contestants[name] = (turn) => answer(folded[turn % TEXTS])
  }
  return { contestants, builds }
}

const asWritten = (start, end) => ({ start, end })

/** The same objects as the fastest peer answers. */
function listed({ count, triples }, words, back) {
  const list = new Array(count)
  for (let i = 0; i < count; i++) {
    const { start, end } = back(triples[i * 3], triples[i * 3 + 1])
    list[i] = { begin: start, end, keyword: words[triples[i * 3 + 2]] }
  }
  return list
}

/** How many hits a text has. A faster answer that is another answer is none. */
function agreedHits(contestants) {
  const keys = (list) => list.map(({ begin, end, keyword }) => `${begin} ${end} ${keyword}`).sort()
  let hits = 0
  for (let turn = 0; turn < TEXTS; turn++) {
    const ours = keys(contestants.ours(turn))
    const theirs = contestants[MATCHERS[0]]?.(turn)
    if (theirs && ours.join('\n') !== keys(theirs).join('\n')) throw new Error('match: two answers')
    hits += ours.length
  }
  return Math.round(hits / TEXTS)
}

function bytesATerm(words) {
  const before = heldBytes()
  const index = createPhraseIndex(words)
  const bytes = heldBytes() - before
  return index.size > 0 ? bytes / words.length : Number.NaN
}

function timed(run) {
  const before = performance.now()
  run()
  return performance.now() - before
}

/** Terms without their last character, one behind the other: every one begins a comparison that fails at the end. */
function nearMatches(quick) {
  const words = rareLexicon(10_000)
  const index = createPhraseIndex(words)
  const long = words.filter((word) => word.length > 3)
  const random = seeded(5)
  const near = fold(Array.from({ length: NEAR }, () => long[Math.floor(random() * long.length)].slice(0, -1)).join('')).text
  const ordinary = fold(prose(near.length, 9)).text
  const found = interleave({ near: () => index.scan(near), ordinary: () => index.scan(ordinary) }, { seconds: quick ? 0.5 : 3 })
  return row('scan of 100,000 near-matches against ordinary text, 10k terms', median(found.near) / median(found.ordinary), {
    most: 5,
    show: times,
    note: `${ms(median(found.near))} ms against ${ms(median(found.ordinary))} ms, ${near.length} characters each`,
  })
}
