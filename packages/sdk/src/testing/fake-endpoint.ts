import { base64url, batchAnswer, joinAnswer, type PublicKey, parseSignatureInput, signatureBase } from '@qianshao/rules-core'
import { bytesOf } from '../report/encoding.ts'
import { thumbprint } from '../report/thumbprint.ts'

interface SignerKey {
  key: CryptoKey
  jwk: PublicKey
  kid: string
}

/** An endpoint in memory that checks what the real one checks: signature, digest, clock, code. For tests of devices. */
export interface FakeEndpoint {
  fetch: typeof fetch
  root: string
  /** Stored lines by id, as received. */
  stored: Map<string, string>
  requests: { path: string; status: number; encoding: string | null; lines: number }[]
  /** Milliseconds its clock is ahead of the device's. */
  skew: number
  /** Answers the next requests to the ledger with these, in order, before it works again. */
  failures: Response[]
  /** Refuses a line by its text. */
  refuse: (line: string) => string | undefined
}

export const JOIN_CODE = '7K3MQ9XA2VCV'

export async function fakeEndpoint(now: () => number): Promise<FakeEndpoint> {
  const root = await makeKey()
  const authority = await makeKey()
  const devices = new Map<string, PublicKey>()
  const at = () => now() + endpoint.skew

  const verified = async (request: Request, body: Uint8Array<ArrayBuffer>, jwk?: PublicKey): Promise<string | undefined> => {
    const input = parseSignatureInput(request.headers.get('signature-input') ?? '')
    const key = input && (jwk ?? devices.get(input.keyid))
    if (!input || !key || thumbprint(key) !== input.keyid) return 'unknown-key'
    if (Math.abs(input.created - at() / 1_000) > 300) return 'clock-skew'
    const digest = request.headers.get('content-digest') ?? ''
    const url = new URL(request.url)
    const base = signatureBase(
      { method: request.method, path: url.pathname, query: url.search || '?', contentDigest: digest },
      input.params,
    )
    const signature = Uint8Array.from(atob((request.headers.get('signature') ?? '').slice(4, -1)), (c) => c.charCodeAt(0))
    const verifying = await crypto.subtle.importKey('jwk', { ...key }, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify'])
    if (!(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifying, signature, bytesOf(base)))) return 'bad-signature'
    const own = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
    return digest === `sha-256=:${btoa(String.fromCharCode(...own))}:` ? undefined : 'digest-mismatch'
  }

  const refused = (status: number, code: string) => Response.json({ status, code, title: `测试：${code}`, now: at() }, { status })

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const body = new Uint8Array(await request.arrayBuffer())
    if (pathname === '/v1/hello') {
      const limits = { lines: 200, bytes: 262_144, compressed: 65_536 }
      return Response.json({ protocol: [1], entry: [1], receipt: [1], authority: authority.kid, trustSerial: 1, now: at(), limits })
    }
    if (pathname === '/v1/join') {
      const wish = JSON.parse(new TextDecoder().decode(body))
      const wrong = await verified(request, body, wish.jwk)
      if (wrong) return refused(401, wrong)
      if (wish.code !== JOIN_CODE) return refused(403, 'not-allowed')
      devices.set(thumbprint(wish.jwk), wish.jwk)
      return Response.json(joinAnswer.parse(await certify(wish)))
    }
    const failure = endpoint.failures.shift()
    if (failure) return failure
    const wrong = await verified(request, body)
    if (wrong) return refused(401, wrong)
    const text = request.headers.get('content-encoding') === 'gzip' ? await inflate(body) : new TextDecoder().decode(body)
    const lines = text.split('\n').slice(0, -1)
    const results = lines.map((line, i) => {
      const { id } = JSON.parse(line)
      const code = endpoint.refuse(line)
      if (code) return { id: null, line: i + 1, s: 'refused', code }
      const s = endpoint.stored.has(id) ? 'duplicate' : 'stored'
      endpoint.stored.set(id, line)
      return { id, s }
    })
    endpoint.requests.push({ path: pathname, status: 200, encoding: request.headers.get('content-encoding'), lines: lines.length })
    return Response.json(batchAnswer.parse({ results, checkpoint: null, now: at() }))
  }

  const certify = async ({ jwk, ejwk, host }: { jwk: PublicKey; ejwk: PublicKey; host: string }) => {
    const id = '019f1af9-b400-7000-8607-08090a0b0c0d'
    const iat = at()
    const cert = {
      v: 1,
      id,
      kind: 'device',
      sub: 'dev_EBESExQVFhcYGRobHB0eHw',
      office: 'cq-test',
      jwk,
      ejwk,
      host,
      iat,
      nbf: iat - 300_000,
      exp: iat + 180 * 86_400_000,
    }
    const trust = {
      v: 1,
      serial: 1,
      iat,
      exp: iat + 400 * 86_400_000,
      endpoint: 'https://sync.example',
      keys: [{ kid: authority.kid, jwk: authority.jwk, uses: ['cert'] }],
    }
    return {
      cert: await sign(authority, 'qs-cert+jws', cert),
      trust: await sign(root, 'qs-trust+jws', trust),
      rootJwk: root.jwk,
      revoked: null,
      catalog: null,
      office: { id: 'cq-test', name: '石桥镇人民政府', accounts: [{ id: 'web:www.example.gov.cn', name: '门户网站' }] },
      now: at(),
    }
  }

  const endpoint: FakeEndpoint = {
    fetch: async (input, init) => answer(new Request(input, init)),
    root: root.kid,
    stored: new Map(),
    requests: [],
    skew: 0,
    failures: [],
    refuse: () => undefined,
  }
  return endpoint
}

async function makeKey(): Promise<SignerKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const jwk: PublicKey = { kty: 'EC', crv: 'P-256', x: x!, y: y! }
  return { key: pair.privateKey, jwk, kid: thumbprint(jwk) }
}

async function sign({ key, kid }: SignerKey, typ: string, payload: object): Promise<string> {
  const part = (value: object) => base64url(bytesOf(JSON.stringify(value)))
  const signed = `${part({ alg: 'ES256', typ, kid })}.${part(payload)}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(signed))
  return `${signed}.${base64url(new Uint8Array(signature))}`
}

async function inflate(body: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
}
