import * as wechat from './wechat-mp/requests.ts'
import * as weibo from './weibo/requests.ts'

/** What a request of a page means for publishing. Data, so that a changed address is one line. */
export interface OutgoingRule {
  hosts: readonly string[]
  /** Matched against the decoded path with repeated slashes folded. */
  path: RegExp
  act: 'publish' | 'save'
  /** A request under this path that is nothing of the kind, such as a check that goes before it. */
  except?: (query: URLSearchParams) => boolean
  /** Which draft it is about; absent where the request carries the text itself. */
  draftKey?: (fields: Fields, query: URLSearchParams) => string
  /** The texts that the request carries, one an article. */
  texts?: (fields: Fields) => SentText[]
  /** Which draft the answer to a save names; undefined when the save was not accepted. */
  savedAs?: (answer: unknown) => { key?: string } | undefined
  /** Sent now, published at a set time. */
  scheduled?: (fields: Fields, query: URLSearchParams) => boolean
}

export type Fields = Readonly<Record<string, string>>

/** A text as a request carries it; `html` and `plain` may both be there (an article and the post that announces it). */
export interface SentText {
  title?: string
  summary?: string
  author?: string
  html?: string
  plain?: string
}

/** The rule for a request, if it saves or publishes a draft of a site that we know. */
export function ruleFor(method: string, address: string, base: string): { rule: OutgoingRule; query: URLSearchParams } | undefined {
  if (/^(?:GET|HEAD|OPTIONS)$/i.test(method)) return undefined
  const url = parseAddress(address, base)
  if (!url) return undefined
  const path = plainPath(url.pathname)
  for (const rule of rules) {
    if (!rule.hosts.includes(url.hostname) || !rule.path.test(path)) continue
    if (rule.except?.(url.searchParams)) continue
    return { rule, query: url.searchParams }
  }
  return undefined
}

const rules: readonly OutgoingRule[] = [...wechat.requests, ...weibo.requests]

function parseAddress(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base)
  } catch {
    // The page's own call will throw on it, too: not a request of any kind.
    return undefined
  }
}

// Servers read %6D as m and // as /, so we do, too.
function plainPath(pathname: string): string {
  let decoded = pathname
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    // Not valid percent-encoding: kept as written.
    decoded = pathname
  }
  return decoded.replace(/\/{2,}/g, '/').toLowerCase()
}
