import { base64url } from '../text/base64url.ts'
import { createRollingSha256 } from '../text/sha256.ts'
import { DRAFT_LIMITS, draftHead, writeUnitDigest } from './digest.ts'
import type { Block, Draft } from './draft.ts'
import { onceForBlock } from './kept-block.ts'
import { blockUnits, type Extras, extrasByBlock, fieldKind, fileUnits, lineUnits, rowFrom, rowUnits, type Unit } from './units.ts'

/** The digest of one draft after another: what belongs to an unchanged block is not computed again. */
export interface DigestMemory {
  /** As `digestOnly(units(draft, []))`; null if the draft has more units than the protocol allows. A block that is the same object has not changed. */
  update(draft: Draft): string | null
}

/** Digests of some units one after another, 32 bytes each. */
type Piece = Uint8Array

export function createDigestMemory(): DigestMemory {
  const hash = createRollingSha256()
  let laid: readonly Piece[] = []
  let bytes = new Uint8Array(1_024)
  return {
    update(draft) {
      const pieces = piecesOf(draft)
      const count = pieces.reduce((sum, { length }) => sum + length, 0) / 32
      if (count > DRAFT_LIMITS.units) return null
      const head = draftHead(count)
      const length = head.length + count * 32
      if (bytes.length < length) {
        bytes = new Uint8Array(length * 2)
        laid = []
      }
      const same = Math.min(lay(pieces, head.length), sameHead(head))
      bytes.set(head)
      laid = pieces
      return base64url(hash.digest(bytes, length, same))
    },
  }

  function sameHead(head: Uint8Array): number {
    return head.every((byte, i) => bytes[i] === byte) ? Infinity : 0
  }

  /** Puts down the pieces that are not there yet; answers from where on the bytes may differ. */
  function lay(pieces: readonly Piece[], from: number): number {
    let [at, before] = [from, from]
    let same = Infinity
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i]!
      const old = laid[i]
      if (piece !== old || at !== before) {
        bytes.set(piece, at)
        same = Math.min(same, at)
      }
      at += piece.length
      before += old?.length ?? 0
    }
    return Math.min(same, at)
  }
}

/** In the order of protocol.md §1.1: fields, body, attachments. */
function piecesOf(draft: Draft): readonly Piece[] {
  const { blocks, links, images, marks, attachments } = draft
  const hasExtras = links.length + images.length + marks.length > 0
  const extras: Extras = hasExtras ? extrasByBlock(draft, []) : NO_EXTRAS
  const fields: Record<string, Piece[]> = { T: [], S: [], B: [], O: [] }
  const body: Piece[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const field = fieldKind(block)
    if (field) fields[field]!.push(plainPiece(block))
    else if (!block.cell) {
      body.push(extras.has(block.id) ? pieceOf(blockUnits(block, extras)) : plainPiece(block))
    } else {
      const row = rowFrom(blocks, i)
      body.push(row.some(({ id }) => extras.has(id)) ? pieceOf(rowUnits(row, extras)) : plainRow(row))
      i += row.length - 1
    }
  }
  return [...fields.T!, ...fields.S!, ...fields.B!, ...fields.O!, ...body, pieceOf(fileUnits(attachments, []))]
}

const NO_EXTRAS: Extras = new Map()
const NO_UNITS: Piece = new Uint8Array(0)

/** Of a block with nothing in it but text. */
const plainPiece = onceForBlock((block: Block): Piece => {
  const field = fieldKind(block)
  return pieceOf(field ? lineUnits(field, block.text) : blockUnits(block, NO_EXTRAS))
})

/** Kept with the first block of a row. */
const lastRow = onceForBlock((_: Block): { row: readonly Block[]; piece: Piece } => ({ row: [], piece: NO_UNITS }))

function plainRow(row: readonly Block[]): Piece {
  const kept = lastRow(row[0]!)
  if (kept.row.length !== row.length || kept.row.some((block, i) => block !== row[i])) {
    kept.row = row
    kept.piece = pieceOf(rowUnits(row, NO_EXTRAS))
  }
  return kept.piece
}

function pieceOf(units: readonly Unit[]): Piece {
  if (units.length === 0) return NO_UNITS
  const piece = new Uint8Array(units.length * 32)
  units.forEach((unit, i) => {
    writeUnitDigest(unit, piece, i * 32)
  })
  return piece
}
