import type { Guidance, PolicyPack } from '@qianshao/rules-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as shapes from '../dashboard/shapes.ts'
import { seedOffice } from '../seed-office.ts'
import { officeForm, openEndpoint, pack, type TestEndpoint } from '../testing/open-endpoint.ts'
import { guidanceLines } from './guidance-lines.ts'

let endpoint: TestEndpoint
beforeEach(async () => {
  endpoint = await openEndpoint()
})
afterEach(() => endpoint.close())

const need: Guidance = {
  id: 'account.need',
  clauseIds: ['rule-2'],
  shownTo: 'administrator',
  moment: '想新开账号时',
  text: '现有账号为什么不够用？',
  why: '有没有需要由主管单位判断。',
}
const parent: PolicyPack = { ...pack, guidance: [need], figures: [{ id: 'figure.notices', clauseIds: ['rule-1'], title: '历次通报' }] }
const child = (id: string): PolicyPack => ({
  format: 1,
  id,
  title: id,
  version: '2026.1.0',
  extends: pack.id,
  documents: [],
  clauses: [],
  guidance: [{ ...need, id: `${id}.own` }],
})

test('a parent’s line stands once, though two offices have it; each office’s own is added', async () => {
  const packs = [parent, child('north'), child('south')]
  for (const id of ['north', 'south'])
    await seedOffice(
      { ...endpoint, packs, clock: { now: () => 0 } },
      { ...officeForm, id, pack: id, accounts: [], columns: [], origins: [] },
    )
  const { lines, figures } = await guidanceLines({ store: endpoint.store, packs })
  expect(lines.map(({ id }) => id).sort()).toEqual(['account.need', 'north.own', 'south.own'])
  expect(figures).toMatchObject([{ title: '历次通报', citations: [{ clauseId: 'rule-1', quote: '不得公开个人身份证号。' }] }])
  const { lines: ofNorth } = await guidanceLines({ store: endpoint.store, packs }, 'north')
  expect(ofNorth.map(({ id }) => id).sort()).toEqual(['account.need', 'north.own'])
})

test('it is read behind a session', async () => {
  const { cookie } = await endpoint.signIn()
  const answer = await endpoint.app.request('http://127.0.0.1/api/guidance', { headers: { cookie } })
  expect(shapes.guidance.parse(await answer.json())).toMatchObject({ lines: [], figures: [] })
})
