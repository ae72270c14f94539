import type { Block, BlockRole, Draft, DraftMeta, Fields } from './draft.ts'
import { linesOf } from './normal-form.ts'

/** A plain post or text file to a draft: each line is a block. */
export function readPlain(body: string, fields: Fields, meta: DraftMeta): Draft {
  const blocks = fieldBlocks(fields)
  for (const text of linesOf(body)) if (text.trim() !== '') blocks.push({ id: `b${blocks.length}`, role: 'body', text })
  return { blocks, tables: [], links: [], images: [], marks: [], attachments: fields.attachments ?? [], meta }
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
