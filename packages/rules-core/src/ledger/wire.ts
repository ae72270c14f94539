import * as z from 'zod/mini'
import { reviewRole } from '../pack/schema.ts'

/**
 * What devices and the endpoint say to each other beside ledger entries (protocol.md §3, §4): shapes, limits and the
 * string that a request signature covers. No cryptography: each side brings its own.
 */

/** protocol.md §4.1, §4.2. */
export const limits = {
  lineBytes: 4_096,
  batchLines: 200,
  batchBytes: 262_144,
  batchCompressedBytes: 65_536,
  inflatedBytes: 1_048_576,
  /** Seconds that `created` of a signed request may differ from the endpoint's clock (protocol.md §3.6). */
  clockWindowSeconds: 300,
} as const

const officeId = z.string().check(z.regex(/^[a-z0-9-]{2,64}$/))
const thumbprint = z.string().check(z.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/))
const coordinate = thumbprint
const instant = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))
const statement = z.string().check(z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/), z.maxLength(65_536))
const shortName = z.string().check(z.minLength(1), z.maxLength(20))
const deviceId = z.string().check(z.regex(/^dev_[\w-]{21}[AQgw]$/))
const personId = z.string().check(z.regex(/^per_[\w-]{21}[AQgw]$/))
const statementId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

export const publicKey = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })
export const deviceHost = z.string().check(z.regex(/^(?:extension|page:https?:\/\/[^\s/]{1,200})$/))

export const joinRequest = z.strictObject({
  /** Twelve symbols without hyphens, as `normalJoinCode` gives them. */
  code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)),
  jwk: publicKey,
  ejwk: publicKey,
  host: deviceHost,
  name: shortName,
})

export const certificate = z.strictObject({
  v: z.literal(1),
  id: statementId,
  kind: z.enum(['device', 'person', 'session', 'cms', 'officer']),
  sub: z.union([deviceId, personId]),
  office: officeId,
  jwk: publicKey,
  ejwk: z.optional(publicKey),
  host: z.optional(deviceHost),
  name: z.optional(shortName),
  roles: z.optional(z.array(reviewRole).check(z.maxLength(10))),
  iat: instant,
  nbf: instant,
  exp: instant,
})

export const trustDocument = z.strictObject({
  v: z.literal(1),
  serial: z.int().check(z.gte(1)),
  iat: instant,
  exp: instant,
  endpoint: z.string().check(z.maxLength(200)),
  keys: z.array(
    z.strictObject({
      kid: thumbprint,
      jwk: publicKey,
      uses: z.array(z.enum(['cert', 'revoked', 'checkpoint', 'catalog', 'pack', 'site'])),
    }),
  ),
})

/** `rootJwk`: the root's public key, which verifies `trust`; the device checks its thumbprint against the join link, or pins it. */
export const joinAnswer = z.object({
  cert: statement,
  trust: statement,
  rootJwk: publicKey,
  revoked: z.nullable(statement),
  catalog: z.nullable(statement),
  office: z.object({
    id: officeId,
    name: z.string(),
    accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  now: instant,
})

export const hello = z.object({
  protocol: z.array(z.int()),
  entry: z.array(z.int()),
  receipt: z.array(z.int()),
  authority: thumbprint,
  trustSerial: z.int(),
  now: instant,
  limits: z.object({ lines: z.int(), bytes: z.int(), compressed: z.int() }),
})

const lineResult = z.union([
  z.object({ id: z.string(), s: z.enum(['stored', 'duplicate']) }),
  z.object({
    id: z.nullable(z.string()),
    line: z.optional(z.int()),
    s: z.literal('refused'),
    code: z.string(),
    path: z.optional(z.string()),
  }),
])
export const batchAnswer = z.object({ results: z.array(lineResult), checkpoint: z.nullable(z.string()), now: instant })

/** `application/problem+json`; `code` is the contract (protocol.md §0.6, §4.6). */
export const problem = z.object({
  status: z.int(),
  code: z.string(),
  title: z.string(),
  line: z.optional(z.int()),
  path: z.optional(z.string()),
  retryAfter: z.optional(z.int()),
  now: z.optional(instant),
})

export type PublicKey = z.infer<typeof publicKey>
export type JoinRequest = z.infer<typeof joinRequest>
export type JoinAnswer = z.infer<typeof joinAnswer>
export type Certificate = z.infer<typeof certificate>
export type TrustDocument = z.infer<typeof trustDocument>
export type Hello = z.infer<typeof hello>
export type BatchAnswer = z.infer<typeof batchAnswer>
export type Problem = z.infer<typeof problem>

/** What one request signature says; `created` in seconds, `tag` is `qianshao/1/<authority kid>` (protocol.md §3.6). */
export interface SignatureParams {
  created: number
  keyid: string
  nonce: string
  tag: string
}

/** The value of `Signature-Input` without its label, and the last line of the signed string. */
export function signatureParams({ created, keyid, nonce, tag }: SignatureParams): string {
  return `("@method" "@path" "@query" "content-digest");created=${created};keyid="${keyid}";alg="ecdsa-p256-sha256";nonce="${nonce}";tag="${tag}"`
}

/** The string that is signed (RFC 9421 §2.5). `query` begins with `?`, also when it is empty. */
export function signatureBase(request: { method: string; path: string; query: string; contentDigest: string }, params: string): string {
  return [
    `"@method": ${request.method}`,
    `"@path": ${request.path}`,
    `"@query": ${request.query}`,
    `"content-digest": ${request.contentDigest}`,
    `"@signature-params": ${params}`,
  ].join('\n')
}

const SIGNATURE_INPUT =
  /^qs=(\("@method" "@path" "@query" "content-digest"\);created=(\d{1,12});keyid="([\w-]{43})";alg="ecdsa-p256-sha256";nonce="([\w-]{22})";tag="(qianshao\/1\/[\w-]{43})")$/

/** Reads `Signature-Input`; undefined if it has any other shape than the profile's. */
export function parseSignatureInput(header: string): (SignatureParams & { params: string }) | undefined {
  const match = SIGNATURE_INPUT.exec(header)
  if (!match) return undefined
  return { params: match[1]!, created: Number(match[2]), keyid: match[3]!, nonce: match[4]!, tag: match[5]! }
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The twelfth symbol of a join code: Σ(2i+1)·vᵢ mod 32 over the first eleven (protocol.md §3.4). */
export function joinCheckSymbol(eleven: string): string {
  const sum = [...eleven].reduce((total, symbol, i) => total + (2 * i + 1) * CROCKFORD.indexOf(symbol), 0)
  return CROCKFORD[sum % 32]!
}

/** A typed join code in its normal form, twelve symbols; undefined if it cannot be one. Forgives case, hyphens, spaces, I L O. */
export function normalJoinCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(code)) return undefined
  return joinCheckSymbol(code.slice(0, 11)) === code[11] ? code : undefined
}

/** Twelve symbols, shown as `7K3M-Q9XA-2VCV`. */
export function printJoinCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
