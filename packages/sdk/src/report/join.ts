import {
  type Certificate,
  certificate,
  hello,
  joinAnswer,
  normalJoinCode,
  type PublicKey,
  problem,
  trustDocument,
} from '@qianshao/rules-core'
import type { DeviceOptions, JoinedOffice } from './device-port.ts'
import type { DeviceTime } from './device-time.ts'
import { bytesOf } from './encoding.ts'
import { JwsError, readJws } from './read-jws.ts'
import { type RequestKey, signRequest } from './sign-request.ts'
import { thumbprint } from './thumbprint.ts'

/** What a device keeps of having joined: statements as they were signed, never re-serialised. */
export interface Membership {
  endpoint: string
  cert: string
  trust: string
  trustSerial: number
  rootKid: string
  /** Thumbprint of the authority key that signed the certificate. */
  authority: string
  deviceId: string
  /** Epoch milliseconds at which the certificate ends. */
  until: number
  office: JoinedOffice
  /** The root was named by the join link; otherwise it was taken on trust, and people compare codes. */
  rootChecked: boolean
}

export interface JoinParts extends RequestKey {
  jwk: PublicKey
  ejwk: PublicKey
  host: DeviceOptions['host']
  name: string
  time: DeviceTime
  fetch: typeof fetch
}

/** What was typed or scanned: a code, and with a link also where to go and which root to expect. */
export interface JoinTarget {
  code: string
  endpoint: string | undefined
  root: string | undefined
}

/** Reads `7K3M-Q9XA-2VCV` or `https://<endpoint>/join#<code>.<root thumbprint>` (protocol.md §3.4). */
export function parseJoinTarget(typed: string, endpoint: string | undefined): JoinTarget | undefined {
  const link = /^(https?:\/\/[^\s#]+?)\/join\/?#([^.\s]+)(?:\.([\w-]{43}))?$/.exec(typed.trim())
  const code = normalJoinCode(link ? link[2]! : typed)
  return code === undefined ? undefined : { code, endpoint: link?.[1] ?? endpoint, root: link?.[3] }
}

const TITLES: Readonly<Record<string, string>> = {
  offline: '连不上服务端。请检查网络和地址，再试一次。',
  'wrong-root': '服务端和加入链接对不上，可能连到了别处。请联系管理员核对链接。',
  'bad-certificate': '服务端发来的证书验证不了，没有加入。请联系管理员。',
  'unexpected-answer': '服务端的回答看不懂，可能版本太旧。请联系管理员。',
}

/** Uses up a join code. The keys must already be stored and tried: a code works once. */
export async function joinEndpoint(
  target: JoinTarget & { endpoint: string },
  parts: JoinParts,
): Promise<Membership | { problem: string; title: string }> {
  try {
    const base = target.endpoint.replace(/\/+$/, '')
    const greeting = hello.safeParse(await getJson(parts.fetch, new URL(`${base}/v1/hello`)))
    if (!greeting.success) return refusal('unexpected-answer')
    parts.time.learn(greeting.data.now)

    const url = new URL(`${base}/v1/join`)
    const body = bytesOf(
      JSON.stringify({ code: target.code, jwk: parts.jwk, ejwk: parts.ejwk, host: parts.host, name: parts.name.slice(0, 20) }),
    )
    const created = Math.floor(parts.time.now().at / 1_000)
    const signed = await signRequest({ method: 'POST', url, body }, { ...parts, authority: greeting.data.authority }, created)
    const response = await parts.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body,
      credentials: 'omit',
      redirect: 'error',
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok) {
      const said = problem.safeParse(answer)
      return said.success ? { problem: said.data.code, title: said.data.title } : refusal('unexpected-answer')
    }
    return await verified(answer, target, base, parts)
  } catch (cause) {
    if (cause instanceof JwsError) return refusal('bad-certificate')
    if (cause instanceof TypeError) return refusal('offline')
    throw cause
  }
}

async function verified(
  answer: unknown,
  target: JoinTarget,
  endpoint: string,
  parts: JoinParts,
): Promise<Membership | { problem: string; title: string }> {
  const parsed = joinAnswer.safeParse(answer)
  if (!parsed.success) return refusal('unexpected-answer')
  const { cert, trust, rootJwk, office, now } = parsed.data
  parts.time.learn(now)

  const rootKid = thumbprint(rootJwk)
  if (target.root !== undefined && target.root !== rootKid) return refusal('wrong-root')
  const trusted = await readJws(trust, 'qs-trust+jws', (kid) => (kid === rootKid ? rootJwk : undefined), trustDocument)
  if (trusted.payload.exp < now) return refusal('bad-certificate')
  const authorityKey = (kid: string) =>
    trusted.payload.keys.find((key) => key.kid === kid && thumbprint(key.jwk) === kid && key.uses.includes('cert'))?.jwk
  const certified = await readJws(cert, 'qs-cert+jws', authorityKey, certificate)
  if (!isOurs(certified.payload, parts, office.id, now)) return refusal('bad-certificate')
  return {
    endpoint,
    cert,
    trust,
    trustSerial: trusted.payload.serial,
    rootKid,
    authority: certified.kid,
    deviceId: certified.payload.sub,
    until: certified.payload.exp,
    office,
    rootChecked: target.root !== undefined,
  }
}

function isOurs(cert: Certificate, parts: JoinParts, office: string, now: number): boolean {
  return (
    cert.kind === 'device' &&
    cert.office === office &&
    thumbprint(cert.jwk) === parts.keyId &&
    cert.host === parts.host &&
    cert.nbf <= now &&
    now < cert.exp
  )
}

async function getJson(fetchIt: typeof fetch, url: URL): Promise<unknown> {
  const response = await fetchIt(url, { credentials: 'omit', redirect: 'error' })
  return response.json().catch(() => undefined)
}

function refusal(code: keyof typeof TITLES & string): { problem: string; title: string } {
  return { problem: code, title: TITLES[code]! }
}
