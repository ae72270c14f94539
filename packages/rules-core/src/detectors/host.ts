import { fold } from '../text/fold.ts'

const TOP_DOMAINS =
  'com|cn|net|cc|vip|top|xyz|icu|club|shop|store|site|online|live|win|bet|pw|tv|im|me|ly|lt|is|io|nz|gd|ru|info|biz|app|link|fun|work|la|ws|tk|ml'
const ADDRESS = new RegExp(
  `\\b(?:https?:\\/\\/|www\\.)[\\w.~:/?#[\\]@!$&'()*+,;=%-]{3,500}|(?<![\\w@./-])[a-z0-9-]{1,40}(?:\\.[a-z0-9-]{1,40}){0,3}\\.(?:${TOP_DOMAINS})(?![\\w-])[/?][\\w.~:/?#@!$&+=%-]{2,300}`,
  'gi',
)

/** Host of an address in lower case without port, or '' if it has none. */
export function hostOf(address: string): string {
  const script = /^\s*(?:java|vb)script:[^\n]{0,200}?\/\/([\w.-]{3,200})/i.exec(address)
  if (script) return script[1]!.toLowerCase()
  const match =
    /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address) ??
    /^\s*([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/?#:]|$)/i.exec(address)
  return match ? match[1]!.toLowerCase().replace(/\.$/, '') : ''
}

/** Whether a host is listed, itself or as part of a listed domain. */
export function isListedHost(host: string, list: ReadonlySet<string>): boolean {
  for (let rest = host; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1 || rest.length)) if (list.has(rest)) return true
  return false
}

/** Addresses written out in a text, however wide, with their places. Without scheme and www it takes a path: a host alone is a name. */
export function* addressesIn(text: string): Generator<{ address: string; start: number; end: number }> {
  if (!/[.．]/.test(text)) return
  const folded = fold(text)
  for (const { 0: found, index } of folded.text.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;:!?)'\]]+$/, '')
    const { start, end } = folded.back(index, index + address.length)
    const written = text.slice(start, end)
    // What stands behind the host may be in capitals, and folding takes them away.
    yield { address: written.toLowerCase() === address ? written : address, start, end }
  }
}
