import { base64url } from '../text/base64url.ts'
import { sha256, sha256Into } from '../text/sha256.ts'
import { utf8, utf8Into } from '../text/utf8.ts'
import { looseLine } from './normal-form.ts'
import type { Unit } from './units.ts'

/** protocol.md §11. */
export const DRAFT_LIMITS = { characters: 1_000_000, units: 20_000 } as const

export interface DraftDigest {
  /** base64url SHA-256 over all unit digests: the only thing that permits anything. */
  draft: string
  n: number
  /** 17 characters a unit, to locate a change. */
  tags: string
  /** 8 characters a unit, to label a change as typography. */
  loose: string
}

/** Names exactly what would be published (protocol.md §1.1). */
export function digestUnits(units: readonly Unit[]): DraftDigest {
  const digests = units.map(unitDigest)
  return {
    draft: base64url(draftDigest(digests)),
    n: units.length,
    tags: units.map((unit, i) => unit.kind + base64url(digests[i]!.subarray(0, 12))).join(''),
    loose: units.map(looseTag).join(''),
  }
}

/** The draft's digest alone, without tags: what a check needs. */
export function digestOnly(units: readonly Unit[]): string {
  return base64url(draftDigest(units.map(unitDigest)))
}

export function unitDigest(unit: Unit): Uint8Array {
  const digest = new Uint8Array(32)
  writeUnitDigest(unit, digest, 0)
  return digest
}

const UNIT_HEAD = utf8('qianshao-unit-1\n')
let unitBytes = new Uint8Array(4_096)

/** The same, written to `target` from `at`. */
export function writeUnitDigest({ kind, text }: Unit, target: Uint8Array, at: number): void {
  const room = UNIT_HEAD.length + 2 + text.length * 3
  if (unitBytes.length < room) unitBytes = new Uint8Array(room * 2)
  unitBytes.set(UNIT_HEAD)
  unitBytes[UNIT_HEAD.length] = kind.charCodeAt(0)
  unitBytes[UNIT_HEAD.length + 1] = 0x0a
  sha256Into(unitBytes, utf8Into(text, unitBytes, UNIT_HEAD.length + 2), target, at)
}

function draftDigest(digests: readonly Uint8Array[]): Uint8Array {
  const head = draftHead(digests.length)
  const bytes = new Uint8Array(head.length + digests.length * 32)
  bytes.set(head)
  digests.forEach((digest, i) => {
    bytes.set(digest, head.length + i * 32)
  })
  return sha256(bytes)
}

/** What a draft's digest begins with: its name and the number of units. */
export function draftHead(n: number): Uint8Array {
  const head = utf8('qianshao-draft-1\n....')
  head.set([n >>> 24, n >>> 16, n >>> 8, n], head.length - 4)
  return head
}

function looseTag(unit: Unit): string {
  return base64url(sha256(utf8(`qianshao-loose-1\n${unit.kind}\n${looseLine(unit.text)}`)).subarray(0, 6))
}
