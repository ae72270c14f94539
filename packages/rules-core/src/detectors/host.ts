const ADDRESS = /\b(?:https?:\/\/|www\.)[\w.~:/?#[\]@!$&'()*+,;=%-]{3,500}/gi

/** Host of an address in lower case without port, or '' if it has none. */
export function hostOf(address: string): string {
  const match = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address) ?? /^\s*(www\.[^/?#:]+)/i.exec(address)
  return match ? match[1]!.toLowerCase().replace(/\.$/, '') : ''
}

/** Whether a host is listed, itself or as part of a listed domain. */
export function isListedHost(host: string, list: ReadonlySet<string>): boolean {
  for (let rest = host; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1 || rest.length)) if (list.has(rest)) return true
  return false
}

/** Addresses written out in a text, with their places. */
export function* addressesIn(text: string): Generator<{ address: string; start: number; end: number }> {
  if (!/:\/\/|www\./i.test(text)) return
  for (const { 0: found, index: start } of text.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;:!?)'\]]+$/, '')
    yield { address, start, end: start + address.length }
  }
}
