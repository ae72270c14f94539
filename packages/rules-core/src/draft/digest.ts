import { base64url } from '../text/base64url.ts'
import { sha256 } from '../text/sha256.ts'
import { utf8 } from '../text/utf8.ts'
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
  return sha256(utf8(`qianshao-unit-1\n${unit.kind}\n${unit.text}`))
}

function draftDigest(digests: readonly Uint8Array[]): Uint8Array {
  const head = utf8('qianshao-draft-1\n')
  const n = digests.length
  const bytes = new Uint8Array(head.length + 4 + n * 32)
  bytes.set(head)
  bytes.set([n >>> 24, n >>> 16, n >>> 8, n], head.length)
  digests.forEach((digest, i) => {
    bytes.set(digest, head.length + 4 + i * 32)
  })
  return sha256(bytes)
}

function looseTag(unit: Unit): string {
  return base64url(sha256(utf8(`qianshao-loose-1\n${unit.kind}\n${looseLine(unit.text)}`)).subarray(0, 6))
}
