// Fails the build on a rule that cannot be trusted: an example that comes out wrong, an expression whose time is not linear (recheck), or
// words that folded text never holds, so that they can never match.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import { parseHtml } from '../packages/rules-core/dist/html.js'
import { fold, parsePack, provePack } from '../packages/rules-core/dist/index.js'

const folder = process.argv[2] ?? fileURLToPath(new URL('../packages/rules-core/dist/packs/', import.meta.url))
const EXPRESSIONS = new Set(['patterns', 'like', 'unlike', 'quick'])
const WORDS = new Set(['when', 'not', 'roles'])

const packs = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.pack.json'))
    .map((file) => parsePack(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))))
    .map((pack) => [pack.id, pack]),
)
const known = new Map()
const problems = [...packs.values()].flatMap((pack) => [
  ...wrongExamples(pack),
  ...(pack.rules ?? []).flatMap((rule) => wrongOptions(rule).map((problem) => `${pack.id} ${rule.id} ${problem}`)),
])
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`规则都验证过了：${known.size} 个正则表达式都是线性时间，例子都对。`)

function wrongExamples(pack) {
  const silent = (pack.rules ?? []).filter(({ examples }) => examples.flag.length === 0)
  return [
    ...silent.map(({ id }) => `${pack.id} ${id} examples.flag：没有一个例子能查出来，看不出它有没有用`),
    ...provePack(pack, chainOf(pack).slice(0, -1), parseHtml).map(
      ({ ruleId, example, expected, found }) =>
        `${pack.id} ${ruleId} 例子 ${JSON.stringify(example)}：应${expected === 'flag' ? '查出' : '不查出'}，实际查出 ${JSON.stringify(found)}`,
    ),
  ]
}

function chainOf(pack) {
  return pack.extends === undefined ? [pack] : [...chainOf(packs.get(pack.extends)), pack]
}

function wrongOptions(rule) {
  return [...stringsIn(rule.options ?? {}, 'options')].flatMap(({ path, key, text }) => {
    if (EXPRESSIONS.has(key)) return [...notLinear(text), ...neverFolded(literalsOf(text))].map((why) => `${path}：${why}`)
    return WORDS.has(key) ? neverFolded(text).map((why) => `${path}：${why}`) : []
  })
}

/** The strings of an option, each with the member it belongs to. */
function* stringsIn(value, path, key = '') {
  if (typeof value === 'string') yield { path, key, text: value }
  else if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* stringsIn(one, `${path}[${i}]`, key)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) yield* stringsIn(one, `${path}.${name}`, name)
  }
}

// The automaton proves; recheck's other checker guesses by trying texts, takes minutes, and calls any bounded repeat of some length polynomial.
function notLinear(source) {
  if (!known.has(source)) known.set(source, checkSync(source, /[A-Z]/.test(source) ? 'iu' : 'u', { checker: 'automaton' }))
  const { status, complexity } = known.get(source)
  return status === 'safe' ? [] : [`不是线性时间（${complexity?.summary ?? status}）。重复都要有上限，不要重复里套重复：${source}`]
}

/** What an expression asks for word for word; of a class `[:：]` one of several is enough. */
function literalsOf(source) {
  return source.replace(/\\[pP]\{[^}]*\}|\\u[0-9a-f]{4}|\\./giu, '').replace(/\[[^\]]*\]/g, '')
}

// Capital letters are read without case; everything else stands in folded text as it folds.
function neverFolded(text) {
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const wrong = [...new Set(lower)].filter((character) => fold(character).text !== character)
  return wrong.length === 0
    ? []
    : [`“${wrong.join('')}”折叠后不会出现，永远对不上，请写成“${wrong.map((one) => fold(one).text).join('')}”：${text.slice(0, 80)}`]
}
