import { createHash } from 'node:crypto'
import { type LedgerEntry, ledgerEntry, limits } from '@qianshao/rules-core'
import type { ReadLine } from '../store/store.ts'
import { hasDuplicateMember } from './duplicate-member.ts'
import { textSuspectedAt } from './text-suspected.ts'

const DAY = 86_400_000
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One line of a batch: an entry, or the reason why this line alone is refused (protocol.md §4.3, §4.6). */
export function readLine(line: Uint8Array, now: number): ReadLine {
  const hash = createHash('sha256').update(line).digest('base64url')
  const refuse = (refused: string, path?: string, id: string | null = null): ReadLine => ({
    line,
    hash,
    refused,
    id,
    ...(path !== undefined && { path }),
  })
  if (line.byteLength > limits.lineBytes) return refuse('too-large')
  const text = decode(line)
  const json = text === undefined ? undefined : parseJson(text)
  if (text === undefined || typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('bad-value', '')
  const id = idOf(json)
  if (hasDuplicateMember(text, json)) return refuse('bad-value', '', id)
  const suspected = textSuspectedAt(json)
  if (suspected !== undefined) return refuse('text-suspected', suspected, id)
  if ('v' in json && typeof json.v === 'number' && Number.isInteger(json.v) && json.v > 1) return refuse('unknown-version', '/v', id)
  const parsed = ledgerEntry.safeParse(json)
  if (!parsed.success) {
    const { code, path } = firstFault(parsed.error.issues[0])
    return refuse(code, path, id)
  }
  const entry: LedgerEntry = parsed.data
  if (entry.at > now + DAY) return refuse('bad-value', '/at', id)
  return { line, hash, entry }
}

interface Issue {
  code: string
  path: PropertyKey[]
  keys?: string[]
}

function firstFault(issue: unknown): { code: string; path: string } {
  const { code, path, keys } = issue as Issue
  if (code === 'unrecognized_keys') return { code: 'unknown-member', path: pointer([...path, ...(keys ?? []).slice(0, 1)]) }
  return { code: 'bad-value', path: pointer(path) }
}

/** RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  // A member's name is the sender's and comes back to the sender only; it is cut, so that no text travels in it.
  return path.map((part) => `/${String(part).slice(0, 40).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function idOf(json: object): string | null {
  return 'id' in json && typeof json.id === 'string' && UUID7.test(json.id) ? json.id : null
}

function decode(line: Uint8Array): string | undefined {
  try {
    return decoder.decode(line)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // A RangeError would mean nesting so deep that the parser gave up; 4 KiB cannot nest that deep.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
