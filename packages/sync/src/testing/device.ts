import { createHash, randomBytes, sign } from 'node:crypto'
import { type JoinRequest, signatureBase, signatureParams } from '@qianshao/rules-core'
import { generateKeyPair, type KeyPair } from '../crypto/key-pair.ts'
import { createUuid7 } from '../ids.ts'

/** A device as the endpoint sees it: a key that signs requests, and ledger lines. */
export interface TestDevice {
  pair: KeyPair
  request(
    path: string,
    /** Without one it is a GET. */
    body?: string | Uint8Array,
    more?: { headers?: Record<string, string>; created?: number; signedBody?: Uint8Array },
  ): Request
  joinRequest(code: string, more?: Partial<JoinRequest>): JoinRequest
  line(more?: Record<string, unknown>): string
}

export function createTestDevice({
  authority,
  now,
  base = 'http://127.0.0.1',
}: {
  authority: string
  now: () => number
  base?: string
}): TestDevice {
  const { pair } = generateKeyPair()
  const exchange = generateKeyPair().pair
  const uuid7 = createUuid7(now)
  let seq = 0
  return {
    pair,
    request(path, body, { headers = {}, created = Math.floor(now() / 1000), signedBody } = {}) {
      const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array(0))
      const method = body === undefined ? 'GET' : 'POST'
      const contentDigest = `sha-256=:${createHash('sha256')
        .update(signedBody ?? bytes)
        .digest('base64')}:`
      const params = signatureParams({
        created,
        keyid: pair.kid,
        nonce: randomBytes(16).toString('base64url'),
        tag: `qianshao/1/${authority}`,
      })
      const text = signatureBase({ method, path, query: '?', contentDigest }, params)
      const signature = sign('sha256', Buffer.from(text), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64')
      return new Request(base + path, {
        method,
        ...(body !== undefined && { body: new Uint8Array(bytes) }),
        headers: {
          'content-type': path === '/v1/ledger' ? 'application/x-ndjson' : 'application/json',
          'content-digest': contentDigest,
          'signature-input': `qs=${params}`,
          signature: `qs=:${signature}:`,
          ...headers,
        },
      })
    },
    joinRequest: (code, more = {}) => ({ code, jwk: pair.jwk, ejwk: exchange.jwk, host: 'extension', name: '办公室电脑', ...more }),
    line(more = {}) {
      seq += 1
      const common = { v: 1, id: uuid7(), kind: 'hold', at: now(), seq, prev: null, acct: 'web:www.district.example', clock: 'synced' }
      return JSON.stringify({ ...common, ...checkedMembers(more.kind ?? 'hold'), ...more })
    },
  }
}

const hash16 = () => randomBytes(16).toString('base64url')

function checkedMembers(kind: unknown): Record<string, unknown> {
  if (kind !== 'hold' && kind !== 'publish' && kind !== 'check') return {}
  const finding = {
    rule: 'privacy.resident-id',
    major: 1,
    sev: 'veto',
    cert: 'certain',
    v: hash16(),
    s: hash16(),
    role: 'body',
    pos: [4, 12, 30],
    ex: '11***2X',
  }
  const checked = {
    e: 1,
    draft: hash16(),
    size: 3,
    packs: ['cn@2026.1.0'],
    counts: { veto: 1, fault: 0, advice: 0 },
    findings: [finding],
    more: 0,
    ms: 2,
  }
  if (kind === 'hold') return { ...checked, how: 'click' }
  if (kind === 'check') return checked
  const clear = { ...checked, counts: { veto: 0, fault: 0, advice: 0 }, findings: [] }
  return { ...clear, column: 'tzgg', gate: 'guard', receipt: null, reviews: 3, reviewMin: 2, sched: false, label: '关于***通知' }
}
