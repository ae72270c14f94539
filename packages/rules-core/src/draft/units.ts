import { addressKey } from './address-key.ts'
import type { AttachedFile, Block, BlockRole, Draft, Media } from './draft.ts'
import { linesOf, normalLine } from './normal-form.ts'

/** One line, row, link, medium or file as the digest sees it (protocol.md §1.1). */
export interface Unit {
  kind: 'T' | 'S' | 'B' | 'O' | 'p' | 'r' | 'h' | 'x' | 'l' | 'm' | 'f'
  text: string
}

const FIELD_KINDS: Readonly<Partial<Record<BlockRole, 'T' | 'S' | 'B' | 'O'>>> = { title: 'T', summary: 'S', author: 'B', source: 'O' }

/** The kind of units of a block that is a field of its own; undefined in the body. */
export function fieldKind({ role }: Block): 'T' | 'S' | 'B' | 'O' | undefined {
  return FIELD_KINDS[role]
}

/** A draft's units in order: T S B O, the body with its links, media and marks, then attachments. `ownHosts`: hosts of the site itself. */
export function units(draft: Draft, ownHosts: readonly string[]): readonly Unit[] {
  const extras = extrasByBlock(draft, ownHosts)
  const all: Unit[] = []
  for (const role of ['title', 'summary', 'author', 'source'] as const) {
    for (const block of draft.blocks) if (block.role === role) all.push(...lineUnits(FIELD_KINDS[role]!, block.text))
  }
  for (let i = 0; i < draft.blocks.length; i++) {
    const block = draft.blocks[i]!
    if (fieldKind(block)) continue
    if (!block.cell) {
      all.push(...blockUnits(block, extras))
      continue
    }
    const row = rowFrom(draft.blocks, i)
    all.push(...rowUnits(row, extras))
    i += row.length - 1
  }
  return [...all, ...fileUnits(draft.attachments, ownHosts)]
}

export function fileUnits(files: readonly AttachedFile[], ownHosts: readonly string[]): readonly Unit[] {
  return files.map(({ sha256, href }) => ({ kind: 'f', text: sha256 ? `sha-256:${sha256}` : `url:${addressKey(href, ownHosts)}` }))
}

/** Links, media and marks that begin in a block: their unit, and the line of the block in which they begin. */
interface Extra {
  unit: Unit
  line: number
  order: number
}
export type Extras = ReadonlyMap<string, readonly Extra[]>

export function extrasByBlock(draft: Draft, ownHosts: readonly string[]): Extras {
  const texts = new Map(draft.blocks.map((block) => [block.id, block.text]))
  const byBlock = new Map<string, Extra[]>()
  const put = (at: { blockId: string; start: number }, order: number, unit: Unit) => {
    const line = lineAt(texts.get(at.blockId) ?? '', at.start)
    const list = byBlock.get(at.blockId)
    if (list) list.push({ unit, line, order })
    else byBlock.set(at.blockId, [{ unit, line, order }])
  }
  for (const mark of draft.marks) {
    const inner = normalLine(mark.text)
    if (inner) put(mark.at, mark.order, { kind: 'x', text: `${mark.style}:${inner}` })
  }
  for (const link of draft.links) {
    const key = addressKey(link.href, ownHosts)
    if (key) put(link.at, link.order, { kind: 'l', text: key })
  }
  for (const image of draft.images) {
    const text = mediaText(image, ownHosts)
    if (text) put(image.at, image.order, { kind: 'm', text })
  }
  for (const list of byBlock.values()) list.sort((a, b) => a.order - b.order)
  return byBlock
}

function mediaText(image: Media, ownHosts: readonly string[]): string {
  const key = addressKey(image.src, ownHosts)
  return key && (image.sha256 ? `sha-256:${image.sha256}` : `url:${key}`)
}

function lineAt(text: string, offset: number): number {
  let line = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

export function lineUnits(kind: Unit['kind'], text: string): Unit[] {
  return linesOf(text)
    .map(normalLine)
    .filter((line) => line !== '')
    .map((line) => ({ kind, text: line }))
}

export function blockUnits(block: Block, extras: Extras): Unit[] {
  const own = extras.get(block.id) ?? []
  if (own.length === 0) return lineUnits(block.hidden ? 'h' : 'p', block.text)
  return block.text
    .split('\n')
    .flatMap((text, line) => [
      ...lineUnits(block.hidden ? 'h' : 'p', text),
      ...own.filter((extra) => extra.line === line).map((extra) => extra.unit),
    ])
}

/** The blocks of one row of a data table stand together; a row ends where table or row changes. */
export function rowFrom(blocks: readonly Block[], from: number): readonly Block[] {
  const { table, row } = blocks[from]!.cell!
  let end = from
  while (blocks[end]?.cell?.table === table && blocks[end]?.cell?.row === row) end += 1
  return blocks.slice(from, end)
}

export function rowUnits(row: readonly Block[], extras: Extras): Unit[] {
  // In a table that is seen, every cell has a visible block; so a row without one lies in a hidden table.
  const hidden = row.every((block) => block.hidden)
  const cells = new Map<number, string[]>()
  const beside: Unit[] = []
  for (const block of row) {
    const lines = cells.get(block.cell!.column) ?? []
    cells.set(block.cell!.column, lines)
    for (const unit of blockUnits(block, extras)) {
      const belongs = hidden ? unit.kind === 'h' : unit.kind === 'p'
      if (belongs) lines.push(unit.text)
      else beside.push(unit)
    }
  }
  const texts = [...cells.values()].map((lines) => lines.join('\n'))
  return texts.some((text) => text !== '') ? [{ kind: hidden ? 'h' : 'r', text: texts.join('\t') }, ...beside] : beside
}
