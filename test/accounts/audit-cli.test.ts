import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The command as people run it, so the build comes first (`npm test` does it).
const bin = fileURLToPath(new URL('../../packages/rules-core/cli/bin.mjs', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshao-audit-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function audit(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'audit', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}
function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return name
}
const QIJIANG = ['--pack', 'cn-chongqing-qijiang', '--today', '2026-03-01']
const TWO = '单位,账号名称,平台\n甲局,甲,微信公众号\n甲局,乙,订阅号\n'

test('findings by office with the words of the clauses, and exit 1', () => {
  const { status, stdout, stderr } = audit([file('账号.csv', TWO), ...QIJIANG])
  expect(status).toBe(1)
  expect(stdout).toMatch(
    /^2026-03-01 体检账号台账：1 个单位，2 条登记，发现 \d+ 个问题\n\n甲局（\d+）\n {2}须改 {2}同一平台的账号数：甲（“账号\.csv”第 2 行）/,
  )
  expect(stdout).toContain('第十一条：“原则上一个单位在同一平台只保留一个政务新媒体账号”')
  expect(stderr).toContain('没有“单位”表')
})

test('GB18030 and a byte order mark read the same', () => {
  const gb = Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xd5, 0xcb, 0xba, 0xc5, 0x0a, 0xbc, 0xd7, 0xbe, 0xd6, 0x2c, 0xbc, 0xd7, 0x0a])
  const read = (name: string, content: string | Buffer) => JSON.parse(audit([file(name, content), ...QIJIANG, '--json']).stdout)
  const expected = read('a.csv', '单位,账号\n甲局,甲\n').findings.map(({ detail }: { detail: string }) => detail)
  expect(expected.length).toBeGreaterThan(0)
  for (const [name, content] of [
    ['b.csv', gb],
    ['c.csv', '\uFEFF单位,账号\r\n甲局,甲\r\n'],
  ] as const)
    expect(read(name, content).findings.map(({ detail }: { detail: string }) => detail)).toEqual(expected)
})

test('bad rows stop everything and are all named, with exit 2', () => {
  const { status, stdout, stderr } = audit([
    file('账号2.csv', '单位,账号名称,平台,最后更新\n甲局,甲,微信,2026-02-30\n甲局,,微信,2026-02-01\n'),
    ...QIJIANG,
  ])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('第 2 行“最后更新”列：“2026-02-30”不是存在的日期')
  expect(stderr).toContain('第 3 行：没有写账号的名称')
})

test.each([
  [['没有.csv'], '没有这个文件'],
  [[], '指明一份台账'],
  [['账号.csv', '--today', '明天'], '不是存在的日期'],
  [['账号.csv', '--pack', 'cn-mars'], '没有规则包'],
])('%j is answered with what to do, and exit 2', (args, words) => {
  file('账号.csv', TWO)
  const { status, stderr } = audit(args)
  expect(status).toBe(2)
  expect(stderr).toContain(words)
})

test('a sound book has nothing found, and exit 0', () => {
  expect(audit([file('ok.json', JSON.stringify([{ 单位: '甲局', 类别: '镇街' }])), '--pack', 'cn', '--today', '2026-03-01'])).toMatchObject(
    { status: 0 },
  )
})

test('one question a line, and one answer', () => {
  const line = (id: string, clause: string, register: object) =>
    JSON.stringify({ id, pack: 'cn-chongqing-qijiang', clause, register, today: '2026-03-01' })
  const { status, stdout } = audit(
    ['--jsonl', '-'],
    [
      line('a', 'qij-24-b', { 后台账户: 'x', 密码长度: 6 }),
      line('b', 'qij-24-b', { 后台账户: 'x', 密码长度: 8 }),
      line('c', 'qij-99', {}),
    ].join('\n'),
  )
  const answers = stdout
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one))
  expect(answers).toMatchObject([
    { id: 'a', found: true, findings: [{ clauses: ['qij-24-b'] }] },
    { id: 'b', found: false, findings: [] },
    { id: 'c' },
  ])
  expect(answers[2].error).toContain('qij-99')
  expect(status).toBe(2)
})

test('the template is read as it was written, and is not written over', () => {
  expect(audit(['--template', 't']).status).toBe(0)
  const header = readFileSync(join(folder, 't', '账号.csv'), 'utf8')
  writeFileSync(join(folder, 't', '账号.csv'), `${header}甲局,甲\r\n`)
  expect(audit(['--template', 't']).stdout).toContain('已有，没有改')
  const { status, stderr } = audit(['t/账号.csv', ...QIJIANG])
  expect(status).toBe(1)
  expect(stderr).not.toContain('没有用到')
})
