import { fold } from './fold.ts'

export interface PhraseMatch {
  start: number
  end: number
  /** Index in the list that the matcher was made of. */
  index: number
}

const NONE: readonly PhraseMatch[] = []

/** Finds many phrases in one pass over folded text: at each place the longest, and none inside a longer one found before. */
export function createPhraseMatcher(phrases: readonly string[]): (folded: string) => readonly PhraseMatch[] {
  const byStart = new Map<number, { text: string; index: number }[]>()
  // One byte a hash of two characters: most places of a text are dismissed by one look.
  const seen = new Uint8Array(65_536)
  phrases.forEach((phrase, index) => {
    const text = fold(phrase).text
    if (text.length < 2) throw new RangeError(`phrases: “${phrase}” is shorter than two characters`)
    const key = keyAt(text, 0)
    seen[hash(key)] = 1
    const bucket = byStart.get(key)
    if (bucket) bucket.push({ text, index })
    else byStart.set(key, [{ text, index }])
  })
  for (const bucket of byStart.values()) bucket.sort((a, b) => b.text.length - a.text.length)

  return (folded) => {
    let found: PhraseMatch[] | undefined
    let until = 0
    for (let at = 0; at + 1 < folded.length; at++) {
      const key = keyAt(folded, at)
      if (seen[hash(key)] === 0) continue
      const phrase = byStart.get(key)?.find(({ text }) => folded.startsWith(text, at))
      if (!phrase) continue
      const end = at + phrase.text.length
      if (end <= until) continue
      until = end
      found ??= []
      found.push({ start: at, end, index: phrase.index })
    }
    return found ?? NONE
  }
}

function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
}

function hash(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 16) & 0xffff
}
