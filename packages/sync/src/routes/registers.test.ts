import { afterEach, beforeEach, expect, test } from 'vitest'
import { officeForm, openEndpoint, type TestEndpoint } from '../testing/open-endpoint.ts'

let endpoint: TestEndpoint
let headers: Record<string, string>
beforeEach(async () => {
  endpoint = await openEndpoint()
  const { cookie, csrf } = await endpoint.signIn()
  headers = { cookie, 'x-csrf-token': csrf }
})
afterEach(() => endpoint.close())

const send = async (method: 'POST' | 'PUT', table: string): Promise<{ status: number; problems?: unknown; before?: number }> => {
  const path = `/api/registers/${officeForm.id}${method === 'POST' ? '/preview' : ''}?file=${encodeURIComponent('登记表.csv')}`
  const answer = await endpoint.app.fetch(new Request(`http://127.0.0.1${path}`, { method, headers, body: table }))
  const said: { problems?: unknown; before?: number } = JSON.parse(await answer.text())
  return { status: answer.status, ...said }
}
const TABLE = '事件,时间,账号,编号\n更新,2026-06-30,测试区政府网,a1\n收到留言,2026-06-29 09:00,,L1\n回复,2026-06-29 10:00,,L1\n'

test('an import is looked at first, then stored as a whole, and counted at once', async () => {
  expect(await send('POST', TABLE)).toMatchObject({ status: 200, problems: [], before: 0 })
  expect(await endpoint.store.dutyRegister(officeForm.id)).toBeUndefined()
  expect(await send('PUT', TABLE)).toMatchObject({ status: 200 })
  expect((await endpoint.store.dutyRegister(officeForm.id))?.events).toHaveLength(3)
  expect(await send('PUT', '事件,时间\n更新,2026-06-30\n')).toMatchObject({ before: 3 })
  expect((await endpoint.store.dutyRegister(officeForm.id))?.events).toHaveLength(1)
})

test('a planned silence is told beside the deadline, which it does not move', async () => {
  await send(
    'PUT',
    `${TABLE}停更,2026-06-20,,\n`.replace('编号\n', '编号,到,事由\n').replace('停更,2026-06-20,,', '停更,2026-06-20,,,2026-07-20,系统升级'),
  )
  const answer = await endpoint.app.fetch(new Request('http://127.0.0.1/api/duties', { headers }))
  const { lines } = (await answer.json()) as { lines: { why: string }[] }
  expect(lines.some(({ why }) => why.includes('2026-06-20 至 2026-07-20 已报备停更（系统升级），期限不变。'))).toBe(true)
})

test('rows that cannot be used are named, and nothing is stored', async () => {
  const wrong = '事件,时间\n更新,2026-02-30\n飞行,2026-06-30\n更新,2026-06-30\n'
  const { problems } = await send('POST', wrong)
  expect(problems).toEqual([
    { place: expect.stringContaining('第 2 行'), problem: expect.stringContaining('不是存在的时间') },
    { place: expect.stringContaining('第 3 行'), problem: expect.stringContaining('不认识的事件') },
  ])
  expect(await send('PUT', wrong)).toMatchObject({ status: 400, problems: [{}, {}] })
  expect(await endpoint.store.dutyRegister(officeForm.id)).toBeUndefined()
})

test('only somebody who has signed in may see or change it', async () => {
  headers = {}
  expect((await send('PUT', TABLE)).status).toBe(401)
})
