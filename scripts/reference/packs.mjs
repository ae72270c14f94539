// The built packs, in order from the national layer down, and what the pages say of a clause.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parsePack, standingNames } from '../../packages/rules-core/dist/index.js'

const folder = fileURLToPath(new URL('../../packages/rules-core/dist/packs/', import.meta.url))
const loaded = readdirSync(folder)
  .filter((file) => file.endsWith('.pack.json'))
  .map((file) => parsePack(JSON.parse(readFileSync(folder + file, 'utf8'))))

export const packs = loaded.toSorted((a, b) => depth(a) - depth(b) || a.id.localeCompare(b.id))
const clauses = new Map(packs.flatMap((pack) => pack.clauses.map((clause) => [clause.id, { ...clause, pack }])))

function depth(pack) {
  const parent = loaded.find((one) => one.id === pack.extends)
  return parent ? depth(parent) + 1 : 0
}

/** Document, place, wording and standing, as a person reads it. */
export function quoteOf(id) {
  const clause = clauses.get(id)
  if (!clause) throw new Error(`${id}: no pack holds this clause`)
  const document = clause.pack.documents.find((one) => one.id === clause.documentId)
  return `《${document.title}》${clause.locator}“${cell(clause.quote)}”（${standingNames[document.standing]}）`
}

/** Clauses of one line of a table: a link each to their row in clauses.md. */
export function clauseLinks(ids) {
  return ids.map((id) => `[${id}](clauses.md#${id})`).join('、')
}

export function cell(text) {
  return text.replaceAll('|', '\\|').replace(/\n/g, ' ')
}

/** An anchor that stays when titles change, and differs where two chains use the same id. */
export function anchor(pack, id) {
  return `<a id="${anchorId(pack, id)}"></a>`
}

export function anchorId(pack, id) {
  return `${pack.id}--${id}`
}

/** One table a pack under its title, or nothing where the pack has no such part. */
export function tableOf(pack, head, rows) {
  if (rows.length === 0) return []
  return [
    [
      `## ${pack.title}`,
      '',
      `| ${head.join(' | ')} |`,
      `|${'---|'.repeat(head.length)}`,
      ...rows.map((row) => `| ${row.join(' | ')} |`),
    ].join('\n'),
  ]
}

/** Rows of a table that anchor by `id` and link their clauses. */
export function rowsOf(pack, items, columns) {
  return items.map((item) => [`${anchor(pack, item.id)}\`${item.id}\``, ...columns(item).map(cell), clauseLinks(item.clauseIds)])
}
