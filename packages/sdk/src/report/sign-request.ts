import { base64url, signatureBase, signatureParams } from '@qianshao/rules-core'
import { base64, bytesOf } from './encoding.ts'

export interface RequestKey {
  /** ECDSA P-256, usages `sign`. */
  key: CryptoKey
  /** RFC 7638 thumbprint of its public half. */
  keyId: string
}

/**
 * The headers that sign a request (RFC 9421, profile of protocol.md §3.6). `body` is what is sent, after compression. `created` in epoch
 * seconds; `nonce` is 16 bytes.
 */
export async function signRequest(
  request: { method: string; url: URL; body: Uint8Array<ArrayBuffer> },
  by: RequestKey & { authority: string },
  created: number,
  nonce: Uint8Array = crypto.getRandomValues(new Uint8Array(16)),
): Promise<Record<string, string>> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', request.body))
  const contentDigest = `sha-256=:${base64(digest)}:`
  const params = signatureParams({ created, keyid: by.keyId, nonce: base64url(nonce), tag: `qianshao/1/${by.authority}` })
  const base = signatureBase(
    { method: request.method, path: request.url.pathname, query: request.url.search || '?', contentDigest },
    params,
  )
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, by.key, bytesOf(base))
  return {
    'content-digest': contentDigest,
    'signature-input': `qs=${params}`,
    signature: `qs=:${base64(new Uint8Array(signature))}:`,
  }
}
