const WITH_HOST = /^(?:https?:)?\/\/([^/?#]*)(.*)$/is

/**
 * The address of a link or medium as the digest sees it (protocol.md §1.4); '' if it leads nowhere.
 * String rules only, so that Java and PHP verifiers agree: query, fragment and percent-encoding stay as written.
 */
export function addressKey(address: string, ownHosts: readonly string[]): string {
  const written = address.replace(/[\u0000-\u0020]+/g, '')
  if (written === '' || written === '#' || /^javascript:/i.test(written)) return ''
  const parts = WITH_HOST.exec(written)
  if (!parts) return written
  const host = parts[1]!.toLowerCase().replace(/:(?:80|443)$/, '')
  const rest = parts[2]!.startsWith('/') ? parts[2]! : `/${parts[2]}`
  return ownHosts.includes(host) ? rest : `//${host}${rest}`
}
