import { expect, test } from 'vitest'
import { fakeClock } from '../testing/fake-clock.ts'
import { fetchWithin } from './fetch-within.ts'

/** An endpoint that takes the connection and never answers. */
const hanging: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })

test('an endpoint that never answers is given up after half a minute', async () => {
  const clock = fakeClock(0)
  const waiting = fetchWithin(hanging, clock)('https://sync.example/v1/ledger')
  const outcome = waiting.then(
    () => 'answered',
    (error: Error) => error.name,
  )
  clock.pass(29_999)
  expect(await Promise.race([outcome, Promise.resolve('waiting')])).toBe('waiting')
  clock.pass(1)
  expect(await outcome).toBe('AbortError')
})

test('an answer whose body never ends is given up as well', async () => {
  const clock = fakeClock(0)
  const endless: typeof fetch = async (_, init) =>
    new Response(
      new ReadableStream({
        start(controller) {
          init?.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')))
        },
      }),
    )
  const outcome = fetchWithin(
    endless,
    clock,
  )('https://sync.example/v1/hello').then(
    () => 'answered',
    (error: Error) => error.name,
  )
  await Promise.resolve()
  clock.pass(30_000)
  expect(await outcome).toBe('AbortError')
})

test('an answer comes through with status, headers and body', async () => {
  const answering: typeof fetch = async () => Response.json({ a: 1 }, { status: 503, headers: { 'retry-after': '7' } })
  const response = await fetchWithin(answering, fakeClock(0))('https://sync.example/')
  expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([503, '7', { a: 1 }])
})

test('the caller can still stop it', async () => {
  const stop = new AbortController()
  const waiting = fetchWithin(hanging, fakeClock(0))('https://sync.example/', { signal: stop.signal })
  stop.abort()
  await expect(waiting).rejects.toThrow('aborted')
})
