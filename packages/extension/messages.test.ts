import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { type Answerers, answerOne } from './messages.ts'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => `chrome-extension://own${path}`)
})

const page = () => ({ id: fakeBrowser.runtime.id, url: 'https://weibo.com/', tab: { id: 7 } })
const own = () => ({ id: fakeBrowser.runtime.id, url: 'chrome-extension://own/options.html' })
const KEY = '3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d'
const unchecked = { kind: 'unchecked', why: 'not-recognised', published: true, site: 'weibo', acct: 'weibo:1234567890' }
const stored = { id: '019f2020-1000-7000-a92a-2b2c2d2e2f30', seq: 1, line: '{}' }

function answering(some: Partial<Answerers>): Answerers {
  return some as Answerers
}

test('an entry of a page reaches the outbox', async () => {
  const put = vi.fn(() => stored)
  expect(await answerOne(answering({ 'outbox.put': put }), { name: 'outbox.put', ask: { key: KEY, entry: unchecked } }, page())).toEqual({
    answer: stored,
  })
  expect(put).toHaveBeenCalledWith({ key: KEY, entry: unchecked }, { tabId: 7 })
})

test.each([
  ['text where none belongs', { ...unchecked, note: '今天植树' }],
  ['a number given by the page', { ...unchecked, seq: 9 }],
  ['an unknown kind', { ...unchecked, kind: 'gossip' }],
  ['nothing', null],
])('an entry with %s is refused before it is stored', async (_, entry) => {
  const put = vi.fn(() => stored)
  const reply = await answerOne(answering({ 'outbox.put': put }), { name: 'outbox.put', ask: { key: KEY, entry } }, page())
  expect(reply).toHaveProperty('refused')
  expect(put).not.toHaveBeenCalled()
})

test('a page may not join an office, and our own page may not write entries', async () => {
  const join = vi.fn()
  const put = vi.fn()
  const answerers = answering({ 'device.join': join, 'outbox.put': put })
  expect(await answerOne(answerers, { name: 'device.join', ask: { codeOrLink: 'x' } }, page())).toEqual({ refused: 'not for page' })
  expect(await answerOne(answerers, { name: 'outbox.put', ask: { key: KEY, entry: unchecked } }, own())).toEqual({ refused: 'not for own' })
  expect(join).not.toHaveBeenCalled()
  expect(put).not.toHaveBeenCalled()
})

test.each([
  ['another extension', { id: 'somebody-else', url: 'https://weibo.com/' }, { name: 'outbox.list', ask: {} }],
  ['an unknown name', page(), { name: 'outbox.empty', ask: {} }],
  ['no message at all', page(), 'hello'],
])('%s is refused', async (_, sender, message) => {
  expect(await answerOne(answering({ 'outbox.list': vi.fn() }), message, sender)).toHaveProperty('refused')
})

test('an answerer that fails answers with its reason', async () => {
  const failing = answering({
    'outbox.send': () => {
      throw new Error('outbox: storage is full')
    },
  })
  expect(await answerOne(failing, { name: 'outbox.send', ask: {} }, own())).toEqual({ refused: 'outbox: storage is full' })
})
