import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The command as people run it, so the build comes first (`pnpm build`; `npm test` does it).
const bin = fileURLToPath(new URL('../../packages/rules-core/cli/bin.mjs', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshao-duties-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function duties(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'duties', ...args], { cwd: folder, input, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return name
}

const NOW = ['--now', '2026-11-25T10:00:00+08:00']
const QIJIANG = ['--pack', 'cn-chongqing-qijiang']
const register = '事件,时间,渠道,栏目,编号,账号\n发布,2026-11-20 09:00,网站,dynamic-news,,青禾区网\n申请,2026年11月2日,,,SQ-1,\n'

test('a register with Chinese headers is answered as a table, and 1 says that something is overdue', () => {
  const { status, stdout } = duties([...QIJIANG, '--events', file('a.csv', register), ...NOW])
  expect(status).toBe(1)
  expect(stdout).toMatch(/逾期 +2026-11-21 +政府网站每日更新 +青禾区网 +逾期 4 天：2026-11-21 没有更新/)
  expect(stdout).toMatch(/正常 +2026-11-30 +依申请公开的答复 .*SQ-1/)
})

test('the same as JSON, and from JSON and JSONL', () => {
  const events = [
    { kind: 'published', at: '2026-11-20T09:00:00+08:00', surface: 'website', column: 'dynamic-news', account: '青禾区网' },
    { kind: 'applied', at: '2026-11-02', ref: 'SQ-1' },
  ]
  const files = [
    file('a.csv', register),
    file('a.json', JSON.stringify(events)),
    file('a.jsonl', events.map((event) => `${JSON.stringify(event)}\n`).join('')),
  ]
  const [first, ...rest] = files.map((name) => JSON.parse(duties([...QIJIANG, '--events', name, '--json', ...NOW]).stdout))
  expect(first.find(({ duty }: { duty: string }) => duty === 'cadence.dynamic-news')).toMatchObject({
    account: '青禾区网',
    status: 'fresh',
    deadline: '2026-11-30',
    clauses: ['qij-18-b'],
  })
  for (const other of rest) expect(other).toEqual(first)
})

test('what is owed by others is asked for by name, and history is asked of nobody', () => {
  const ids = (...more: string[]) =>
    JSON.parse(duties([...QIJIANG, '--events', file('a.csv', register), '--json', ...NOW, ...more]).stdout).map(
      ({ duty }: { duty: string }) => duty,
    )
  expect(ids()).not.toContain('inspect.sensitive-scan')
  expect(ids('--owed-by', 'supervisor')).toEqual(expect.arrayContaining(['inspect.sensitive-scan', 'training.district-yearly']))
  expect(ids('--owed-by', 'all')).not.toContain('report.cleanup-2019')
})

test('every bad row is named, and nothing is computed', () => {
  const { status, stdout, stderr } = duties([
    '--events',
    file('bad.csv', '事件,时间,渠道\n发布,昨天,网站\n飞,2026-01-01,\n发布,2026-02-30,月球\n'),
  ])
  expect(status).toBe(2)
  expect(stdout).toBe('')
  for (const words of [
    '有 3 行不能用',
    '第 2 行：“昨天”不是存在的时间',
    '第 3 行：不认识的事件“飞”',
    '第 4 行：“2026-02-30”不是存在的时间',
  ])
    expect(stderr).toContain(words)
})

test('a calendar file has the dates that are still to come', () => {
  const { stdout } = duties([...QIJIANG, '--events', file('a.csv', register), '--ics', ...NOW])
  expect(stdout).toContain('DTSTART;VALUE=DATE:20261130')
  expect(stdout).not.toContain('DTSTART;VALUE=DATE:20261121')
})

test('a year without a notice can be brought along', () => {
  const year = { year: 2027, source: 'https://www.example.gov.cn/notice', off: ['2027-01-01'], work: [] }
  const events = file('late.json', JSON.stringify([{ kind: 'applied', at: '2026-12-10' }]))
  const deadlineOf = (...more: string[]) =>
    JSON.parse(duties([...QIJIANG, '--events', events, '--json', '--now', '2026-12-11', ...more]).stdout).find(
      ({ duty }: { duty: string }) => duty === 'reply.application',
    ).deadline
  expect(deadlineOf()).toBeNull()
  expect(deadlineOf('--calendar', file('2027.json', JSON.stringify(year)))).toBe('2027-01-08')
})

test('a line that cannot be used is answered in its place, the rest goes on', () => {
  const good = { id: 'b', pack: 'cn-chongqing-qijiang', clause: 'qij-18-b', events: [], now: '2024-03-12T09:00:00+08:00' }
  const lines = [
    'no json',
    JSON.stringify({ ...good, id: 'a', clause: 'qij-99-z' }),
    JSON.stringify({ ...good, extra: 1 }),
    JSON.stringify({ ...good, id: 'c', pack: 'mars' }),
    JSON.stringify({ ...good, id: 'd', events: [{ kind: 'published', at: '2024-02-30T00:00:00+08:00' }] }),
    JSON.stringify({ ...good, id: 7, events: [{ kind: 'flown', at: '2024-03-01T00:00:00+08:00' }] }),
    JSON.stringify({ id: 'e' }),
  ]
  const { status, stdout } = duties(['--jsonl', '-'], lines.join('\n'))
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(status).toBe(2)
  expect(answers.map(({ id, status: told, error }) => [id, told ?? typeof error])).toEqual([
    [null, 'string'],
    ['a', 'string'],
    ['b', 'cannot-tell'],
    ['c', 'string'],
    ['d', 'string'],
    ['7', 'string'],
    ['e', 'string'],
  ])
  expect(duties(['--jsonl', '-'], lines[2]!).status).toBe(0)
})

test.each([
  [[], '用 --events 指明'],
  [['--events', 'nowhere.csv'], '没有这个文件'],
  [['--events', 'a.doc'], '只读 .csv'],
  [['--events', 'a.csv', '--now', 'soon'], '--now'],
  [['--events', 'a.csv', '--pack', 'mars'], '没有规则包 mars'],
])('%j says what is missing', (args, words) => {
  file('a.csv', register)
  file('a.doc', 'x')
  const { status, stderr } = duties(args)
  expect(status).toBe(2)
  expect(stderr).toContain(words)
})
