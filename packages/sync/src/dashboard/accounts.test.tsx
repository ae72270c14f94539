// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as shapes from './account-shapes.ts'
import { AccountsPage } from './accounts.tsx'
import { route } from './state.ts'

const NOW = Date.parse('2026-07-02T08:00:00+08:00')
const office = { id: 'one', name: '甲单位', records: 2, updatedAt: NOW, audits: 3 }
const finding: shapes.AuditLine = {
  office: 'one',
  unit: '甲局',
  title: '账号数',
  name: '甲',
  kindName: '账号',
  message: '同一平台不止一个账号。',
  detail: '甲局在微信有 2 个账号：甲、乙',
  shownAs: 'hold',
  citations: [{ clauseId: 'c', document: '某办法', locator: '第十一条', quote: '只保留一个账号', standing: 'in-force' }],
}
const record = { office: 'one', unit: '甲局', kindName: '账号', platform: '微信', state: '在用', supervisor: '', found: 1 }
const page: shapes.Accounts = {
  asOf: NOW,
  today: '2026-07-02',
  offices: [office],
  findings: [finding, { ...finding, name: '丙', title: '分级备案', detail: '没有主管单位的备案', shownAs: 'ask' }],
  records: [
    { ...record, name: '甲' },
    { ...record, name: '乙', platform: '微博', found: 0 },
  ],
  all: { findings: 2, records: 2 },
}
const preview: shapes.AccountPreview = { problems: [], unused: [], kinds: [{ kindName: '账号', now: 3, before: 2 }], findings: 1 }
let answers: Record<string, unknown>
let asked: { method: string; path: string; body: unknown }[]

beforeEach(() => {
  answers = { 'GET /accounts': page, 'POST /accounts/one/preview': preview, 'PUT /accounts/one': preview }
  asked = []
  route.value = { page: 'accounts', params: new URLSearchParams() }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const path = url.replace('/api', '')
    asked.push({ method: init.method ?? 'GET', path, body: init.body })
    return new Response(JSON.stringify(answers[`${init.method} ${path.split('?')[0]}`]), { status: 200 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const choose = (name: string) => fireEvent.change(screen.getByLabelText('台账表格'), { target: { files: [new File(['单位,账号'], name)] } })

test('findings stand with their clause, and can be narrowed', async () => {
  render(<AccountsPage />)
  expect(await screen.findByText('只保留一个账号')).toBeTruthy()
  expect(screen.getByText('账号数：甲局在微信有 2 个账号：甲、乙')).toBeTruthy()
  cleanup()
  route.value = { page: 'accounts', params: new URLSearchParams({ kind: 'ask' }) }
  render(<AccountsPage />)
  expect(await screen.findByText('分级备案：没有主管单位的备案')).toBeTruthy()
  expect(screen.queryByText('账号数：甲局在微信有 2 个账号：甲、乙')).toBeNull()
})

test('records are found by words', async () => {
  render(<AccountsPage />)
  fireEvent.input(await screen.findByLabelText('在登记里找'), { target: { value: '微博' } })
  const cells = [...screen.getByLabelText('登记').querySelectorAll('tbody tr')].map((row) => row.textContent)
  expect(cells).toEqual(['账号甲局乙微博在用'])
})

test('a table is looked at before it is imported, and what it replaces is said', async () => {
  render(<AccountsPage />)
  await screen.findByText('只保留一个账号')
  choose('台账.csv')
  expect(await screen.findByText(/账号 3 条，替换原有 2 条/)).toBeTruthy()
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST'])
  fireEvent.click(screen.getByRole('button', { name: '导入' }))
  expect(await screen.findByText('已导入：账号 3 条。')).toBeTruthy()
  await waitFor(() => expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'PUT', 'GET']))
  expect(asked[2]!.path).toBe(`/accounts/one?file=${encodeURIComponent('台账.csv')}`)
  expect(asked[2]!.body).toBeInstanceOf(File)
})

test('bad rows are named, and there is nothing to import', async () => {
  answers['POST /accounts/one/preview'] = {
    ...preview,
    problems: [{ place: '“账号”第 3 行', column: '最后更新', problem: '不是存在的日期' }],
  }
  render(<AccountsPage />)
  await screen.findByText('只保留一个账号')
  choose('台账.csv')
  expect(await screen.findByText('“账号”第 3 行')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '导入' })).toBeNull()
})

test('without offices it says what to do first', async () => {
  answers['GET /accounts'] = { ...page, offices: [], findings: [], records: [], all: { findings: 0, records: 0 } }
  render(<AccountsPage />)
  expect(await screen.findByText('还没有单位')).toBeTruthy()
})
