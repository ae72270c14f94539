import * as z from 'zod/mini'
import * as shapes from './shapes.ts'

/** A refusal of the endpoint, in words for the person who reads it. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    title: string,
    readonly problems: readonly { path: string; problem: string }[] = [],
  ) {
    super(title)
  }
}

let csrf = ''

export async function readSession(): Promise<shapes.SessionShape> {
  return remember(await ask('/session', shapes.session))
}

export async function signIn(name: string, password: string): Promise<shapes.SessionShape> {
  return remember(await ask('/session', shapes.session, 'POST', { name, password }))
}

export async function signOut(): Promise<void> {
  await ask('/session', z.undefined(), 'DELETE')
  csrf = ''
}

/** Asks the endpoint and parses what comes; throws a `Refusal` with a sentence for the page. A file goes as its bytes, anything else as JSON. */
export async function ask<T>(path: string, shape: z.ZodMiniType<T>, method = 'GET', body?: unknown): Promise<T> {
  const answer = await send(path, method, body)
  if (answer.status === 204) return shape.parse(undefined)
  const json: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) {
    const refusal = shapes.refusal.safeParse(json)
    if (refusal.success) throw new Refusal(refusal.data.code, refusal.data.title, refusal.data.problems)
    throw new Refusal('unreadable', `服务端的回答读不懂（${answer.status}），请联系管理员。`)
  }
  const parsed = shape.safeParse(json)
  if (!parsed.success) throw new Refusal('unreadable', '看板和服务端的版本不一致，请刷新页面。')
  return parsed.data
}

async function send(path: string, method: string, body: unknown): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: { 'x-csrf-token': csrf, ...(body !== undefined && !(body instanceof Blob) && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    })
  } catch (cause) {
    const refusal = new Refusal('offline', '连不上服务端，请检查网络后刷新。')
    refusal.cause = cause
    throw refusal
  }
}

function remember(session: shapes.SessionShape): shapes.SessionShape {
  csrf = session.csrf
  return session
}
