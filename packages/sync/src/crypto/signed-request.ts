import { createHash, type KeyObject, timingSafeEqual, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { limits, parseSignatureInput, type SignatureParams, signatureBase } from '@qianshao/rules-core'
import { Refused } from '../problem.ts'

/** A request's signature headers, read but not yet verified (protocol.md §3.6). */
export interface SignedHeaders extends SignatureParams {
  base: string
  signature: Buffer
  digest: Buffer
  /** As received, kept as evidence beside the batch. */
  raw: { contentDigest: string; signatureInput: string; signature: string }
}

const DIGEST = /^sha-256=:([A-Za-z0-9+/]{43}=):$/
const SIGNATURE = /^qs=:([A-Za-z0-9+/]{86}==):$/
const verifyInPool = promisify<string, Buffer, { key: KeyObject; dsaEncoding: 'ieee-p1363' }, Buffer, boolean>(verify)

/** Checks the shape of the headers, the clock window and the endpoint that the request was meant for. */
export function readSignedHeaders(request: Request, authorityKid: string, now: number): SignedHeaders {
  const contentDigest = request.headers.get('content-digest') ?? ''
  const signatureInput = request.headers.get('signature-input') ?? ''
  const signature = request.headers.get('signature') ?? ''
  const params = parseSignatureInput(signatureInput)
  const digest = DIGEST.exec(contentDigest)?.[1]
  const value = SIGNATURE.exec(signature)?.[1]
  if (!params || !digest || !value) throw new Refused('malformed', '请求的签名头不完整，请更新前哨。')
  if (Math.abs(params.created * 1000 - now) > limits.clockWindowSeconds * 1000) {
    throw new Refused('clock-skew', '本机时间与服务端相差超过 5 分钟，已按服务端时间重新计算，请再发一次。')
  }
  if (params.tag !== `qianshao/1/${authorityKid}`) {
    throw new Refused('bad-signature', '这台设备加入的是另一个服务端，请用本服务端的加入码重新加入。')
  }
  const url = new URL(request.url)
  return {
    ...params,
    base: signatureBase({ method: request.method, path: url.pathname, query: url.search || '?', contentDigest }, params.params),
    signature: Buffer.from(value, 'base64'),
    digest: Buffer.from(digest, 'base64'),
    raw: { contentDigest, signatureInput, signature },
  }
}

/** Verified in the thread pool, so that other requests go on. */
export function isSignatureRight(headers: SignedHeaders, key: KeyObject): Promise<boolean> {
  return verifyInPool('sha256', Buffer.from(headers.base), { key, dsaEncoding: 'ieee-p1363' }, headers.signature)
}

export function isDigestRight(headers: SignedHeaders, body: Uint8Array): boolean {
  return timingSafeEqual(headers.digest, createHash('sha256').update(body).digest())
}
