import { joinRequest } from '@qianshao/rules-core'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { importPublicKey, thumbprint } from '../crypto/key-pair.ts'
import { isDigestRight, isSignatureRight, readSignedHeaders } from '../crypto/signed-request.ts'
import { joinDevice, liveCode } from '../join/join-device.ts'
import { Refused } from '../problem.ts'
import { createRateLimit } from '../rate-limit.ts'
import { readBody } from '../read-body.ts'
import { refuseForeignOrigin } from './cors.ts'
import { remoteAddress } from './remote-address.ts'

const MOST_BYTES = 4_096

/** `POST /v1/join`: a device's new key for a one-time code (protocol.md §3.4). */
export function joinRoutes(context: Context): Hono {
  const { store, keys, clock, log } = context
  const perAddress = createRateLimit(clock, 10)
  const inAll = createRateLimit(clock, 100)
  const routes = new Hono()

  routes.post('/join', async (c) => {
    const address = remoteAddress(c)
    if (!perAddress.take(address) || !inAll.take('all')) {
      throw new Refused('slow-down', '尝试太频繁，请等一分钟再试。', { retryAfter: 60 })
    }
    const headers = readSignedHeaders(c.req.raw, keys.authority.kid, clock.now())
    const body = await readBody(c.req.raw, MOST_BYTES)
    const request = parseRequest(body)
    const key = importPublicKey(request.jwk)
    if (!key || !importPublicKey(request.ejwk)) throw new Refused('malformed', '设备的公钥不完整，请更新前哨。', { path: '/jwk' })
    const code = await liveCode(context, request.code)
    const isProven = thumbprint(request.jwk) === headers.keyid && isDigestRight(headers, body) && (await isSignatureRight(headers, key))
    if (!isProven) {
      await store.countBadProof(code)
      throw new Refused('bad-signature', '设备没有证明密钥是自己的，请重新加入。')
    }
    await refuseForeignOrigin(store, code.office, c.req.header('origin'), request.host)
    const answer = await joinDevice(context, code, request, headers.keyid)
    // A right code is no guess: the limits are for guessing.
    perAddress.giveBack(address)
    inAll.giveBack('all')
    log({ event: 'joined', office: answer.office.id, kid: headers.keyid })
    return c.json(answer)
  })
  return routes
}

function parseRequest(body: Uint8Array) {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(body).toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Refused('malformed', '加入请求不是完整的 JSON，请更新前哨。')
  }
  const parsed = joinRequest.safeParse(json)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]!.path.map((part) => `/${String(part)}`).join('')
  throw new Refused('malformed', path === '/code' ? '加入码应有 12 位，请再核对一遍。' : '加入请求的内容不完整，请更新前哨。', { path })
}
