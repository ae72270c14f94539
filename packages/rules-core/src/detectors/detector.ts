import type * as z from 'zod/mini'
import type { Block, BlockRole, Draft, Place } from '../draft/draft.ts'
import type { Witnesses } from './witness.ts'

/** One line of 为什么提示: what speaks for the hit, what against it, and what follows. */
export interface TraceLine {
  effect: 'for' | 'against' | 'result'
  text: string
}

/** A place that a detector found, in UTF-16 offsets of the text it was given. */
export interface Hit {
  start: number
  end: number
  /** `certain` unless said otherwise. */
  certainty?: 'certain' | 'doubtful'
  replacement?: string
  canonical?: string
  trace?: readonly TraceLine[]
}

export interface DraftHit extends Hit {
  role?: Place
  /** Absent: the hit is about the whole draft, or an attachment. */
  blockId?: string
}

/** What stands around a block's text and gives it meaning. */
export interface TextPlace {
  role: BlockRole
  hidden: boolean
  /** Text of the header cell above a table cell, else ''. */
  header: string
  /** All header cells of the table, joined by TAB, else ''. */
  headers: string
  /** The other cells of the same row, joined by TAB, else ''. */
  row: string
  /** The draft's title, else ''. */
  title: string
  /** The lines before and after the block, for detectors that see them. */
  before?: string
  after?: string
}

/** A 稿源单位 of the office's list: its name, and the hosts it publishes on. */
export interface Outlet {
  name: string
  hosts?: readonly string[] | undefined
}

/**
 * Code that finds something and knows no law. `prepare` parses a rule's options once, when its pack is loaded,
 * and throws a ZodError on a bad one; what it returns runs on each block's text, or on the whole draft. `outlets`: the 稿源 list of
 * the whole chain, for those who ask where a text comes from.
 *
 * `witness` saves work: it names what a text must hold for each search of a rule. A detector without it runs on every block.
 */
export type Detector = TextDetector | DraftDetector

export interface TextDetector {
  name: string
  sees: 'text'
  /** Whether its place tells the lines before and after the block. */
  around?: boolean
  options: z.core.$ZodType
  witness?(options: unknown): readonly Witnesses[]
  prepare(options: unknown, outlets?: readonly Outlet[]): FindInText
}

/** `awake`: a bit for each search whose witnesses are all in the text; the others would find nothing. Absent: all are. */
export type FindInText = (text: string, place: TextPlace, awake?: number) => Iterable<Hit>

export interface DraftDetector {
  name: string
  sees: 'draft'
  options: z.core.$ZodType
  witness?(options: unknown): readonly Witnesses[]
  /**
   * Of a detector with witnesses: it looks at nothing of a draft but the woken blocks, its fields (title, summary, author, source), links and
   * pictures with the blocks that they stand in, attachments and meta. As long as those stay the same, so does what it finds.
   */
  onlyWoken?: boolean
  /** Of a detector with witnesses: whether there is something to look at besides the blocks that hold them, such as links. */
  beside?(draft: Draft): boolean
  prepare(options: unknown, outlets?: readonly Outlet[]): FindInDraft
}

/** `woken`: the blocks that hold the witnesses of any search; of the other blocks it may look at their order only. Absent: all blocks. */
export type FindInDraft = (draft: Draft, woken?: readonly Block[]) => Iterable<DraftHit>
