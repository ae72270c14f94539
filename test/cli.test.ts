import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// The command as people run it, so the build comes first (`pnpm build`; `npm test` does it).
const bin = fileURLToPath(new URL('../packages/rules-core/cli/bin.mjs', import.meta.url))
const SPECIMEN = '11010519491231002X'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshao-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function qianshao(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
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

function check(lines: readonly unknown[], ...args: string[]) {
  const { status, stdout } = qianshao(
    ['check', '--jsonl', ...args, '-'],
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return {
    status,
    answers: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

describe('JSONL', () => {
  test('each draft is answered by one line, with the places of its findings', () => {
    const { status, answers } = check([
      { id: 'a', title: '公示', body: `第一段\n申请人张某，身份证号${SPECIMEN}。`, format: 'text', platform: 'wechat' },
      { id: 'b', title: null, body: '今天下雨。' },
    ])
    expect(status).toBe(1)
    expect(answers).toMatchObject([
      {
        id: 'a',
        decision: 'hold',
        findings: [
          {
            ruleId: 'privacy.resident-id',
            category: 'id-card',
            severity: 'veto',
            certainty: 'certain',
            quote: SPECIMEN,
            role: 'body',
            block: 2,
            start: 10,
            end: 28,
          },
        ],
      },
      { id: 'b', decision: 'clear', findings: [] },
    ])
    expect(answers[0].findings[0].clauses.length).toBeGreaterThan(0)
  })

  test('a number split by tags is found in HTML, and scripts are not read', () => {
    const body = `<p>身份证号：110105<b>19491231</b><i>002X</i></p><script>var x = "${SPECIMEN}"</script><p onclick="x('${SPECIMEN}')">完</p>`
    const { answers } = check([{ id: 'a', body, format: 'html' }])
    expect(answers[0].findings.map((finding: { quote: string }) => finding.quote)).toEqual([SPECIMEN])
  })

  test('a line that cannot be used is answered in its place, and the rest goes on', () => {
    const { status, answers } = check([
      '{"id":"a","body":"好"}',
      '{不是',
      '[]',
      '{"id":"c"}',
      '{"body":"没有编号"}',
      '{"id":"d","body":"好","format":"pdf"}',
      '{"id":"e","body":"好","colour":"red","platform":"报纸"}',
    ])
    expect(status).toBe(2)
    expect(answers.map(({ id, error }) => [id, error === undefined ? 'ok' : error])).toEqual([
      ['a', 'ok'],
      [null, '不是一行正确的 JSON'],
      [null, expect.stringContaining('应是一个 JSON 对象')],
      ['c', '缺少 body，应是文字'],
      [null, '缺少 id，应是文字'],
      ['d', 'format 只能是 "text" 或 "html"'],
      ['e', 'ok'],
    ])
  })

  test('invalid UTF-8 spoils its own line only', () => {
    const input = Buffer.concat([
      Buffer.from('{"id":"a","body":"好"}\n{"id":"b","body":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n{"id":"c","body":"好"}\n'),
    ])
    const { status, stdout } = qianshao(['check', '--jsonl', '-'], input)
    expect(status).toBe(2)
    expect(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', null, 'c'])
  })

  test('one hundred thousand lines stream through without filling memory', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=96', bin, 'check', '--jsonl', '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
    let answers = 0
    const reading = (async () => {
      for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('{"id":')) answers += 1
    })()
    const body = '为推进国土绿化，镇政府决定开展义务植树活动，请各单位按时参加。'.repeat(2)
    // A member that is ignored makes the stream twice as long as the memory the command is given: kept lines would not fit.
    const remark = 'x'.repeat(2_000)
    for (let i = 0; i < 100_000; i++) {
      if (!child.stdin.write(`${JSON.stringify({ id: String(i), title: '通知', body, remark })}\n`))
        await new Promise((resume) => child.stdin.once('drain', resume))
    }
    child.stdin.end()
    const status = await new Promise((resolve) => child.once('exit', resolve))
    await reading
    expect([status, answers]).toEqual([0, 100_000])
  }, 180_000)
})

describe('files', () => {
  test('a finding is told with its line, what to do, and the clause; the number itself stays masked', () => {
    const { status, stdout } = qianshao([
      'check',
      '--pack',
      'cn-chongqing-qijiang',
      file('公示.txt', `关于救助对象的公示\n\n申请人张某，身份证号${SPECIMEN}。\n`),
    ])
    expect(status).toBe(1)
    expect(stdout).toContain('公示.txt　暂不能发布')
    expect(stdout).toContain('第 3 行')
    expect(stdout).toContain('第十七条（五）')
    expect(stdout).toContain('110105********002X')
    expect(stdout).not.toContain(SPECIMEN)
  })

  test('several files end in a summary, and the exit code speaks for the worst', () => {
    const { status, stdout } = qianshao([
      'check',
      file('一.txt', '今天下雨。'),
      file('二.md', '# 通知\n\n请按时参加。'),
      file('三.html', '<title>通知</title><p>请按时参加。</p>'),
    ])
    expect(status).toBe(0)
    expect(stdout).toMatch(/稿件\s+结论\s+须改\s+待核对\s+提示/)
    expect(stdout).not.toMatch(/合规|通过/)
  })

  test.each([
    ['没有.txt', undefined, '没有.txt：没有这个文件'],
    ['空.txt', '', '空.txt：文件是空的'],
    ['乱码.txt', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), '乱码.txt：不是 UTF-8 文字'],
    ['公文.docx', 'PK', '公文.docx：只读 .txt、.md、.html 和 .jsonl 文件'],
  ] as const)('%s is refused by name with the reason', (name, content, message) => {
    if (content !== undefined) file(name, content)
    const { status, stdout, stderr } = qianshao(['check', name])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  test('a file that cannot be used does not keep the others from being checked', () => {
    const { status, stdout, stderr } = qianshao(['check', '没有.txt', file('好.txt', '今天下雨。')])
    expect(status).toBe(2)
    expect(stdout).toContain('好.txt　未发现问题')
    expect(stderr).toContain('没有.txt')
  })

  test('--json is one list, also when nothing could be read', () => {
    expect(JSON.parse(qianshao(['check', '--json', file('好.txt', '今天下雨。')]).stdout)).toMatchObject([
      { id: '好.txt', decision: 'clear' },
    ])
    expect(JSON.parse(qianshao(['check', '--json', '没有.txt']).stdout)).toEqual([])
  })

  test('a million characters are checked', () => {
    const { status, stdout } = qianshao(['check', '--json', file('长.txt', `${`${'一'.repeat(500)}\n`.repeat(1_990)}身份证号${SPECIMEN}`)])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject([{ coverage: 'full', decision: 'hold' }])
  }, 60_000)
})

describe('arguments', () => {
  test.each([
    [['check'], '没有指明要检查的文件'],
    [['chekc'], '没有“chekc”这个命令'],
    [['check', '--pack', 'cn-nowhere', '-'], '没有规则包 cn-nowhere。现有：'],
    [['check', '--colour', '-'], '--colour'],
    [['check', '--json', '--jsonl', '-'], '只能用一个'],
  ])('%j is answered in words', (args, message) => {
    const { status, stdout, stderr } = qianshao(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  test('an own pack with mistakes has all of them listed, and nothing is checked', () => {
    const pack = file(
      '本单位.json',
      JSON.stringify({ format: 1, id: 'cn-own', title: '本单位', version: 'x', documents: [], clauses: [], rules: [{ id: 'bad' }] }),
    )
    const { status, stderr } = qianshao(['check', '--pack', pack, '-'])
    expect(status).toBe(2)
    for (const path of ['version', 'rules[0].id', 'rules[0].detector', 'rules[0].examples']) expect(stderr).toContain(path)
  })
})

describe('a 稿源 list', () => {
  test('in GB18030 becomes the sources of a pack, and the pack takes them', () => {
    const list = Buffer.concat([Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd3, 0xf2, 0xc3, 0xfb, 0x0a]), Buffer.from('abc,example.cn\n')])
    const { status, stdout } = qianshao(['sources', file('list.csv', list)])
    expect([status, JSON.parse(stdout)]).toEqual([0, [{ name: 'abc', hosts: ['example.cn'] }]])
    const own = {
      format: 1,
      id: 'own',
      title: '本单位',
      version: '2026.1.0',
      extends: 'cn',
      documents: [],
      clauses: [],
      sources: JSON.parse(stdout),
    }
    const draft = [{ id: 'a', title: '转载', body: '来源：abc' }]
    expect(check(draft, '--pack', file('own.json', JSON.stringify(own))).answers[0]).toMatchObject({ decision: 'clear' })
    expect(check(draft).answers[0].findings).toMatchObject([{ category: 'unsanctioned-reprint' }])
  })

  test('with wrong rows gives nothing but the rows', () => {
    const { status, stdout, stderr } = qianshao(['sources', file('wrong.csv', '名称,域名\n甲网,a b.cn\n甲网,\n')])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('第 2 行：“a”不是域名')
    expect(stderr).toContain('第 3 行：“甲网”在第 2 行已经有了')
  })

  test('that is not there, or no table, is said plainly', () => {
    expect(qianshao(['sources', 'nowhere.csv'])).toMatchObject({ status: 2, stderr: expect.stringContaining('没有这个文件') })
    expect(qianshao(['sources', file('empty.csv', '')])).toMatchObject({ status: 2, stderr: expect.stringContaining('空的') })
  })
})
