// A whole check: every rule of the largest shipped chain over one text, from draft to verdict, with nothing remembered.
import { createChecker, loadPack, readMarkup } from '@qianshao/rules-core'
import { parseHtml } from '@qianshao/rules-core/html'
import autocorrect from 'autocorrect-node'
import { run as zhlint } from 'zhlint'
import { interleave, median, ms, percentile, times } from '../measure.mjs'
import { chainTexts } from '../packs.mjs'
import { row } from '../rows.mjs'
import { draftOf, prose } from '../texts.mjs'

const LENGTH = 20_000
const TEXTS = 8
const inMs = (value) => `${ms(value)} ms`

export function* measure({ quick }) {
  const packs = chainTexts().map((text) => loadPack(JSON.parse(text)))
  const checker = createChecker(packs)
  yield* alone(checker, quick)
  yield* peers(checker, quick)
  yield growth(checker, quick)
  yield* hardTexts(checker, packs, quick)
  yield* deepMarkup(checker, quick)
}

const texts = Array.from({ length: TEXTS }, (_, i) => prose(LENGTH, i + 1))
const drafts = texts.map(draftOf)

/** Without peers between two checks: their garbage would be collected in our time. */
function alone(checker, quick) {
  const found = interleave(
    { check: (turn) => checker.check(drafts[turn % TEXTS]) },
    { seconds: quick ? 1 : 10, warm: quick ? 10 : 100 },
  ).check
  const { findings } = checker.check(drafts[0])
  return [
    row('check of 20,000 characters, p50', median(found), {
      most: 1,
      show: inMs,
      note: `${checker.rules.length} rules, ${drafts[0].blocks.length} blocks, ${findings.length} findings in the first text; ${found.length} checks`,
    }),
    row('check of 20,000 characters, p99', percentile(found, 0.99), { most: 2.5, show: inMs }),
  ]
}

function peers(checker, quick) {
  const contestants = {
    ours: (turn) => checker.check(drafts[turn % TEXTS]),
    zhlint: (turn) => zhlint(texts[turn % TEXTS], { rules: { preset: 'default' } }),
    // Says where; its `format` only gives the corrected text.
    'autocorrect-node': (turn) => autocorrect.lintFor(texts[turn % TEXTS], 'draft.txt'),
    'autocorrect-node, format only': (turn) => autocorrect.format(texts[turn % TEXTS]),
  }
  const found = interleave(contestants, { seconds: quick ? 1 : 12, warm: quick ? 2 : 10 })
  return Object.entries({ zhlint: 40, 'autocorrect-node': 4, 'autocorrect-node, format only': undefined }).map(([name, least]) =>
    row(`check of 20,000 characters, against ${name}`, median(found[name]) / median(found.ours), {
      least,
      show: times,
      note: `${ms(median(found.ours))} ms against ${ms(median(found[name]))} ms`,
    }),
  )
}

/** Cost of a character at four lengths; many short texts, so that every length has the same mixture of sentences. */
function growth(checker, quick) {
  const lengths = quick ? [1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000]
  const contestants = Object.fromEntries(
    lengths.map((length) => {
      const several = Array.from({ length: Math.max(1, Math.min(64, Math.floor(200_000 / length))) }, (_, i) =>
        draftOf(prose(length, 50 + i)),
      )
      return [length, (turn) => checker.check(several[turn % several.length])]
    }),
  )
  const found = interleave(contestants, { seconds: quick ? 1 : 12, warm: quick ? 2 : 10, least: quick ? 3 : 5 })
  const each = lengths.map((length) => (median(found[length]) / length) * 1_000)
  return row(
    `cost of a character from 1,000 to ${lengths.at(-1).toLocaleString('en')}, dearest against cheapest`,
    Math.max(...each) / Math.min(...each),
    {
      most: 1.5,
      show: (value) => `${value.toFixed(2)}×`,
      note: `µs a character: ${lengths.map((length, i) => `${each[i].toFixed(3)} at ${length.toLocaleString('en')}`).join(', ')}`,
    },
  )
}

/** Texts made to be slow, each against ordinary prose of its own length and form. */
function* hardTexts(checker, packs, quick) {
  const near = nearMatches(packs)
  const digits = Array.from({ length: LENGTH }, (_, i) => (i * 7 + (i >> 3)) % 10).join('')
  const cases = {
    'all digits, one line': [draftOf(digits), drafts[0]],
    'all digits, lines of 100': [draftOf(digits.replace(/.{100}/g, '$&\n')), drafts[0]],
    'one character, 一': [draftOf('一'.repeat(LENGTH)), drafts[0]],
    'one character, a': [draftOf('a'.repeat(LENGTH)), drafts[0]],
    'one character, （': [draftOf('（'.repeat(LENGTH)), drafts[0]],
    '100,000 near-matches': [draftOf(near), draftOf(prose(near.length, 3))],
  }
  for (const [label, [hard, ordinary]] of Object.entries(cases))
    yield against(label, { hard: () => checker.check(hard), ordinary: () => checker.check(ordinary) }, quick)
}

/** Trees as the browser's parser would leave them; what is timed is our walk and the check. */
function deepMarkup(checker, quick) {
  const levels = LENGTH / 2
  const trees = {
    'HTML of 10,000 levels, one inside the other, two characters each': `${'<div>办理'.repeat(levels)}${'</div>'.repeat(levels)}`,
    'HTML with each paragraph 100 elements deep': texts[0].replace(/.+/g, `<p>${'<span>'.repeat(100)}$&${'</span>'.repeat(100)}</p>`),
  }
  const flat = parseHtml(texts[0].replace(/.+/g, '<p>$&</p>'))
  const read = (markup) => checker.check(readMarkup(markup, {}, { surface: 'website' }))
  return Object.entries(trees).map(([label, html]) => {
    const deep = parseHtml(html)
    return against(label, { hard: () => read(deep), ordinary: () => read(flat) }, quick)
  })
}

function against(label, contestants, quick) {
  const { hard, ordinary } = interleave(contestants, { seconds: quick ? 0.3 : 3, warm: quick ? 1 : 2, least: quick ? 3 : 5 })
  return row(`${label}, against ordinary text`, median(hard) / median(ordinary), {
    most: 5,
    show: times,
    note: `${ms(median(hard))} ms against ${ms(median(ordinary))} ms`,
  })
}

/** Words of the rules without their last character, in lines like those of a draft. */
function nearMatches(packs) {
  const words = [...new Set(packs.flatMap(({ rules = [] }) => rules.flatMap(({ options }) => strings(options))))].filter((word) =>
    /^[\u4e00-\u9fff]{3,8}$/.test(word),
  )
  const lines = []
  for (let i = 0; i < 100_000; i += 25)
    lines.push(Array.from({ length: 25 }, (_, k) => words[(i + k) % words.length].slice(0, -1)).join(''))
  return lines.join('\n')
}

function strings(value) {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}
