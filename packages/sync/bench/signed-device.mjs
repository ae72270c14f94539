import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { signatureBase, signatureParams } from '@qianshao/rules-core'

/** A device as the endpoint sees it: makes signed requests and ledger lines (protocol.md §3.6, §4.1), ready to be sent. */
export function createSignedDevice({ url, authority, account }) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicJwk(publicKey)
  const keyid = createHash('sha256')
    .update(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }))
    .digest('base64url')
  let seq = 0

  function request(path, type, body) {
    const contentDigest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
    const nonce = randomBytes(16).toString('base64url')
    const params = signatureParams({ created: Math.floor(Date.now() / 1000), keyid, nonce, tag: `qianshao/1/${authority}` })
    const text = signatureBase({ method: 'POST', path, query: '?', contentDigest }, params)
    const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64')
    const headers = {
      'content-type': type,
      'content-digest': contentDigest,
      'signature-input': `qs=${params}`,
      signature: `qs=:${signature}:`,
    }
    return { url: url + path, init: { method: 'POST', headers, body } }
  }

  return {
    join: (code, name) => {
      const ejwk = publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)
      return request('/v1/join', 'application/json', JSON.stringify({ code, jwk, ejwk, host: 'extension', name }))
    },
    batch: (lines) => request('/v1/ledger', 'application/x-ndjson', lines.map((line) => `${line}\n`).join('')),
    line: (more = {}) => {
      seq += 1
      return JSON.stringify({ ...heldEntry(), seq, acct: account, ...more })
    },
  }
}

// One certain finding: what an ordinary held text reports.
function heldEntry() {
  const hash = () => randomBytes(16).toString('base64url')
  return {
    v: 1,
    id: uuid7(),
    kind: 'hold',
    at: Date.now(),
    prev: null,
    clock: 'synced',
    e: 1,
    draft: hash(),
    size: 3,
    packs: ['cn@2026.1.0'],
    counts: { veto: 1, fault: 0, advice: 0 },
    findings: [
      {
        rule: 'privacy.resident-id',
        major: 1,
        sev: 'veto',
        cert: 'certain',
        v: hash(),
        s: hash(),
        role: 'body',
        pos: [4, 12, 30],
        ex: '11***2X',
      },
    ],
    more: 0,
    ms: 2,
    how: 'click',
  }
}

// RFC 9562, version 7: the time, then random bits.
function uuid7() {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6] & 0x0f) | 0x70
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function publicJwk(key) {
  const { kty, crv, x, y } = key.export({ format: 'jwk' })
  return { kty, crv, x, y }
}
