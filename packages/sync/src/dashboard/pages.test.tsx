// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Duties } from './duties.tsx'
import { GuidancePage } from './guidance.tsx'
import { Ledger } from './ledger.tsx'
import { OfficePage } from './office.tsx'
import { OverviewPage } from './overview.tsx'
import type * as shapes from './shapes.ts'
import { SignIn } from './sign-in.tsx'
import { route } from './state.ts'
import { WeeklyBars } from './weekly-bars.tsx'

const NOW = Date.parse('2026-07-02T08:00:00+08:00')
let answers: Record<string, { status?: number; body: unknown }>
let asked: { method: string; path: string; body: unknown }[]

beforeEach(() => {
  answers = {}
  asked = []
  route.value = { page: 'overview', params: new URLSearchParams() }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const path = url.replace('/api', '')
    asked.push({ method: init.method ?? 'GET', path, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) })
    const answer = answers[`${init.method} ${path.split('?')[0]}`]
    if (!answer) throw new TypeError(`no answer for ${init.method} ${path}`)
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const figure = (now: number): shapes.Figure => ({ now, before: 3, weeks: [now] })
const duty: shapes.DutyLine = {
  office: 'one',
  officeName: '甲单位',
  account: 'web:a.example',
  column: 'zwdt',
  columnTitle: '政务动态',
  dutyId: 'cadence.news',
  dutyTitle: '动态要闻更新',
  demand: '间隔不超过 10 个自然日',
  status: 'overdue',
  deadline: '2026-07-01',
  why: '逾期 1 天：上次更新是 6月21日',
  satisfiedBy: '更新一次',
  forecast: '近 3 次平均 12 天一次，照此 2026-07-02 起逾期。',
  evidence: [Date.parse('2026-06-21T09:00:00+08:00')],
  citations: [{ clauseId: 'c', document: '某办法', locator: '第十八条', quote: '10个自然日内更新', standing: 'in-force' }],
}
const entry: shapes.EntryLine = {
  office: 'one',
  officeName: '甲单位',
  id: '019f2020-1000-7000-a92a-2b2c2d2e2f30',
  at: NOW,
  kind: 'hold',
  account: 'web:a.example',
  accountName: null,
  column: null,
  label: null,
  kinds: { hold: 1, ask: 0, hint: 2 },
  note: 'click',
}
const overview: shapes.Overview = {
  asOf: NOW,
  from: '2026-07-01',
  before: { from: '2026-06-01', to: '2026-06-02' },
  offices: 1,
  devices: 1,
  uncompared: 1,
  entries: 9,
  refused: 0,
  missing: 2,
  figures: { published: figure(8), covered: figure(7), held: figure(1), unchecked: figure(1) },
  weeks: [{ day: '2026-06-29', receipt: 0, guard: 7, unchecked: 1 }],
  categories: [{ category: 'id-card', found: 2, weeks: [2] }],
  duties: { overdue: 1, dueSoon: 0, lines: [duty] },
  recent: [entry],
}

describe('the overview', () => {
  test('says its figures in words and links each to its list', async () => {
    answers['GET /overview'] = { body: overview }
    render(<OverviewPage />)
    expect(await screen.findByRole('link', { name: '发布 8 篇，看清单' })).toHaveProperty(
      'hash',
      '#/ledger?figure=published&from=2026-07-01',
    )
    expect(screen.getByRole('link', { name: '未受检查就发布 1 篇，看清单' })).toHaveProperty(
      'hash',
      '#/ledger?figure=unchecked&from=2026-07-01',
    )
    expect(screen.getByRole('link', { name: '逾期时限 1 项，看清单' })).toHaveProperty('hash', '#/duties?status=overdue')
    expect(screen.getByRole('link', { name: '1 台设备未核对。' })).toHaveProperty('hash', '#/office')
    expect(screen.getByRole('link', { name: '检查后发布 87.5 %，看清单' })).toBeTruthy()
    expect(screen.getByText('缺 2 条（编号有空档）。')).toBeTruthy()
    expect(screen.getByText('25.0')).toBeTruthy()
    expect(screen.getByText('web:a.example（未登记）')).toBeTruthy()
    expect(screen.getByText('逾期 1 天')).toBeTruthy()
  })

  test('counts no share of too few posts', async () => {
    answers['GET /overview'] = { body: { ...overview, figures: { ...overview.figures, published: figure(4) } } }
    render(<OverviewPage />)
    expect(await screen.findByText('篇数少，不计比例')).toBeTruthy()
    expect(screen.queryByText('50.0')).toBeNull()
  })

  test('without data says what to do first', async () => {
    answers['GET /overview'] = { body: { ...overview, offices: 0, devices: 0, entries: 0 } }
    render(<OverviewPage />)
    expect(await screen.findByRole('link', { name: '登记单位' })).toBeTruthy()
  })

  test('keeps the old figures and says why when the endpoint cannot be reached', async () => {
    answers['GET /overview'] = { body: overview }
    render(<OverviewPage />)
    await screen.findByRole('link', { name: '发布 8 篇，看清单' })
    delete answers['GET /overview']
    route.value = { page: 'overview', params: new URLSearchParams('period=week') }
    expect(await screen.findByText('连不上服务端，请检查网络后刷新。')).toBeTruthy()
    expect(screen.getByRole('link', { name: '发布 8 篇，看清单' })).toBeTruthy()
  })
})

test('the chart has a table twin with every number', () => {
  render(<WeeklyBars weeks={overview.weeks} />)
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('共发布 8 篇')
  fireEvent.click(screen.getByRole('button', { name: '看表格' }))
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['6月29日', '0', '7', '1'])
})

test('a duty is shown with its clause; offices without columns are named', async () => {
  const later = { ...duty, dutyId: 'x.y', status: 'fresh', deadline: '2027-02-01', citations: [] }
  const uncounted = { dutyId: 'reply.x', title: '来信回复', demand: '收到后 2 个月内回复', owedBy: 'office', citations: duty.citations }
  answers['GET /duties'] = {
    body: { asOf: NOW, today: '2026-07-02', lines: [duty, later], uncounted: [uncounted], offices: [], officesWithoutColumns: ['乙单位'] },
  }
  render(<Duties />)
  expect((await screen.findAllByText('10个自然日内更新')).map(({ tagName }) => tagName)).toEqual(['BLOCKQUOTE', 'BLOCKQUOTE'])
  expect(screen.getByText('2027年2月1日')).toBeTruthy()
  expect(screen.getByText(/计入的记录：6月21日/)).toBeTruthy()
  expect(screen.getByText(/照此 2026-07-02 起逾期/)).toBeTruthy()
  expect(screen.getByText('收到后 2 个月内回复')).toBeTruthy()
  expect(screen.getByRole('link', { name: '导出日历' })).toHaveProperty('pathname', '/api/duties.ics')
  expect(screen.getByText(/没有登记栏目：乙单位/)).toBeTruthy()
})

describe('guidance', () => {
  const line: shapes.GuidanceLine = {
    id: 'account.need',
    shownTo: 'administrator',
    moment: '想新开账号时',
    text: '现有账号为什么不够用？',
    why: '有没有需要由主管单位判断。',
    citations: duty.citations,
  }
  const other: shapes.GuidanceLine = { ...line, id: 'role.x', shownTo: 'supervisor', text: '今年督促谁？', moment: '年初' }
  const figures = [{ id: 'figure.x', title: '历次通报的件数', citations: duty.citations }]

  test('is listed for one reader at a time, with the moment, the reason and the clause', async () => {
    answers['GET /guidance'] = { body: { asOf: NOW, lines: [line, other], figures } }
    render(<GuidancePage />)
    expect(await screen.findByText('今年督促谁？')).toBeTruthy()
    expect(screen.queryByText(line.text)).toBeNull()
    expect(screen.getByText('历次通报的件数')).toBeTruthy()
    cleanup()
    route.value = { page: 'guidance', params: new URLSearchParams('reader=administrator') }
    render(<GuidancePage />)
    expect(await screen.findByText(line.text)).toBeTruthy()
    expect(screen.getByText('想新开账号时')).toBeTruthy()
    expect(screen.getByText(line.why)).toBeTruthy()
    expect(screen.queryByText('今年督促谁？')).toBeNull()
  })

  test('says that an office has to be registered first', async () => {
    answers['GET /guidance'] = { body: { asOf: NOW, lines: [], figures: [] } }
    render(<GuidancePage />)
    expect(await screen.findByRole('link', { name: '登记单位' })).toBeTruthy()
  })
})

test('the list behind a figure says what it is narrowed to, and how to see everything', async () => {
  route.value = { page: 'ledger', params: new URLSearchParams('figure=unchecked&from=2026-07-01&office=one') }
  answers['GET /offices'] = { body: { asOf: NOW, offices: [], packs: [] } }
  answers['GET /entries'] = { body: { asOf: NOW, lines: [], more: false } }
  render(<Ledger />)
  expect((await screen.findByText(/只列出7月1日起的“未受检查就发布”/)).textContent).toContain('看全部')
  expect(screen.getByRole('link', { name: '看全部' })).toHaveProperty('hash', '#/ledger?office=one')
  expect(await screen.findByText('这段时间里没有这样的记录。')).toBeTruthy()
  expect(asked.map(({ path }) => path)).toContain('/entries?office=one&figure=unchecked&from=2026-07-01')
})

test('an entry opens down to its rule, clause and bytes', async () => {
  route.value = { page: 'ledger', params: new URLSearchParams() }
  const finding = {
    rule: 'a.b',
    category: 'id-card',
    message: '请遮去中间数字。',
    kind: 'hold',
    role: 'body',
    block: 4,
    excerpt: '11***2X',
    citations: duty.citations,
  }
  const detail = {
    line: entry,
    device: 'dev_1',
    deviceName: '电脑',
    receivedAt: NOW,
    hash: 'h',
    seq: 41,
    clock: 'local',
    packs: ['cn@1'],
    findings: [finding],
    more: 0,
    stored: '{"v":1}',
  }
  answers['GET /offices'] = { body: { asOf: NOW, offices: [], packs: [] } }
  answers['GET /entries'] = { body: { asOf: NOW, lines: [entry], more: false } }
  answers[`GET /entries/one/${entry.id}`] = { body: detail }
  render(<Ledger />)
  expect(await screen.findByText('请遮去中间数字。')).toBeTruthy()
  expect(screen.getByText(/正文第 5 段 11\*\*\*2X/)).toBeTruthy()
  expect(screen.getByText('收到的全部内容，共 7 字节')).toBeTruthy()
  expect(screen.getByText('本设备第 41 条，本机时间未校准')).toBeTruthy()
})

describe('an office', () => {
  const office: shapes.OfficeShape = {
    id: 'one',
    name: '甲单位',
    pack: 'cn',
    accounts: [{ id: 'web:a.example', name: '甲网站' }],
    columns: [],
    origins: [],
    devices: [],
  }
  beforeEach(() => {
    route.value = { page: 'office', params: new URLSearchParams() }
    answers['GET /offices'] = { body: { asOf: NOW, offices: [office], packs: [{ id: 'cn', title: '全国', version: '2026.1.0' }] } }
  })

  test('shows a join code once, with its link', async () => {
    const made = { printed: '7K3M-Q9XA-2VCV', link: 'https://s.example/join#7K3M-Q9XA-2VCV.x', expiresAt: NOW + 86_400_000 }
    answers['POST /offices/one/join-codes'] = { body: made }
    render(<OfficePage />)
    fireEvent.click(await screen.findByRole('button', { name: '做加入码' }))
    expect(await screen.findByText('7K3M-Q9XA-2VCV')).toBeTruthy()
    expect(screen.getByDisplayValue(made.link)).toBeTruthy()
    expect(screen.getByText(/到 7月3日 08:00 前有效/)).toBeTruthy()
  })

  describe('with devices', () => {
    const device: shapes.DeviceShape = {
      id: 'dev_1',
      name: '办公室电脑',
      host: 'extension',
      joinedAt: NOW,
      expiresAt: NOW + 9,
      revokedAt: null,
      compareCode: '9843 3540 3830 2594',
      comparedAt: null,
      lastAt: null,
      stored: 0,
      missing: 0,
    }
    const show = (shown: shapes.DeviceShape) => {
      answers['GET /offices'] = { body: { asOf: NOW, offices: [{ ...office, devices: [shown] }], packs: [] } }
    }
    const posts = () => asked.filter(({ method }) => method === 'POST').map(({ path }) => path)

    test('lists one as not compared, with its code, until somebody says that both screens show the same', async () => {
      show(device)
      answers['POST /offices/one/devices/dev_1/compared'] = { body: { ...office, devices: [] } }
      render(<OfficePage />)
      expect(await screen.findByText('9843 3540 3830 2594')).toBeTruthy()
      expect(screen.getByText('未核对')).toBeTruthy()
      expect(screen.getByText(/有一位不同，就停用它/)).toBeTruthy()
      const button = screen.getByRole('button', { name: '办公室电脑 的比对码两边相同，已核对' })
      show({ ...device, comparedAt: NOW })
      fireEvent.click(button)
      await waitFor(() => expect(screen.queryByText('未核对')).toBeNull())
      expect(posts()).toEqual(['/offices/one/devices/dev_1/compared'])
      await waitFor(() => expect(document.activeElement?.textContent).toBe('已核对'))
      expect(screen.queryByText(/有一位不同，就停用它/)).toBeNull()
    })

    test('stops one only when asked twice, and the first answer in reach is the harmless one', async () => {
      show(device)
      answers['POST /offices/one/devices/dev_1/revoke'] = { body: { ...office, devices: [] } }
      render(<OfficePage />)
      fireEvent.click(await screen.findByRole('button', { name: '停用 办公室电脑' }))
      await waitFor(() => expect(document.activeElement?.textContent).toBe('不停用'))
      expect(posts()).toEqual([])
      show({ ...device, revokedAt: NOW })
      fireEvent.click(screen.getByRole('button', { name: '确定停用' }))
      expect(await screen.findByText('已停用')).toBeTruthy()
      await waitFor(() => expect(document.activeElement?.textContent).toBe('已停用'))
      expect(posts()).toEqual(['/offices/one/devices/dev_1/revoke'])
      expect(screen.queryByRole('button', { name: /已核对/ })).toBeNull()
    })
  })

  test('is entered with several pages, typed one after the other, and an empty number is asked for like any mistake', async () => {
    route.value = { page: 'office', params: new URLSearchParams('new=1') }
    answers['PUT /offices/new'] = {
      status: 400,
      body: { code: 'malformed', title: '改好再保存。', problems: [{ path: 'id', problem: '用 2 到 64 个' }] },
    }
    render(<OfficePage />)
    const pages = await screen.findByLabelText(/^可以使用编辑器检查的网页/)
    for (const typed of ['https://a.example', 'https://a.example ', 'https://a.example https://b.example']) {
      fireEvent.input(pages, { target: { value: typed } })
      expect(pages).toHaveProperty('value', typed)
    }
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('编号：用 2 到 64 个')).toBeTruthy()
    expect(asked.at(-1)).toMatchObject({ body: { id: '', origins: ['https://a.example', 'https://b.example'] } })
  })

  test('whose form is refused keeps what was typed and names each mistake', async () => {
    answers['PUT /offices/one'] = {
      status: 400,
      body: { code: 'malformed', title: '有几处需要改，改好再保存。', problems: [{ path: 'accounts.0.id', problem: '写作 web:主机名' }] },
    }
    render(<OfficePage />)
    fireEvent.click(await screen.findByRole('button', { name: '修改' }))
    fireEvent.input(screen.getByLabelText('单位名称'), { target: { value: '新名字' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('账号 第 1 个 编号：写作 web:主机名')).toBeTruthy()
    expect(screen.getByLabelText('单位名称')).toHaveProperty('value', '新名字')
    const wrong = screen.getByLabelText(/^账号编号/)
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(wrong.getAttribute('aria-describedby')!)?.textContent).toBe('写作 web:主机名')
    expect(screen.getByLabelText('账号名称').getAttribute('aria-invalid')).toBe('false')
    expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { name: '新名字', accounts: office.accounts } })
  })
})

test('a refused sign-in says so and lets try again', async () => {
  answers['POST /session'] = { status: 401, body: { code: 'sign-in', title: '登录名或密码不对，请再核对一遍。' } }
  render(<SignIn />)
  fireEvent.input(screen.getByLabelText('登录名'), { target: { value: 'admin' } })
  fireEvent.input(screen.getByLabelText('密码'), { target: { value: 'wrong' } })
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  expect((await screen.findByRole('alert')).textContent).toBe('登录名或密码不对，请再核对一遍。')
  await waitFor(() => expect(screen.getByRole('button', { name: '登录' }).getAttribute('aria-disabled')).toBe('false'))
})
