import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

// The command as people run it, so the build comes first (`pnpm build`; `npm test` does it).
const bin = fileURLToPath(new URL('../../packages/rules-core/cli/bin.mjs', import.meta.url))

function qianshao(args: readonly string[], lines: readonly (string | object)[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: 'utf8' })
  return { status, stdout, stderr }
}

const item = { origin: 'own', sensitive: false, involves_other_units: false, emergency: false }
const signed = (role: string, minute: number, more: object = {}) => ({
  role,
  action: 'approve',
  by: role,
  at: `2026-03-02T09:0${minute}:00+08:00`,
  contentHash: 'a1',
  ...more,
})
const three = [signed('handler', 1), signed('deputy-head', 2), signed('head', 3)]

describe('review', () => {
  const review = (lines: readonly (string | object)[], pack = 'cn-chongqing-qijiang') => {
    const { status, stdout } = qianshao(['review', '--pack', pack, '--jsonl', '-'], lines)
    return {
      status,
      answers: stdout
        .split('\n')
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line)),
    }
  }

  test('answers each line in its place, whatever the answer', () => {
    const { status, answers } = review([
      { id: 'a', item, steps: three },
      { id: 'b', item, steps: three.slice(0, 2), unknown: 1 },
    ])
    expect(status).toBe(0)
    expect(answers).toMatchObject([
      { id: 'a', publishable: true, missing: [] },
      { id: 'b', publishable: false, missing: ['head'], reason: '还差 1 个签字：承办单位主要负责人。' },
    ])
  })

  test('a line that cannot be used is named in its place, and the rest goes on', () => {
    const { status, answers } = review([
      '{"id":"x"',
      { id: 'y', item: { ...item, origin: 'elsewhere' }, steps: [] },
      { id: 'z', item, steps: [signed('handler', 1, { at: '2026-02-30T09:00:00+08:00' })] },
      { id: 'w', item, steps: [signed('clerk', 1)] },
      { id: 'last', item, steps: three },
    ])
    expect(status).toBe(2)
    expect(answers).toMatchObject([
      { id: null, error: '不是正确的 JSON' },
      { id: 'y', error: expect.stringContaining('item.origin') },
      { id: 'z', error: expect.stringContaining('steps[0].at') },
      { id: 'w', error: expect.stringContaining('steps[0].role') },
      { id: 'last', publishable: true },
    ])
  })

  test('steps count by their instants, in any zone and order', () => {
    const shuffled = [three[2], signed('handler', 1, { at: '2026-03-02T01:01:00Z' }), three[1]]
    expect(review([{ id: 1, item, steps: shuffled }]).answers).toMatchObject([{ id: '1', publishable: true }])
  })

  test('a reroute names its chain with `to`, or by who acts next', () => {
    const by = (action: string, role: string, minute: number, more: object = {}) => signed(role, minute, { action, ...more })
    const office = [signed('office', 2), signed('open-gov-leader', 3)]
    const { answers } = review(
      [
        { id: 'named', item, steps: [by('reroute', 'section-head', 1, { to: 'other-channel' }), ...office] },
        { id: 'shown', item, steps: [by('reroute', 'section-head', 1), ...office] },
        { id: 'unit', item, steps: [by('reroute', 'section-head', 1, { to: 'direct-unit' })] },
      ],
      'cn-chongqing-qianjiang-zjw',
    )
    expect(answers).toMatchObject([
      { publishable: true },
      { publishable: true },
      { missing: ['section-head', 'deputy-leader'], clauses: ['qnj71-2.3-d'] },
    ])
  })

  test('a pack without a review says so', () => {
    const { status, answers } = review([{ id: 'a', item, steps: [] }], 'cn')
    expect(status).toBe(2)
    expect(answers).toMatchObject([{ id: 'a', error: expect.stringContaining('没有审核流程') }])
  })

  test('without --jsonl it says how it is used', () => {
    expect(qianshao(['review'], [])).toMatchObject({ status: 2, stderr: expect.stringContaining('--jsonl') })
  })
})

describe('audit-trail', () => {
  const header = { v: 1, office: 'cq-qijiang-zfb', from: 1, head: 'UfiCCWrJO4L5OsDxdVpg7JxcqPrR0u9JwwT2jkkbyD8' }
  const events = [
    '{"v":1,"n":1,"at":1782864000000,"act":"device.joined","by":"adm_1","of":"dev_EBESExQVFhcYGRobHB0eHw"}',
    '{"v":1,"n":2,"at":1782950400000,"act":"ledger.stored","by":"dev_EBESExQVFhcYGRobHB0eHw","of":"batch","lines":"rrAf3_rwUw_HSpKVW1_V013xaw42vVXQ1EBpM5cmFlA"}',
    '{"v":1,"n":3,"at":1782950400000,"act":"pack.activated","by":"adm_1","of":"cn-chongqing@12"}',
  ]
  const lines = events.map((e) => ({ e }))
  const checkpoint = (more: object = {}) => {
    const payload = { v: 1, office: header.office, n: 3, head: 'QXAGVl2OUwQNctkbXWRvj5gYt0SMKNfa14BelBjB6dA', iat: 1782950400000, ...more }
    return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`
  }
  const first = {
    ...header,
    head: Buffer.from('51a8f882096ac2b93f7755605189aeed5cb973f303784b5af86df467a0bf6fe5', 'hex').toString('base64url'),
  }
  const trail = (all: readonly (string | object)[]) => qianshao(['audit-trail', '-'], all)

  test('a whole trail is right', () => {
    expect(trail([first, ...lines, checkpoint()])).toMatchObject({ status: 0, stdout: '-：cq-qijiang-zfb 的第 1 至 3 条都对得上\n' })
  })

  test.each<[string, readonly (string | object)[], string]>([
    ['changed', [first, lines[0]!, { e: events[1]!.replace('batch', 'patch') }, lines[2]!, checkpoint()], '第 5 行'],
    ['left out', [first, lines[0]!, lines[2]!, checkpoint()], '第 3 行'],
    ['exchanged', [first, lines[1]!, lines[0]!, lines[2]!, checkpoint()], '第 2 行'],
    ['cut at the end', [first, lines[0]!, lines[1]!, checkpoint()], '第 4 行'],
    ['of another office', [first, ...lines, checkpoint({ office: 'other' })], '第 5 行'],
    ['with a wrong beginning', [header, ...lines, checkpoint()], '第 1 行'],
  ])('a trail that was %s is named by line', (_, all, line) => {
    const { status, stdout } = trail(all)
    expect(status).toBe(1)
    expect(stdout).toContain(`${line}对不上`)
  })

  test.each<[string, readonly (string | object)[]]>([
    ['nothing', []],
    ['one line', [first]],
    ['no checkpoint', [first, ...lines]],
    ['no JSON', ['x', ...lines, checkpoint()]],
    ['a header without an office', [{ v: 1, from: 1, head: first.head }, ...lines, checkpoint()]],
  ])('%s is no trail', (_, all) => {
    expect(trail(all).status).toBe(2)
  })
})
