/** The codes of protocol.md §4.6 with their HTTP status. The code is the contract; titles may change. */
const STATUS = {
  malformed: 400,
  'malformed-batch': 400,
  'unknown-key': 401,
  'bad-signature': 401,
  'expired-cert': 401,
  revoked: 401,
  'clock-skew': 401,
  'wrong-office': 403,
  'not-allowed': 403,
  'not-found': 404,
  gone: 410,
  'code-used': 409,
  conflict: 409,
  'too-large': 413,
  'wrong-type': 415,
  'digest-mismatch': 422,
  'slow-down': 429,
  busy: 503,
  'sign-in': 401,
} as const

export type ProblemCode = keyof typeof STATUS

/** A refusal of a whole request. `title` tells a person, in Chinese, what to do. */
export class Refused extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly title: string,
    readonly more: { line?: number; path?: string; retryAfter?: number } = {},
  ) {
    super(`${code}: ${title}`)
  }
}

/** `application/problem+json` (RFC 9457, protocol.md §0.6). */
export function problemResponse({ code, title, more }: Refused, now: number): Response {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  if (more.retryAfter !== undefined) headers['retry-after'] = String(more.retryAfter)
  return new Response(JSON.stringify({ status: STATUS[code], code, title, ...more, now }), { status: STATUS[code], headers })
}
