import { readDataTable } from './data-table.ts'
import type { Block, BlockRole, Cell, Draft, DraftMeta, Fields, Inline, Link, MeaningMark, Media, Table } from './draft.ts'
import { BLOCKS, CAPTIONS, isHidden, MEDIA, markStyle, PREFORMATTED, SKIPPED } from './elements.ts'
import { type MarkupNode, visit } from './markup.ts'
import { normalLine } from './normal-form.ts'
import { fieldBlocks } from './read-plain.ts'

/** Tells where the text child number `child` of `parent` begins in its block. Its characters stand there one for one. */
export type TextSeen = (parent: MarkupNode, child: number, blockId: string, start: number) => void

/**
 * A parsed tree to a draft: the one walk of protocol.md §1.3, for the DOM, parse5 and others.
 * A block's text keeps its white space; `br` and line ends are LF. Blocks, links and media come in document order.
 */
export function readMarkup(body: MarkupNode, fields: Fields, meta: DraftMeta, seen?: TextSeen): Draft {
  const walk = new MarkupWalk(fieldBlocks(fields), seen)
  walk.run(body)
  const { blocks, tables, links, images, marks } = walk
  return { blocks, tables, links, images, marks, attachments: fields.attachments ?? [], meta }
}

class MarkupWalk {
  readonly blocks: Block[]
  readonly tables: Table[] = []
  readonly links: Link[] = []
  readonly images: Media[] = []
  readonly marks: MeaningMark[] = []
  private readonly seen: TextSeen | undefined
  /** What is still to do, last first: no recursion, since pages may be nested deeply. */
  private readonly work: (() => void)[] = []
  private text = ''
  private parts: [parent: MarkupNode, child: number, start: number][] = []
  private inlines = 0
  private order = 0
  private hidden = false
  private preformatted = 0
  private captions = 0
  private cell: Cell | undefined

  constructor(blocks: Block[], seen: TextSeen | undefined) {
    this.blocks = blocks
    this.seen = seen
  }

  run(body: MarkupNode): void {
    this.plan([() => this.children(body), () => this.flush()])
    for (let task = this.work.pop(); task; task = this.work.pop()) task()
  }

  private plan(tasks: readonly (() => void)[]): void {
    for (let i = tasks.length - 1; i >= 0; i--) this.work.push(tasks[i]!)
  }

  private children(node: MarkupNode): void {
    this.plan(node.children.map((child, i) => () => (typeof child === 'string' ? this.addText(child, node, i) : this.element(child))))
  }

  private element(node: MarkupNode): void {
    if (SKIPPED.has(node.name)) return
    if (this.hidden || !isHidden(node.attrs)) {
      this.shown(node)
      return
    }
    const leave = () => {
      this.flush()
      this.hidden = false
    }
    this.flush()
    this.hidden = true
    this.plan([() => this.shown(node), leave])
  }

  private shown(node: MarkupNode): void {
    const { name, attrs } = node
    if (name === 'br') {
      this.text += '\n'
      return
    }
    const kind = Object.hasOwn(MEDIA, name) ? MEDIA[name] : undefined
    if (kind) {
      this.medium(kind, node)
      return
    }
    this.mark(node)
    const link = name === 'a' && attrs.href !== undefined ? { ...this.inline(), href: attrs.href, hidden: this.hidden } : undefined
    if (link) this.links.push(link)
    const table = name === 'table' ? readDataTable(node) : undefined
    if (table) {
      this.dataTable(table)
      return
    }
    const isBlock = BLOCKS.has(name)
    const isPreformatted = PREFORMATTED.has(name)
    const isCaption = CAPTIONS.has(name)
    if (isBlock) this.flush()
    if (isPreformatted) this.preformatted += 1
    if (isCaption) this.captions += 1
    const leave = () => {
      // A link around whole paragraphs keeps the place where it opens; one within a line covers its words.
      if (link && link.at.blockId === this.nextId()) link.at = { ...link.at, end: this.text.length }
      if (isBlock) this.flush()
      if (isPreformatted) this.preformatted -= 1
      if (isCaption) this.captions -= 1
    }
    this.plan([() => this.children(node), leave])
  }

  private dataTable(table: NonNullable<ReturnType<typeof readDataTable>>): void {
    this.flush()
    const id = `t${this.tables.length}`
    this.tables.push({ id, rows: table.rows.length, columns: table.columns })
    const captions = table.captions.map((caption) => () => this.element(caption))
    const cells = table.rows.flat().map(
      ({ node, place }) =>
        () =>
          this.tableCell(node, { table: id, ...place }),
    )
    this.plan([...captions, ...cells])
  }

  private tableCell(node: MarkupNode, cell: Cell): void {
    const before = this.blocks.length
    const hiddenTable = this.hidden
    this.cell = cell
    const leave = () => {
      this.flush()
      // Also an empty cell is a block: the rows around it must not move up a column.
      const own = this.blocks.slice(before)
      if (!own.some((block) => Boolean(block.hidden) === hiddenTable)) this.push('')
      this.cell = undefined
    }
    this.plan([() => this.element({ ...node, name: 'div' }), leave])
  }

  private medium(kind: Media['kind'], node: MarkupNode): void {
    const source = node.children.find((child): child is MarkupNode => typeof child !== 'string' && child.name === 'source')
    const src = node.attrs['data-src'] ?? node.attrs.src ?? source?.attrs.src ?? ''
    if (src.trim() !== '') this.images.push({ ...this.inline(), kind, src, alt: node.attrs.alt ?? '' })
  }

  private mark(node: MarkupNode): void {
    const style = markStyle(node.name, node.attrs)
    if (!style) return
    const text = innerText(node)
    if (normalLine(text) === '') return
    const inline = this.inline()
    this.marks.push({ ...inline, at: { ...inline.at, end: inline.at.start + text.length }, style, text })
  }

  private inline(): Inline {
    this.inlines += 1
    this.order += 1
    const at = this.text.length
    return { at: { blockId: this.nextId(), start: at, end: at }, order: this.order }
  }

  private addText(text: string, parent: MarkupNode, child: number): void {
    if (this.seen) this.parts.push([parent, child, this.text.length])
    // One character stays one character, so that an offset in the block is an offset in the text node. The line that
    // CRLF makes in between is empty, and an empty line is no unit.
    this.text +=
      this.preformatted > 0 ? text.replace(/[\r\u2028\u2029]/g, '\n') : text.replace(/[\t\n\f\r]/g, ' ').replace(/[\u2028\u2029]/g, '\n')
  }

  private flush(): void {
    const { text, parts, inlines } = this
    this.text = ''
    this.parts = []
    this.inlines = 0
    if (inlines === 0 && normalLine(text) === '') return
    const id = this.push(text)
    for (const [parent, child, start] of parts) this.seen?.(parent, child, id, start)
  }

  private push(text: string): string {
    const id = this.nextId()
    const role: BlockRole = this.cell ? 'cell' : this.captions > 0 ? 'caption' : 'body'
    this.blocks.push({ id, role, text, ...(this.hidden && { hidden: true }), ...(this.cell && { cell: this.cell }) })
    return id
  }

  private nextId(): string {
    return `b${this.blocks.length}`
  }
}

/** The text inside an element, without what is skipped. */
function innerText(node: MarkupNode): string {
  let text = ''
  visit(node, (child) => {
    if (typeof child === 'string') text += child
    return typeof child !== 'string' && !SKIPPED.has(child.name)
  })
  return text
}
