import { batchAnswer, problem } from '@qianshao/rules-core'
import type { LineResult, SendLines, SendResult, StoredLine } from '../outbox/outbox-port.ts'
import type { DeviceTime } from './device-time.ts'
import { bytesOf } from './encoding.ts'
import { type RequestKey, signRequest } from './sign-request.ts'

/** Shorter bodies do not gain from compression (protocol.md §4.2). */
const GZIP_FROM = 1_024
const STOP_CODES: readonly string[] = [
  'revoked',
  'unknown-key',
  'bad-signature',
  'expired-cert',
  'upgrade-needed',
  'wrong-office',
  'not-allowed',
]

export interface SenderParts extends RequestKey {
  endpoint: string
  /** Thumbprint of the endpoint's authority key. */
  authority: string
  time: DeviceTime
  fetch: typeof fetch
}

/** One signed batch to `POST /v1/ledger`, one answer a line (protocol.md §4.2). */
export function createSender(parts: SenderParts): SendLines {
  const url = new URL('v1/ledger', parts.endpoint.endsWith('/') ? parts.endpoint : `${parts.endpoint}/`)

  const post = async (lines: readonly StoredLine[], signal: AbortSignal): Promise<Response> => {
    const { body, encoding } = await encode(lines.map(({ line }) => `${line}\n`).join(''))
    const created = Math.floor(parts.time.now().at / 1_000)
    const signed = await signRequest({ method: 'POST', url, body }, parts, created)
    const headers = { 'content-type': 'application/x-ndjson', ...(encoding && { 'content-encoding': encoding }), ...signed }
    return parts.fetch(url, { method: 'POST', headers, body, signal, credentials: 'omit', redirect: 'error' })
  }

  const send = async (lines: readonly StoredLine[], signal: AbortSignal, mayCorrectClock: boolean): Promise<SendResult> => {
    let response: Response
    try {
      response = await post(lines, signal)
    } catch (cause) {
      // No network, or a proxy that closed the connection: the lines stay and are tried again.
      if (!signal.aborted) console.info('outbox: the endpoint could not be reached', cause)
      return { tryLater: undefined }
    }
    const answer: unknown = await response.json().catch(() => undefined)
    if (response.ok) {
      const parsed = batchAnswer.safeParse(answer)
      if (!parsed.success) return { tryLater: undefined }
      parts.time.learn(parsed.data.now)
      return { results: parsed.data.results.map(lineResult) }
    }
    const said = problem.safeParse(answer)
    const code = said.success ? said.data.code : undefined
    if (code === 'clock-skew' && said.success && said.data.now !== undefined && mayCorrectClock) {
      parts.time.learn(said.data.now)
      return send(lines, signal, false)
    }
    if (response.status === 400 || response.status === 413)
      return halved(lines, code ?? (response.status === 413 ? 'too-large' : 'malformed'), signal)
    if (code !== undefined && STOP_CODES.includes(code)) return { stop: code }
    return { tryLater: waitOf(response, said.success ? said.data.retryAfter : undefined) }
  }

  // One bad line must not hold up its neighbours: the batch is halved down to it, and it alone is refused.
  const halved = async (lines: readonly StoredLine[], code: string, signal: AbortSignal): Promise<SendResult> => {
    if (lines.length === 1) return { results: [{ id: lines[0]!.id, s: 'refused', code }] }
    const middle = Math.ceil(lines.length / 2)
    const first = await send(lines.slice(0, middle), signal, false)
    if (!('results' in first) || first.results.length < middle) return first
    const second = await send(lines.slice(middle), signal, false)
    return 'results' in second ? { results: [...first.results, ...second.results] } : first
  }

  return (lines, signal) => send(lines, signal, true)
}

function lineResult(result: { id: string | null; s: string; code?: string | undefined; path?: string | undefined }): LineResult {
  if (result.s === 'refused') {
    const { id, code = 'refused', path } = result
    return { id, s: 'refused', code, ...(path !== undefined && { path }) }
  }
  return { id: result.id, s: result.s === 'duplicate' ? 'duplicate' : 'stored' }
}

/** Milliseconds that the endpoint named, in its answer or its header. */
function waitOf(response: Response, retryAfter: number | undefined): number | undefined {
  const seconds = retryAfter ?? Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined
}

async function encode(text: string): Promise<{ body: Uint8Array<ArrayBuffer>; encoding?: 'gzip' }> {
  const plain = bytesOf(text)
  if (plain.length <= GZIP_FROM || typeof CompressionStream === 'undefined') return { body: plain }
  const zipped = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))
  return { body: new Uint8Array(await new Response(zipped).arrayBuffer()), encoding: 'gzip' }
}
