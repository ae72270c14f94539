import type { Duty, WorkCalendar } from '@qianshao/rules-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEndpoint, pack, type TestEndpoint } from '../testing/open-endpoint.ts'
import { dutyLines } from './duty-lines.ts'

const NOW = Date.parse('2026-11-25T09:00:00+08:00')
const weekdays: WorkCalendar = { isWorkingDay: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) }
const nothingKnown: WorkCalendar = { isWorkingDay: () => undefined }

let endpoint: TestEndpoint
beforeEach(async () => {
  endpoint = await openEndpoint()
})
afterEach(() => endpoint.close())

async function published(...days: string[]) {
  endpoint.time.now = NOW
  const device = await endpoint.joined()
  await endpoint.send(
    device,
    days.map((day) => device.line({ kind: 'publish', at: Date.parse(`${day}T08:00:00+08:00`) })),
  )
}

async function lineOf(demand: Duty['demand'], calendar = weekdays) {
  const duty: Duty = { ...pack.duties![0]!, demand }
  const { lines } = await dutyLines({ ...endpoint, packs: [{ ...pack, duties: [duty] }], calendar })
  return lines[0]
}

test('a yearly quota sees the whole of the year that closed last, from its first day', async () => {
  await published('2025-01-01', '2025-06-10', '2025-11-01', '2026-03-03')
  expect(await lineOf({ kind: 'quota', atLeast: 3, every: 'year' })).toMatchObject({ status: 'fresh', deadline: '2026-12-31' })
  expect(await lineOf({ kind: 'quota', atLeast: 4, every: 'year' })).toMatchObject({ status: 'overdue', deadline: '2025-12-31' })
})

test('a limit in working days has a date only where the holidays are known', async () => {
  await published('2026-11-20')
  const demand: Duty['demand'] = { kind: 'gap', atMost: { count: 5, of: 'working-day' } }
  expect(await lineOf(demand)).toMatchObject({ deadline: '2026-11-27' })
  expect(await lineOf(demand, nothingKnown)).toMatchObject({ status: 'cannot-tell', deadline: null })
})

test('what the ledger cannot tell is named with its clause, and not judged', async () => {
  await published('2026-11-20')
  const reply: Duty = { ...pack.duties![0]!, id: 'reply.x', appliesTo: {}, demand: { kind: 'answer', from: ['received'], by: ['replied'] } }
  const past: Duty = { ...reply, id: 'once.x', demand: { kind: 'once', of: ['reported'], by: '2019-10-30' }, past: true }
  const { lines, uncounted } = await dutyLines({ ...endpoint, packs: [{ ...pack, duties: [reply, past] }], calendar: weekdays })
  expect(lines).toEqual([])
  expect(uncounted).toMatchObject([
    { dutyId: 'reply.x', demand: '收到后回复，条款没有规定期限', owedBy: 'office', citations: [{ clauseId: 'rule-2' }] },
  ])
})
