import { owedDuties } from '@qianshao/rules-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEndpoint, problemOf, type TestEndpoint } from '../testing/open-endpoint.ts'

let endpoint: TestEndpoint
beforeEach(async () => {
  endpoint = await openEndpoint()
})
afterEach(() => endpoint.close())

test('a device gets what its own office owes, with the clause, and learns nothing of other offices', async () => {
  const device = await endpoint.joined()
  await endpoint.send(device, [device.line({ kind: 'publish' })])
  const answer = await endpoint.app.fetch(device.request('/v1/duties'))
  expect(answer.status).toBe(200)
  const text = await answer.text()
  const { lines } = owedDuties.parse(JSON.parse(text))
  expect(lines.length).toBeGreaterThan(0)
  const [counted] = lines.filter(({ evidence }) => evidence.length > 0)
  expect(counted).toMatchObject({ citations: [expect.objectContaining({ standing: 'in-force' })] })
  expect(counted?.status).not.toBe('cannot-tell')
  expect(text).not.toContain('officeName')
  const accounts = new Set(lines.map(({ account }) => account))
  for (const account of accounts) expect(await endpoint.store.officesOfAccount(account)).toHaveLength(1)
})

test('without a signature, or with a body that was not signed, nothing is told', async () => {
  const device = await endpoint.joined()
  const bare = await endpoint.app.fetch(new Request('http://127.0.0.1/v1/duties'))
  expect((await problemOf(bare)).code).toBe('malformed')
  const other = await endpoint.app.fetch(device.request('/v1/duties', undefined, { signedBody: new Uint8Array([1]) }))
  expect((await problemOf(other)).code).toBe('digest-mismatch')
})
