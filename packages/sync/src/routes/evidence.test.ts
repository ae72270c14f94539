import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { certificate, parseSignatureInput, signatureBase } from '@qianshao/rules-core'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { importPublicKey } from '../crypto/key-pair.ts'
import { isSignatureRight } from '../crypto/signed-request.ts'
import { readStatement } from '../crypto/statement.ts'
import { openEndpoint } from '../testing/open-endpoint.ts'

test('a stored batch still proves who sent it: body, headers and certificate verify from the database alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-evidence-'))
  const file = join(folder, 'db')
  const endpoint = await openEndpoint(file)
  const device = await endpoint.joined()
  const body = gzipSync(`${device.line()}\n${device.line({ kind: 'publish' })}\n`)
  expect((await endpoint.app.fetch(device.request('/v1/ledger', body, { headers: { 'content-encoding': 'gzip' } }))).status).toBe(200)
  await endpoint.close()

  const db = new Database(file)
  const batch = db.prepare('SELECT * FROM batch').get() as Record<string, string> & { body: ArrayBuffer }
  const { statement } = db.prepare('SELECT statement FROM certificate WHERE kid = ?').get(batch.kid) as { statement: string }
  db.close()
  rmSync(folder, { recursive: true })

  expect(Buffer.from(batch.body)).toEqual(body)
  expect(batch.content_digest).toBe(`sha-256=:${createHash('sha256').update(body).digest('base64')}:`)
  const authority = importPublicKey(endpoint.keys.authority.jwk)
  const read = readStatement(statement, 'qs-cert+jws', () => authority, certificate)
  if ('fault' in read) throw new Error(read.fault)
  const { params, ...signed } = parseSignatureInput(batch.signature_input!)!
  const base = signatureBase({ method: 'POST', path: '/v1/ledger', query: '?', contentDigest: batch.content_digest! }, params)
  const signature = Buffer.from(batch.signature!.slice('qs=:'.length, -1), 'base64')
  const headers = { ...signed, base, signature, digest: Buffer.alloc(32), raw: { contentDigest: '', signatureInput: '', signature: '' } }
  expect(await isSignatureRight(headers, importPublicKey(read.payload.jwk)!)).toBe(true)
})
