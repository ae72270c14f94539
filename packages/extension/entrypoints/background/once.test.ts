import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { once } from './once.ts'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => fakeBrowser.reset())

function counting() {
  let seq = 0
  return vi.fn(async () => {
    seq += 1
    return { id: `id-${seq}`, seq, line: '{}' }
  })
}

test('asked twice, stored once, answered the same', async () => {
  const store = counting()
  const first = await once('a', store)
  expect(await once('a', store)).toEqual(first)
  expect(store).toHaveBeenCalledOnce()
})

test('asked twice at the same time, stored once', async () => {
  const store = counting()
  const [first, second] = await Promise.all([once('a', store), once('a', store)])
  expect(first).toEqual(second)
  expect(store).toHaveBeenCalledOnce()
})

test('another key is another entry', async () => {
  const store = counting()
  await once('a', store)
  expect(await once('b', store)).toMatchObject({ seq: 2 })
})

test('what could not be stored is tried again', async () => {
  const store = vi.fn().mockRejectedValueOnce(new Error('storage is full')).mockResolvedValueOnce({ id: 'id', seq: 1, line: '{}' })
  await expect(once('a', store)).rejects.toThrow('storage is full')
  expect(await once('a', store)).toMatchObject({ seq: 1 })
})
