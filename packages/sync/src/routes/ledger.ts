import { createHash } from 'node:crypto'
import { type BatchAnswer, limits } from '@qianshao/rules-core'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { plainBody, splitLines } from '../ledger/read-batch.ts'
import { readLine } from '../ledger/read-line.ts'
import { Refused } from '../problem.ts'
import { createRateLimit } from '../rate-limit.ts'
import { readBody } from '../read-body.ts'
import type { LineOutcome, ReadLine, Store } from '../store/store.ts'
import { refuseForeignOrigin } from './cors.ts'
import { signedBy } from './signed-by.ts'

// Ten batches a second from one device is far above what people can write, and far below what hurts the others.
const BATCHES_PER_MINUTE = 600

/** `POST /v1/ledger`: one signed batch, one result a line, answered after the commit (protocol.md §4.2, §4.3). */
export function ledgerRoutes(context: Context): Hono {
  const { store, clock, log, uuid7 } = context
  const perDevice = createRateLimit(clock, BATCHES_PER_MINUTE)
  const routes = new Hono()

  // The order is the protocol's (§3.6): what costs least comes first, and nothing is inflated before it is known who sent it.
  routes.post('/ledger', async (c) => {
    const request = c.req.raw
    const encoding = readEncoding(request)
    const body = await readBody(request, encoding === 'gzip' ? limits.batchCompressedBytes : limits.batchBytes)
    const { device, headers } = await signedBy(context, request, body)
    if (!perDevice.take(headers.keyid)) throw new Refused('slow-down', '发送太频繁，稍后会自动再发。', { retryAfter: 30 })
    await refuseForeignOrigin(store, device.office, c.req.header('origin'), device.host)

    const now = clock.now()
    const read = splitLines(await plainBody(body, encoding)).map((line) => readLine(line, now))
    const lines = await refuseForeignAccounts(store, device.office, read)
    const outcomes = await store.putBatch({
      office: device.office,
      id: uuid7(),
      kid: headers.keyid,
      device: device.subject,
      receivedAt: now,
      signedHash: createHash('sha256').update(headers.base).digest('base64url'),
      ...headers.raw,
      encoding,
      body,
      lines,
    })
    const answer: BatchAnswer = {
      results: outcomes.map((outcome, i) => result(lines[i]!, outcome, i + 1)),
      checkpoint: null,
      now: clock.now(),
    }
    log({ event: 'batch', office: device.office, device: device.subject, ...count(outcomes) })
    return c.json(answer)
  })
  return routes
}

function readEncoding(request: Request): 'identity' | 'gzip' {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (type !== 'application/x-ndjson') throw new Refused('wrong-type', '台账要以 application/x-ndjson 发送，请更新前哨。')
  if (encoding !== 'identity' && encoding !== 'gzip') throw new Refused('wrong-type', '只收不压缩或 gzip 压缩的内容，请更新前哨。')
  return encoding
}

/** An account that stands in another office's book cannot be reported by this one; one that stands in none is kept and shown as not registered. */
async function refuseForeignAccounts(store: Store, office: string, lines: readonly ReadLine[]): Promise<ReadLine[]> {
  const accounts = new Set(lines.flatMap((line) => ('entry' in line ? [line.entry.acct] : [])))
  const foreign = new Set<string>()
  for (const account of accounts) {
    const offices = await store.officesOfAccount(account)
    if (offices.length > 0 && !offices.includes(office)) foreign.add(account)
  }
  return lines.map((line) => {
    if (!('entry' in line) || !foreign.has(line.entry.acct)) return line
    return { line: line.line, hash: line.hash, refused: 'wrong-office', id: line.entry.id, path: '/acct' }
  })
}

function result(read: ReadLine, outcome: LineOutcome, line: number): BatchAnswer['results'][number] {
  if ('refused' in read) {
    return { id: read.id, line, s: 'refused', code: read.refused, ...(read.path !== undefined && { path: read.path }) }
  }
  const { id } = read.entry
  return outcome === 'stored' || outcome === 'duplicate' ? { id, s: outcome } : { id, line, s: 'refused', code: 'conflict' }
}

function count(outcomes: readonly LineOutcome[]): Record<LineOutcome, number> {
  const counts = { stored: 0, duplicate: 0, conflict: 0, refused: 0 }
  for (const outcome of outcomes) counts[outcome] += 1
  return counts
}
