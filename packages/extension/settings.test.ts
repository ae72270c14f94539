import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { newPersonId, ownPersonId, readSettings, watchSettings, writeSetting } from './settings.ts'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
beforeEach(() => fakeBrowser.reset())

test('without anything stored, every setting has its default', async () => {
  const { settings, repaired } = await readSettings()
  expect(settings).toMatchObject({ jurisdiction: 'cn', endpoint: '', textSize: '1', whenUnchecked: 'pack', people: [] })
  expect(repaired).toEqual([])
})

test.each([
  ['jurisdiction', 'cn-chongqing-qijiang'],
  ['wechatAccount', 'wechat:gh_0123456789ab'],
  ['weiboAccount', ''],
  ['endpoint', 'https://sync.example.gov.cn'],
  ['endpoint', 'http://127.0.0.1:8080'],
  ['textSize', '1.5'],
] as const)('%s is kept as %s', async (name, value) => {
  expect(await writeSetting(name, value)).toBeUndefined()
  expect((await readSettings()).settings[name]).toBe(value)
})

test.each([
  ['wechatAccount', 'gh_0123456789ab'],
  ['weiboAccount', 'weibo:abc'],
  ['endpoint', 'http://sync.example.gov.cn'],
  ['endpoint', 'https://sync.example.gov.cn/path'],
  ['endpoint', 'javascript:alert(1)'],
  ['deviceName', ''],
  ['personName', '名'.repeat(21)],
] as const)('%s refuses %s and keeps what was there', async (name, value) => {
  const before = (await readSettings()).settings[name]
  expect(await writeSetting(name, value)).toMatch(/没有保存/)
  expect((await readSettings()).settings[name]).toBe(before)
})

test('a stored value that cannot be read counts as not set and is named', async () => {
  await fakeBrowser.storage.local.set({ 'setting.jurisdiction': 'atlantis', 'setting.textSize': '1.25' })
  const { settings, repaired } = await readSettings()
  expect(settings.jurisdiction).toBe('cn')
  expect(settings.textSize).toBe('1.25')
  expect(repaired).toEqual(['规则包'])
})

test('a change of a setting is told, a change of something else is not', async () => {
  const told = vi.fn()
  const life = new AbortController()
  watchSettings(told, life.signal)
  await fakeBrowser.storage.local.set({ delivery: 1 })
  expect(told).not.toHaveBeenCalled()
  await writeSetting('textSize', '1.5')
  expect(told).toHaveBeenCalledOnce()
  life.abort()
  await writeSetting('textSize', '1')
  expect(told).toHaveBeenCalledOnce()
})

test('the id of a person is made once', async () => {
  const id = await ownPersonId()
  expect(id).toMatch(/^per_[\w-]{21}[AQgw]$/)
  expect(await ownPersonId()).toBe(id)
  expect(newPersonId()).not.toBe(id)
})
