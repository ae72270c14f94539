import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context as RequestContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from '../context.ts'
import { Refused } from '../problem.ts'
import type { Session } from '../store/store.ts'

const LIFE = 8 * 3_600_000

/** Starts a session: the browser gets a random token in a cookie that scripts cannot read, the database gets its hash. */
export async function startSession(context: Context, c: RequestContext, administrator: string): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  const session = {
    hash: hashOf(token),
    administrator,
    csrf: randomBytes(32).toString('base64url'),
    expiresAt: context.clock.now() + LIFE,
  }
  await context.store.putSession(session)
  setCookie(c, cookieName(context), token, { ...cookieOptions(context), maxAge: LIFE / 1000 })
  return session
}

/** The running session of a request, or a `sign-in` refusal. A write also shows the session's CSRF token in a header. */
export async function requireSession(context: Context, c: RequestContext): Promise<Session> {
  const token = getCookie(c, cookieName(context))
  const session = token === undefined ? undefined : await context.store.session(hashOf(token))
  if (!session || session.expiresAt <= context.clock.now()) throw new Refused('sign-in', '请登录。')
  if (c.req.method !== 'GET' && !isEqual(c.req.header('x-csrf-token') ?? '', session.csrf)) {
    throw new Refused('not-allowed', '页面已过期，请刷新后再点一次。')
  }
  return session
}

export async function endSession(context: Context, c: RequestContext, session: Session): Promise<void> {
  await context.store.endSession(session.hash)
  deleteCookie(c, cookieName(context), cookieOptions(context))
}

// The prefix binds the cookie to this host over https; browsers refuse it on plain http, where only loopback is served.
function cookieName({ publicUrl }: Context): string {
  return isHttps(publicUrl) ? '__Host-qianshao' : 'qianshao'
}

function cookieOptions({ publicUrl }: Context) {
  return { httpOnly: true, sameSite: 'Strict', path: '/', secure: isHttps(publicUrl) } as const
}

function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith('https:')
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function isEqual(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
