import { expect, test } from 'vitest'
import { memoryStore } from '../outbox/memory-store.ts'
import { openOutbox } from '../outbox/outbox.ts'
import type { OutboxEntry } from '../outbox/outbox-port.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { entryFields } from './entry-fields.ts'

const acct = 'web:www.example.gov.cn'
const hash = 'AAAAAAAAAAAAAAAAAAAAAA'
const person = `per_${hash}`
const identity = { rule: 'privacy.phone', major: 1, e: 0, v: hash, s: hash }
const checked = {
  e: 0,
  draft: hash,
  size: 1,
  packs: ['cn@2026.2.0'],
  counts: { veto: 1, fault: 0, advice: 0 },
  findings: [
    {
      rule: 'privacy.resident-id',
      major: 1,
      sev: 'veto',
      cert: 'certain',
      v: hash,
      s: hash,
      role: 'body',
      pos: [4, 12, 30],
      ex: '11***2X',
    },
  ],
  more: 0,
  ms: 2,
} as const
const entries: readonly OutboxEntry[] = [
  {
    kind: 'hold',
    acct,
    ...checked,
    packs: [...checked.packs],
    findings: checked.findings.map((f) => ({ ...f, pos: [4, 12, 30] })),
    how: 'click',
  },
  { kind: 'unchecked', acct, why: 'too-long', published: true, site: 'weibo' },
  { kind: 'release', acct, ...identity, by: person, role: 'main-leader', reason: '区委宣传部通知要求转载。' },
  { kind: 'dismiss', acct, ...identity, code: 'own-contact', by: person },
  { kind: 'seen', acct, day: '2026-11-06', ref: hash, from: 'list' },
  { kind: 'health', acct, waiting: 3, aside: 1, merged: 0, lost: 0, offset: 1, engine: '0.1.0', packs: [], catalogAge: 4, head: null },
]

const lineOf = async (entry: OutboxEntry) => (await openOutbox({ store: memoryStore(), clock: fakeClock() }).put(entry)).line

test.each(entries.map((entry) => [entry.kind, entry] as const))('every member of a %s has a Chinese name', async (_, entry) => {
  const line = await lineOf(entry)
  const fields = entryFields(line)!
  // `v` is the form of the line itself; a list of findings gives a field each.
  expect(fields).toHaveLength(Object.keys(JSON.parse(line)).length - 1)
  for (const { name, value } of fields) {
    expect(name).toMatch(/[\u4e00-\u9fff]/)
    expect(value).not.toMatch(/undefined|\[object/)
  }
})

test('values are said in words, and what leaves in the clear is shown as it is', async () => {
  const held = entryFields(await lineOf(entries[0]!))!
  expect(held).toContainEqual({ name: '怎样发起', value: '点按钮' })
  expect(held).toContainEqual({ name: '稿件长短', value: '500 字以内' })
  expect(held).toContainEqual({ name: '时间', value: '2026-03-02 09:00:00（北京时间）' })
  expect(held.find(({ name }) => name === '问题 1')!.value).toContain('11***2X　正文第 5 块 12–30　不得，确定')
  expect(entryFields(await lineOf(entries[2]!))).toContainEqual({ name: '理由（原文）', value: '区委宣传部通知要求转载。' })
  expect(entryFields(await lineOf(entries[3]!))).toContainEqual({ name: '理由', value: '本单位公开的信息' })
})

test('a line of another version is left to its bytes', () => {
  expect(entryFields('{"v":2,"kind":"hold"}')).toBeUndefined()
  expect(entryFields('not json')).toBeUndefined()
})
