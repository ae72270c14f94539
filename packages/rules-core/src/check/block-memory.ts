import { type Answers, DraftPlaces, endsLines, isBlank, LINES_AFTER, LINES_BEFORE, type Outside } from '../detectors/surroundings.ts'
import type { Block } from '../draft/draft.ts'
import { KeptBlock } from '../draft/kept-block.ts'
import type { Finding } from './finding.ts'
import type { BlockResult } from './look-at-block.ts'
import type { Awake } from './waking.ts'

/** A block that was looked at, with everything that is known of it. */
export interface SeenBlock extends BlockResult {
  /** The same object as long as it stays the same block: others remember by it. */
  block: Block
  /** Rules that look at this block alone, and those that look at drafts, which it wakes. */
  awake: Awake
  overDraft: readonly number[]
}

export interface BlockEyes {
  wake(block: Block): Pick<SeenBlock, 'awake' | 'overDraft'>
  look(awake: Awake, block: Block, places: DraftPlaces, at: number): BlockResult
}

/** Remembers the blocks of a draft, so that of the next one only those are looked at that changed, or whose surroundings did. */
export interface BlockMemory {
  update(blocks: readonly Block[]): Seen
}

/** All blocks of a draft, looked at; the checker's own copies of them stand in a list of their own. */
export interface Seen {
  all: readonly SeenBlock[]
  blocks: readonly Block[]
}

export function createBlockMemory(eyes: BlockEyes): BlockMemory {
  let known: SeenBlock[] = []
  let own: Block[] = []
  let title = ''
  return { update }

  function update(blocks: readonly Block[]): Seen {
    const [start, tail] = sameEnds(known, blocks)
    const end = blocks.length - tail
    const gone = known.slice(start, known.length - tail)
    const places = new DraftPlaces(blocks)
    const moved = blocks.length - known.length
    // Most updates change one block: a copy of the list is cheaper than a new one.
    const seen =
      moved === 0 ? known.slice() : [...known.slice(0, start), ...blocks.slice(start, end).map(() => NEVER), ...known.slice(end - moved)]
    const spare = gone.length > 1 ? byText(gone) : undefined
    for (let at = start; at < end; at++) {
      const block = blocks[at]!
      const old = spare?.get(block.text)?.pop() ?? gone[at - start]
      seen[at] = old && isSame(old.block, block) ? checked(old, block, places, at) : lookAnew(block, places, at)
    }
    for (let at = 0; at < blocks.length; at++) if (seen[at]!.block.id !== blocks[at]!.id) seen[at] = renamed(seen[at]!, blocks[at]!)
    const isChanged = start < end || gone.length > 0
    if (isChanged) for (const at of touched(seen, gone, start, end)) seen[at] = checked(seen[at]!, blocks[at]!, places, at)
    if (isChanged && places.title !== title) {
      for (let at = 0; at < seen.length; at++)
        if (seen[at]!.answers.title !== undefined) seen[at] = checked(seen[at]!, blocks[at]!, places, at)
    }
    title = places.title
    known = seen
    own = own.length === seen.length ? own.slice() : seen.map(({ block }) => block)
    for (let at = 0; at < seen.length; at++) if (own[at] !== seen[at]!.block) own[at] = seen[at]!.block
    return { all: seen, blocks: own }
  }

  function lookAnew(block: Block, places: DraftPlaces, at: number): SeenBlock {
    const own = new KeptBlock(block)
    const woken = eyes.wake(own)
    return { block: own, ...woken, ...eyes.look(woken.awake, own, places, at) }
  }

  /** A block that stayed the same; looked at again if something that was asked about its surroundings has another answer now. */
  function checked(old: SeenBlock, block: Block, places: DraftPlaces, at: number): SeenBlock {
    const own = renamed(old, block)
    return isStillTrue(old.answers, places, at) ? own : { ...own, ...eyes.look(own.awake, own.block, places, at) }
  }
}

/** Stands in the list until the block in its place has been looked at. */
const NEVER: SeenBlock = {
  block: new KeptBlock({ id: '', role: 'body', text: '' }),
  awake: [],
  overDraft: [],
  findings: [],
  failures: undefined,
  answers: {},
}

function isStillTrue(answers: Answers, places: DraftPlaces, at: number): boolean {
  for (const asked in answers) if (places.answer(at, asked as Outside) !== answers[asked as Outside]) return false
  return true
}

/** How many blocks at the beginning and at the end are the same as before. */
function sameEnds(known: readonly SeenBlock[], blocks: readonly Block[]): [start: number, tail: number] {
  const shorter = Math.min(known.length, blocks.length)
  let start = 0
  while (start < shorter && isSame(known[start]!.block, blocks[start]!)) start += 1
  let tail = 0
  while (tail < shorter - start && isSame(known[known.length - 1 - tail]!.block, blocks[blocks.length - 1 - tail]!)) tail += 1
  return [start, tail]
}

/** The same text in the same part; ids number the blocks and say nothing. */
function isSame(a: Block, b: Block): boolean {
  if (a.text !== b.text || a.role !== b.role || Boolean(a.hidden) !== Boolean(b.hidden)) return false
  if (a.cell === b.cell) return true
  return Boolean(a.cell && b.cell && a.cell.table === b.cell.table && a.cell.row === b.cell.row) && isSameCell(a, b)
}

function isSameCell(a: Block, b: Block): boolean {
  return a.cell?.column === b.cell?.column && a.cell?.header === b.cell?.header
}

function byText(blocks: readonly SeenBlock[]): Map<string, SeenBlock[]> {
  const found = new Map<string, SeenBlock[]>()
  for (const seen of blocks) {
    const same = found.get(seen.block.text)
    if (same) same.push(seen)
    else found.set(seen.block.text, [seen])
  }
  return found
}

function renamed(seen: SeenBlock, block: Block): SeenBlock {
  if (seen.block.id === block.id) return seen
  const findings = seen.findings.map(
    (finding): Finding => (finding.at ? { ...finding, at: { ...finding.at, blockId: block.id } } : finding),
  )
  return { ...seen, block: new KeptBlock(block), findings }
}

/** Blocks outside the changed stretch whose surroundings may reach into it: the lines beside it, and all cells of tables that it touches. */
function touched(seen: readonly SeenBlock[], gone: readonly SeenBlock[], start: number, end: number): readonly number[] {
  const near: number[] = []
  const tables = new Set<string>()
  for (const { block } of gone) if (block.cell) tables.add(block.cell.table)
  for (let at = start; at < end; at++) tables.add(seen[at]!.block.cell?.table ?? '')
  tables.delete('')
  const walk = (from: number, step: 1 | -1, lines: number) => {
    for (let at = from, left = lines; at >= 0 && at < seen.length && left > 0; at += step) {
      const { block } = seen[at]!
      near.push(at)
      if (block.cell) tables.add(block.cell.table)
      if (endsLines(block)) return
      if (!isBlank(block)) left -= 1
    }
  }
  walk(start - 1, -1, LINES_AFTER)
  walk(end, 1, LINES_BEFORE)
  if (tables.size > 0)
    seen.forEach(({ block }, at) => {
      if (block.cell && tables.has(block.cell.table)) near.push(at)
    })
  return near
}
