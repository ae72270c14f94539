/** What is about to be published. Every offset is UTF-16 in a block's text, as the DOM counts. All of it is read-only in practice. */

export type Surface = 'website' | 'wechat' | 'weibo' | 'app' | 'other-media'
export type BlockRole = 'title' | 'summary' | 'author' | 'source' | 'body' | 'cell' | 'caption'
/** Where a finding stands; `draft` is the document as a whole. */
export type Place = BlockRole | 'link' | 'image' | 'attachment' | 'draft'

/** A title, paragraph, list item, caption, source line or table cell. LF separates its lines. */
export interface Block {
  id: string
  role: BlockRole
  text: string
  hidden?: boolean
  cell?: Cell
}

/** A cell of a data table. Empty cells are blocks too, so that a column keeps its place. Counted from 0. */
export interface Cell {
  table: string
  row: number
  column: number
  header: boolean
}

/** A data table (protocol.md §1.3, step 8); a table that only lays out a page is none. */
export interface Table {
  id: string
  rows: number
  columns: number
}

export interface Span {
  blockId: string
  start: number
  end: number
}

/** Something that begins inside a line; `order` counts links, media and meaning marks as their tags open. */
export interface Inline {
  at: Span
  order: number
}

export interface Link extends Inline {
  href: string
  hidden: boolean
}

export interface Media extends Inline {
  kind: 'image' | 'video' | 'audio' | 'frame'
  src: string
  alt: string
  /** base64url SHA-256 of the bytes, where they can be read. */
  sha256?: string
}

/** The author's own superscript, subscript or strike-through; its text may run over several blocks. */
export interface MeaningMark extends Inline {
  style: 'sup' | 'sub' | 'del'
  text: string
}

export interface AttachedFile {
  name: string
  href: string
  sha256?: string
}

export interface DraftMeta {
  surface: Surface
  account?: string
  column?: string
  /** Beijing day of the check, `YYYY-MM-DD`; the engine has no clock. */
  day?: string
  /** Name of the outlet that a reprint gives as its source. */
  reprintOf?: string
  original?: boolean
  /** Address of the interpretation (解读) that a policy document is linked with. */
  interpretation?: string
  commentsOpen?: boolean
}

export interface Draft {
  blocks: readonly Block[]
  tables: readonly Table[]
  links: readonly Link[]
  images: readonly Media[]
  marks: readonly MeaningMark[]
  attachments: readonly AttachedFile[]
  meta: DraftMeta
}

/** The parts of a draft that editors keep in fields of their own. */
export interface Fields {
  title?: string
  summary?: string
  author?: string
  source?: string
  attachments?: readonly AttachedFile[]
}
