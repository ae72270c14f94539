import type { Unit } from '@qianshao/rules-core'
import { diffArrays, diffChars } from 'diff'

export interface Piece {
  text: string
  how: 'same' | 'added' | 'removed'
}

/** One unit of the text that is not as it was when somebody signed. */
export interface Change {
  kind: 'changed' | 'added' | 'removed'
  /** Which paragraph or row of the body it is now, from 1; undefined outside the body and where it is gone. */
  paragraph?: number
  pieces: readonly Piece[]
}

/** Longer units are shown whole, before and after: single characters would say nothing there, and take long to find. */
const LONGEST_COMPARED = 4_000

/** What has changed between a text that was signed and the one that would go out, in the order of the text. */
export function changesSince(before: readonly Unit[], now: readonly Unit[]): readonly Change[] {
  const changes: Change[] = []
  const parts = diffArrays(before.map(keyOf), now.map(keyOf))
  const paragraphs = paragraphsOf(now)
  let [old, fresh] = [0, 0]
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (!part.removed && !part.added) {
      old += part.count
      fresh += part.count
      continue
    }
    const next = parts[i + 1]
    const gone = part.removed ? part.count : 0
    const come = part.added ? part.count : next?.added ? next.count : 0
    if (part.removed && next?.added) i += 1
    for (let k = 0; k < Math.max(gone, come); k++) {
      const [was, is] = [k < gone ? before[old + k] : undefined, k < come ? now[fresh + k] : undefined]
      const paragraph = is && paragraphs[fresh + k]
      changes.push({ ...changeOf(was, is), ...(paragraph !== undefined && { paragraph }) })
    }
    old += gone
    fresh += come
  }
  return changes
}

function changeOf(was: Unit | undefined, is: Unit | undefined): Pick<Change, 'kind' | 'pieces'> {
  if (!was) return { kind: 'added', pieces: [{ text: is!.text, how: 'added' }] }
  if (!is) return { kind: 'removed', pieces: [{ text: was.text, how: 'removed' }] }
  return { kind: 'changed', pieces: was.text.length + is.text.length > LONGEST_COMPARED ? whole(was, is) : compared(was, is) }
}

function whole(was: Unit, is: Unit): readonly Piece[] {
  return [
    { text: was.text, how: 'removed' },
    { text: is.text, how: 'added' },
  ]
}

function compared(was: Unit, is: Unit): readonly Piece[] {
  return diffChars(was.text, is.text).map(({ value, added, removed }) => ({
    text: value,
    how: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

function keyOf({ kind, text }: Unit): string {
  return `${kind}\n${text}`
}

function paragraphsOf(units: readonly Unit[]): readonly (number | undefined)[] {
  let n = 0
  return units.map(({ kind }) => (kind === 'p' || kind === 'r' ? ++n : undefined))
}
