const HAN = /\p{Script=Han}/u
/** The only members that may hold Chinese: the written reason and masked excerpts (protocol.md §4.6). */
const MAY_HOLD_HAN: Record<string, number> = { reason: 200, label: 7, ex: 7 }
// No member of an entry is longer than an account id (80) outside the reason.
const LONGEST = 80

/** JSON pointer of the first string that looks like a piece of a text; undefined if there is none. "No text leaves" is checked at both ends. */
export function textSuspectedAt(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return isSuspected(value, path) ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, member] of Object.entries(value)) {
    const place = `${path}/${name.slice(0, 40).replace(/~/g, '~0').replace(/\//g, '~1')}`
    if (HAN.test(name)) return path === '' ? '/' : path
    const found = textSuspectedAt(member, place)
    if (found !== undefined) return found
  }
  return undefined
}

function isSuspected(text: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const most = MAY_HOLD_HAN[name]
  if (most === undefined) return text.length > LONGEST || HAN.test(text)
  return [...text].length > most
}
