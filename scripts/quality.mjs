// Scores the shipped packs on the labelled corpus: `pnpm quality [--half tune|report|fresh|fresh-2] [--misses] [--category ID]`. Reports, and decides nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseHtml } from '../packages/rules-core/dist/html.js'
import { createChecker, parsePack, readMarkup, readPlain } from '../packages/rules-core/dist/index.js'
import { readCorpus } from '../test/corpus/corpus.mjs'
import { f2, interval, kindOf, matchDraft } from '../test/corpus/score.mjs'

const HALVES = ['tune', 'report', 'fresh', 'fresh-2']

const { values } = parseArgs({
  options: { half: { type: 'string', default: 'report' }, misses: { type: 'boolean', default: false }, category: { type: 'string' } },
})
if (!HALVES.includes(values.half)) fail(`--half is one of: ${HALVES.join(', ')}`)
if (values.misses && values.half.startsWith('fresh')) fail('--misses is not for the fresh drafts: drafts that were read measure nothing')

/** These have targets of their own. */
const IDENTIFYING = new Set(['id-card', 'bank-card', 'mobile-phone', 'credential-leak', 'state-secret-marking'])

const folder = fileURLToPath(new URL('../packages/rules-core/dist/packs/', import.meta.url))
const packs = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.pack.json'))
    .map((file) => parsePack(JSON.parse(readFileSync(folder + file, 'utf8'))))
    .map((pack) => [pack.id, pack]),
)
const checkers = new Map()

const drafts = readCorpus(values.half).map(score)
const violating = drafts.filter(({ labels }) => labels.length > 0)
const clean = drafts.filter(({ labels }) => labels.length === 0)
if (values.misses) printMisses()
printCategories()
printClean()

function score({ pack, platform, format, title, body, ...rest }) {
  const fields = title.trim() === '' ? {} : { title }
  const meta = { surface: platform }
  const draft = format === 'html' ? readMarkup(parseHtml(body), fields, meta) : readPlain(body, fields, meta)
  const { findings } = checkerFor(pack).check(draft)
  const characters = draft.blocks.reduce((sum, block) => sum + block.text.replace(/\s/g, '').length, 0)
  return { ...rest, pack, findings, characters, ...matchDraft(draft.blocks, findings, rest.labels) }
}

function checkerFor(id) {
  if (!checkers.has(id)) checkers.set(id, createChecker(chainOf(id)))
  return checkers.get(id)
}

function chainOf(id) {
  const pack = packs.get(id) ?? fail(`no pack ${id}`)
  return pack.extends === undefined ? [pack] : [...chainOf(pack.extends), pack]
}

function printCategories() {
  const rows = [...new Set(violating.flatMap(({ labels }) => labels.map(({ category }) => category)))].sort().map(rowFor)
  console.log(`\n${values.half} half: ${violating.length} violating and ${clean.length} clean drafts\n`)
  console.log(
    table(
      ['category', 'labels', 'recall', '95 %', 'findings', 'precision', '95 %', 'F2'],
      rows.map(({ id, labels, found, all, right }) => [
        id,
        labels,
        ...share(found, labels),
        all,
        ...share(right, all),
        f2(right / (all || 1), found / (labels || 1)).toFixed(3),
      ]),
    ),
  )
  const all = drafts.flatMap(({ findings, right }) => findings.map((finding, i) => ({ kind: kindOf(finding), right: right[i] })))
  const holding = all.filter(({ kind }) => kind === 'hold')
  const named = rows.filter(({ id }) => !IDENTIFYING.has(id))
  const mean = named.reduce((sum, { found, labels }) => sum + found / labels, 0) / (named.length || 1)
  console.log(`\nmean recall of the other categories   ${mean.toFixed(3)}`)
  console.log(`precision of findings that hold       ${share(count(holding), holding.length).join('  ')}  (${holding.length})`)
  console.log(`precision of all findings             ${share(count(all), all.length).join('  ')}  (${all.length})`)
}

function rowFor(id) {
  const labels = drafts.flatMap(({ labels, found }) => labels.map(({ category }, i) => ({ category, found: found[i] })))
  const own = labels.filter(({ category }) => category === id)
  const findings = drafts.flatMap(({ findings, right }) => findings.map(({ category }, i) => ({ category, right: right[i] })))
  const hits = findings.filter(({ category }) => category === id)
  return { id, labels: own.length, found: own.filter(({ found }) => found).length, all: hits.length, right: count(hits) }
}

function printClean() {
  const kinds = clean.map(({ findings }) => findings.map(kindOf))
  const with_ = (kind) => kinds.filter((one) => one.includes(kind)).length
  const characters = clean.reduce((sum, one) => sum + one.characters, 0)
  const shown = kinds.flat().filter((kind) => kind !== 'hold').length
  const advice = kinds.flat().filter((kind) => kind === 'hint').length
  const per = (n) => ((n / characters) * 10_000).toFixed(2)
  const hundred = (n) => `${((n / clean.length) * 100).toFixed(1)} in 100  (${n} of ${clean.length}, 95 % ${range(n, clean.length, 100)})`
  console.log(`clean drafts held                     ${hundred(with_('hold'))}`)
  console.log(`clean drafts with a question          ${hundred(with_('ask'))}`)
  console.log(`clean drafts with a hint              ${hundred(with_('hint'))}`)
  console.log(
    `questions and hints on clean text     ${per(shown)} per 10,000 characters  (hints alone ${per(advice)}; ${characters} characters)`,
  )
}

function printMisses() {
  for (const { id, pack, labels, found, findings, right } of drafts) {
    const ofCategory = ({ category }) => values.category === undefined || category === values.category
    const missed = labels.filter((label, i) => !found[i] && ofCategory(label))
    const wrong = findings.filter((finding, i) => !right[i] && ofCategory(finding))
    if (missed.length + wrong.length === 0) continue
    console.log(`${id}  (${pack})`)
    for (const { category, quote } of missed) console.log(`  missed  ${category}: ${quote ?? '(whole draft)'}`)
    for (const finding of wrong) {
      console.log(`  wrong   ${finding.category} ${kindOf(finding)} ${finding.ruleId}: ${finding.quote}`)
    }
  }
}

function share(hits, all) {
  return [all === 0 ? '–' : (hits / all).toFixed(3), all === 0 ? '–' : range(hits, all, 1)]
}

function range(hits, all, scale) {
  const digits = scale === 1 ? 2 : 1
  return interval(hits, all)
    .map((bound) => (bound * scale).toFixed(digits))
    .join('–')
}

function count(findings) {
  return findings.filter(({ right }) => right).length
}

function table(head, rows) {
  const all = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)))
  return all.map((row) => row.map((one, i) => (i === 0 ? one.padEnd(widths[i]) : one.padStart(widths[i]))).join('  ')).join('\n')
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
