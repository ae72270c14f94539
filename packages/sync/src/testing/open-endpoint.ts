import { scryptSync } from 'node:crypto'
import { type BatchAnswer, batchAnswer, type PolicyPack, type Problem, parsePack, problem } from '@qianshao/rules-core'
import { createApp } from '../app.ts'
import { memoryKeys } from '../crypto/endpoint-keys.ts'
import { makeJoinCode } from '../join/join-code.ts'
import type { LogEvent } from '../log.ts'
import { type OfficeForm, seedOffice } from '../seed-office.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { createTestDevice, type TestDevice } from './device.ts'

/** 2026-07-02 08:00 in Beijing, a Thursday. */
export const START = Date.parse('2026-07-02T08:00:00+08:00')
const PUBLIC_URL = 'http://127.0.0.1'

export const pack: PolicyPack = parsePack({
  format: 1,
  id: 'test-district',
  title: '测试区',
  version: '2026.1.0',
  documents: [{ id: 'rule', title: '测试区办法', issuer: '测试区', standing: 'in-force' }],
  clauses: [
    { id: 'rule-1', documentId: 'rule', locator: '第一条', quote: '不得公开个人身份证号。' },
    { id: 'rule-2', documentId: 'rule', locator: '第二条', quote: '动态要闻类每10个自然日内更新。' },
  ],
  rules: [
    {
      id: 'privacy.resident-id',
      major: 1,
      category: 'id-card',
      detector: 'resident-id',
      severity: 'veto',
      clauseIds: ['rule-1'],
      message: '文中有完整的居民身份证号，发布前请遮去中间数字。',
      examples: { flag: ['身份证号[[11010519491231002X]]'], pass: ['身份证号110105********002X'] },
    },
  ],
  duties: [
    {
      id: 'cadence.dynamic-news',
      title: '动态要闻更新',
      appliesTo: { surfaces: ['website'], columns: ['dynamic-news'] },
      demand: { kind: 'gap', atMost: { count: 10, of: 'natural-day' } },
      severity: 'fault',
      clauseIds: ['rule-2'],
    },
  ],
})

export const officeForm: OfficeForm = {
  id: 'test-office',
  name: '测试区政府办公室',
  pack: 'test-district',
  accounts: [
    { id: 'web:www.district.example', name: '测试区政府网' },
    { id: 'wechat:gh_test', name: '测试区发布' },
  ],
  columns: [{ account: 'web:www.district.example', id: 'tzgg', title: '通知公告', class: 'dynamic-news' }],
  origins: ['https://cms.district.example'],
}

/** A whole endpoint on a database of its own, with one office and a clock that tests move. */
export async function openEndpoint(file = ':memory:') {
  const time = { now: START }
  const clock = { now: () => time.now }
  const store = openSqliteStore(file)
  const keys = memoryKeys(PUBLIC_URL, START)
  const logged: LogEvent[] = []
  const packs = [pack]
  const app = createApp({ store, keys, packs, clock, publicUrl: PUBLIC_URL, log: (event) => logged.push(event) })
  await seedOffice({ store, clock, packs }, officeForm)
  const parts = { store, keys, clock, publicUrl: PUBLIC_URL }

  return {
    ...parts,
    packs,
    app,
    time,
    logged,
    createDevice: () => createTestDevice({ authority: keys.authority.kid, now: clock.now }),
    async joined(): Promise<TestDevice> {
      const device = createTestDevice({ authority: keys.authority.kid, now: clock.now })
      const { code } = await makeJoinCode(parts, officeForm.id)
      const answer = await app.fetch(device.request('/v1/join', JSON.stringify(device.joinRequest(code))))
      if (answer.status !== 200) throw new Error(`open-endpoint: joining failed: ${await answer.text()}`)
      return device
    },
    async send(device: TestDevice, lines: readonly string[]): Promise<BatchAnswer> {
      const answer = await app.fetch(device.request('/v1/ledger', lines.map((line) => `${line}\n`).join('')))
      if (answer.status !== 200) throw new Error(`open-endpoint: sending failed: ${await answer.text()}`)
      return batchAnswer.parse(await answer.json())
    },
    async signIn(): Promise<{ cookie: string; csrf: string }> {
      await store.putAdministrator({ name: 'admin', password: cheapHash('correct horse'), createdAt: START })
      const answer = await app.fetch(
        new Request(`${PUBLIC_URL}/api/session`, { method: 'POST', body: JSON.stringify({ name: 'admin', password: 'correct horse' }) }),
      )
      const { csrf } = (await answer.json()) as { csrf: string }
      return { cookie: answer.headers.get('set-cookie')!.split(';')[0]!, csrf }
    },
    close: () => store.close(),
  }
}
export type TestEndpoint = Awaited<ReturnType<typeof openEndpoint>>

// The real cost would make every test of the dashboard half a second slower; the record names its own cost.
function cheapHash(password: string): string {
  const salt = Buffer.alloc(16)
  return `scrypt$1024$8$1$${salt.toString('base64url')}$${scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 }).toString('base64url')}`
}

/** The refusal in an answer. */
export async function problemOf(answer: Response): Promise<Problem> {
  return problem.parse(await answer.json())
}
