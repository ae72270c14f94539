import type { Block, BlockRole, Draft, DraftMeta, Fields } from './draft.ts'
import { linesOf } from './normal-form.ts'

/** A plain post or text file to a draft: each line that is not blank is a block, but a number that a line end breaks in two stays in one. */
export function readPlain(body: string, fields: Fields, meta: DraftMeta): Draft {
  const blocks = fieldBlocks(fields)
  for (const text of numbersTogether(linesOf(body))) if (text.trim() !== '') blocks.push({ id: `b${blocks.length}`, role: 'body', text })
  return { blocks, tables: [], links: [], images: [], marks: [], attachments: fields.attachments ?? [], meta }
}

const ENDS_IN_NUMBER = /[\d\uFF10-\uFF19][ \u3000-]{0,2}$/
const BEGINS_WITH_NUMBER = /^[ \u3000-]{0,2}[\dXx\uFF10-\uFF19](?![\d\uFF10-\uFF19]{0,2}[、.．）)])/

/** Joins a line that ends in a digit with a next one that begins with digits, unless that is the number of a list item. */
function numbersTogether(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before !== undefined && ENDS_IN_NUMBER.test(before) && BEGINS_WITH_NUMBER.test(line))
      joined[joined.length - 1] = `${before}\n${line}`
    else joined.push(line)
  }
  return joined
}

/** The blocks of title, summary, author and source, in this order; empty fields give none. */
export function fieldBlocks(fields: Fields): Block[] {
  const blocks: Block[] = []
  const roles: readonly (BlockRole & keyof Fields)[] = ['title', 'summary', 'author', 'source']
  for (const role of roles) {
    const text = linesOf(fields[role] ?? '').join('\n')
    if (text.trim() !== '') blocks.push({ id: `b${blocks.length}`, role, text })
  }
  return blocks
}
