// Folds each folder of packages/rules-core/packs into one file, dist/packs/<id>.pack.json, which is what programs load.
// Folders are for writing: pack.json, documents.json, clauses.json, rules/*.json, and one file for each further part there is. Yearly calendars go to dist/calendars. An option `{ "$words": "name" }` becomes the lines of words/name.txt, of the pack itself or of a parent.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const packs = fileURLToPath(new URL('../packages/rules-core/packs/', import.meta.url))
const target = fileURLToPath(new URL('../packages/rules-core/dist/packs/', import.meta.url))
const OPTIONAL_PARTS = ['duties', 'audits', 'review', 'confirmations', 'figures', 'guidance', 'sources', 'contacts', 'columns']
const problems = []

mkdirSync(target, { recursive: true })
cpSync(`${packs}cn/calendars`, fileURLToPath(new URL('../packages/rules-core/dist/calendars', import.meta.url)), { recursive: true })
const folders = readdirSync(packs, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
for (const { name } of folders) {
  const pack = foldPack(name)
  if (pack && !isThere(name, pack)) writeFileSync(`${target}${name}.pack.json`, `${JSON.stringify(pack)}\n`)
}
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`规则包：${folders.map(({ name }) => name).join('、')}`)

// What compile-packs.mjs has added stays as long as the pack is the same.
function isThere(name, pack) {
  if (!existsSync(`${target}${name}.pack.json`)) return false
  const { compiled: _, ...before } = JSON.parse(readFileSync(`${target}${name}.pack.json`, 'utf8'))
  return JSON.stringify(before) === JSON.stringify(pack)
}

function foldPack(name) {
  const head = readJson(`${name}/pack.json`)
  if (!head) return undefined
  if (head.id !== name) problems.push(`${name}/pack.json：id 是 ${head.id}，应和文件夹同名`)
  const { $schema: _, ...pack } = head
  return {
    ...pack,
    documents: readJson(`${name}/documents.json`) ?? [],
    clauses: readJson(`${name}/clauses.json`) ?? [],
    rules: readRules(name),
    ...Object.assign({}, ...OPTIONAL_PARTS.map((part) => optional(name, part))),
  }
}

function readRules(name) {
  const folder = `${packs}${name}/rules`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const rule = readJson(`${name}/rules/${file}`)
      if (!rule) return []
      if (`${rule.id}.json` !== file) problems.push(`${name}/rules/${file}：id 是 ${rule.id}，应和文件同名`)
      return [withWords(rule, name, `${name}/rules/${file}`)]
    })
}

function optional(name, part) {
  return existsSync(`${packs}${name}/${part}.json`) ? { [part]: readJson(`${name}/${part}.json`) } : {}
}

function withWords(value, pack, file) {
  if (Array.isArray(value)) return value.flatMap((item) => spread(withWords(item, pack, file), item))
  if (typeof value !== 'object' || value === null) return value
  if (typeof value.$words === 'string') return readWords(value.$words, pack, file)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withWords(inner, pack, file)]))
}

// ["甲", { "$words": "names" }] is one list.
function spread(read, written) {
  return typeof written === 'object' && written !== null && '$words' in written ? read : [read]
}

function readWords(list, pack, file) {
  for (let id = pack; id !== undefined; id = readJson(`${id}/pack.json`)?.extends) {
    const path = `${packs}${id}/words/${list}.txt`
    if (!existsSync(path)) continue
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '')
  }
  problems.push(`${file}：没有词表 words/${list}.txt`)
  return []
}

function readJson(path) {
  if (!existsSync(packs + path)) return undefined
  try {
    return JSON.parse(readFileSync(packs + path, 'utf8'))
  } catch (cause) {
    problems.push(`${path}：不是正确的 JSON，${cause.message}`)
    return undefined
  }
}
