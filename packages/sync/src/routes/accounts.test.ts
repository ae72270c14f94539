import { readSheets } from '@qianshao/rules-core/sheets'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as shapes from '../dashboard/account-shapes.ts'
import { officeForm, openEndpoint, problemOf, START, type TestEndpoint } from '../testing/open-endpoint.ts'

let endpoint: TestEndpoint
let session: { cookie: string; csrf: string }
beforeEach(async () => {
  endpoint = await openEndpoint()
  session = await endpoint.signIn()
  // The audit of the test district's pack.
  endpoint.packs[0] = {
    ...endpoint.packs[0]!,
    audits: [
      {
        id: 'audit.account.one',
        major: 1,
        title: '账号数',
        check: 'one-per-platform',
        options: { max: 1 },
        severity: 'veto',
        clauseIds: ['rule-1'],
        message: '同一平台不止一个账号。',
      },
    ],
  }
})
afterEach(() => endpoint.close())

const BASE = `/accounts/${officeForm.id}`
const ask = (method: string, path: string, body?: string, csrf = session.csrf) =>
  endpoint.app.request(`http://127.0.0.1/api${path}`, {
    method,
    headers: { cookie: session.cookie, 'x-csrf-token': csrf },
    ...(body !== undefined && { body }),
  })
const shown = async () => shapes.accounts.parse(await (await ask('GET', '/accounts')).json())
const TWO = '单位,账号名称,平台,用途\n甲局,甲,微信,=1+1\n甲局,乙,订阅号,日常\n'

test('opens nothing without a session, and writes nothing without its token', async () => {
  for (const path of ['/accounts', `${BASE}/book.xlsx`, '/accounts/template.xlsx'])
    expect((await endpoint.app.request(`http://127.0.0.1/api${path}`)).status).toBe(401)
  expect((await ask('PUT', BASE, TWO, 'guess')).status).toBe(403)
  expect((await shown()).all.records).toBe(0)
})

test('a preview tells what an import would do, and stores nothing', async () => {
  const preview = shapes.accountPreview.parse(await (await ask('POST', `${BASE}/preview?file=a.csv`, TWO)).json())
  expect(preview).toMatchObject({ problems: [], kinds: [{ kindName: '账号', now: 2, before: 0 }], findings: 1 })
  expect((await shown()).all).toEqual({ findings: 0, records: 0 })
})

test('an import is audited, with the clause', async () => {
  expect((await ask('PUT', `${BASE}?file=a.csv`, TWO)).status).toBe(200)
  const page = await shown()
  expect(page.findings).toMatchObject([{ unit: '甲局', name: '甲', shownAs: 'hold', citations: [{ locator: '第一条' }] }])
  expect(page.records.map(({ name, found }) => [name, found])).toEqual([
    ['甲', 1],
    ['乙', 0],
  ])
  expect(page.offices[0]).toMatchObject({ records: 2, updatedAt: START })
})

test('a kind replaces its own and leaves the others', async () => {
  await ask('PUT', `${BASE}?file=a.csv`, TWO)
  await ask('PUT', `${BASE}?file=b.csv`, '站点,网址\n某网,www.example.gov.cn\n')
  await ask('PUT', `${BASE}?file=c.csv`, '单位,账号名称,平台\n甲局,丙,微博\n')
  expect((await shown()).records.map(({ kindName, name }) => `${kindName} ${name}`)).toEqual(['网站 某网', '账号 丙'])
})

test.each([
  ['a bad row', '单位,账号名称,最后更新\n甲局,甲,2026-02-30\n', '不是存在的日期'],
  ['a password', '后台账户,密码\nadmin,Abc12345\n', '不保存密码'],
  ['a header alone', '单位,账号名称,平台\n', '只有表头'],
  ['no table', 'PK\u0003\u0004broken', '打不开'],
])('%s imports nothing, and says what and where', async (_, body, words) => {
  await ask('PUT', `${BASE}?file=a.csv`, TWO)
  const answer = await ask('PUT', `${BASE}?file=bad.csv`, body)
  expect(answer.status).toBe(400)
  const text = await answer.text()
  expect(text).toContain(words)
  expect(text).not.toContain('Abc12345')
  expect((await shown()).all.records).toBe(2)
})

test('the export is read again as it was, and no cell is a formula', async () => {
  await ask('PUT', `${BASE}?file=a.csv`, TWO)
  const answer = await ask('GET', `${BASE}/book.xlsx`)
  expect(answer.headers.get('content-type')).toContain('spreadsheetml')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const [sheet] = await readSheets(bytes, 'book.xlsx')
  expect(sheet).toMatchObject({ name: '账号' })
  expect(sheet!.rows[0]!.cells).toContain("'=1+1")
  const again = await endpoint.app.request(`http://127.0.0.1/api${BASE}?file=book.xlsx`, {
    method: 'PUT',
    headers: { cookie: session.cookie, 'x-csrf-token': session.csrf },
    body: bytes,
  })
  expect(again.status).toBe(200)
  expect((await endpoint.store.accountBook(officeForm.id))!.records[0]!.values.purpose).toBe('=1+1')
})

test('an office that is not there', async () => {
  expect(await problemOf(await ask('PUT', '/accounts/nobody?file=a.csv', TWO))).toMatchObject({ code: 'not-found' })
})
