import { expect, test, vi } from 'vitest'
import { fakeClock } from '../testing/fake-clock.ts'
import { deviceTime } from './device-time.ts'
import { openDutyBook } from './owed-duties.ts'

const told = { asOf: 1, lines: [] }
const signing = async () => (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])).privateKey

async function bookOver(fetch: typeof globalThis.fetch, kept?: unknown) {
  const clock = fakeClock()
  const key = await signing()
  const keep = vi.fn()
  const endpoint = () => ({ endpoint: 'https://sync.example', authority: 'a', key, keyId: 'k' })
  return { clock, keep, book: openDutyBook({ endpoint, time: deviceTime(clock, undefined, () => {}), fetch, kept, keep }) }
}

test('an answer is shown and kept; asking again within a minute asks nobody', async () => {
  const fetch = vi.fn(async () => Response.json(told))
  const { book, keep, clock } = await bookOver(fetch)
  await book.refresh()
  await book.refresh()
  expect(book.owed.value).toEqual(told)
  expect(keep).toHaveBeenCalledExactlyOnceWith(told)
  expect(fetch).toHaveBeenCalledOnce()
  clock.pass(60_000)
  await book.refresh()
  expect(fetch).toHaveBeenCalledTimes(2)
})

test.each([
  ['without a network', () => Promise.reject(new TypeError('offline'))],
  ['behind a page of the proxy', async () => new Response('<html>', { status: 200 })],
  ['refused', async () => Response.json({}, { status: 401 })],
])('%s what was told before stays', async (_, fetch) => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {})
  const { book, keep } = await bookOver(fetch as typeof globalThis.fetch, told)
  await book.refresh()
  expect(book.owed.value).toEqual(told)
  expect(keep).not.toHaveBeenCalled()
  info.mockRestore()
})

test('an answer that was kept in another form is not shown', async () => {
  const { book } = await bookOver(vi.fn(), { asOf: 'yesterday' })
  expect(book.owed.value).toBeUndefined()
})
