import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type LedgerEntry, type LoggedFinding, ledgerEntry } from './entry.ts'
import { summarize } from './summary.ts'

const hash16 = (letter: string) => `${letter.repeat(21)}A`
const hash32 = `${'r'.repeat(42)}A`
const person = `per_${hash16('p')}`

let written = 0
/** An entry as it arrives: every one is read by the ledger's own schema. */
function entry(kind: LedgerEntry['kind'], at: string, members: object = {}): LedgerEntry {
  written += 1
  const id = `019f2020-1000-7000-a92a-${String(written).padStart(12, '0')}`
  const common = { v: 1, id, at: Date.parse(`${at}+08:00`), seq: written, prev: null, acct: 'wechat:gh_1', clock: 'synced' }
  return z.parse(ledgerEntry, { ...common, kind, ...members })
}
const found = (rule: string, letter: string, more: Partial<LoggedFinding> = {}) => ({
  rule,
  major: 1,
  sev: 'veto',
  cert: 'certain',
  v: hash16(letter),
  s: hash16('s'),
  role: 'body',
  pos: [0, 0, 1],
  ex: '11***2X',
  ...more,
})
const checked = (findings: readonly object[] = [], more = 0) => ({
  e: 1,
  draft: hash16('d'),
  size: 1,
  packs: ['cn@2026.1.0'],
  counts: { veto: findings.length, fault: 0, advice: 0 },
  findings,
  more,
  ms: 1,
})
const published = (gate: 'receipt' | 'guard' | 'none', findings: readonly object[] = []) => ({
  ...checked(findings),
  gate,
  receipt: gate === 'receipt' ? hash32 : null,
  reviews: 0,
  reviewMin: 0,
  sched: false,
})
const identity = (rule: string) => ({ rule, major: 1, e: 1, v: hash16('v'), s: hash16('s') })

describe('what is counted', () => {
  test('publishes by gate, holds, unchecked, releases, dismissals by code', () => {
    const entries = [
      entry('publish', '2026-11-02T10:00:00', published('receipt')),
      entry('publish', '2026-11-03T10:00:00', published('guard')),
      entry('publish', '2026-11-03T11:00:00', published('none')),
      entry('publish', '2026-11-03T12:00:00', published('guard')),
      entry('hold', '2026-11-04T10:00:00', { ...checked(), how: 'click' }),
      entry('unchecked', '2026-11-05T10:00:00', { why: 'too-long', published: true }),
      entry('unchecked', '2026-11-05T11:00:00', { why: 'not-recognised', published: false }),
      entry('release', '2026-11-06T10:00:00', { ...identity('reprint.source'), by: person, role: 'head', reason: '已经核对来源' }),
      entry('dismiss', '2026-11-06T10:00:00', { ...identity('privacy.phone'), code: 'own-contact', by: person }),
      entry('dismiss', '2026-11-06T10:01:00', { ...identity('privacy.phone'), code: 'own-contact', by: person }),
      entry('dismiss', '2026-11-06T10:02:00', { ...identity('privacy.phone'), code: 'masked', by: person }),
      entry('seen', '2026-11-06T10:03:00', { day: '2026-11-06', ref: hash16('x'), from: 'list' }),
    ]
    expect(summarize(entries, 'month')).toEqual([
      {
        account: 'wechat:gh_1',
        from: '2026-11-01',
        to: '2026-11-30',
        publishes: 4,
        gates: { receipt: 1, guard: 2, none: 1 },
        holds: 1,
        unchecked: { published: 1, stopped: 1 },
        findings: {},
        cutLists: 0,
        dismissals: { 'privacy.phone': { 'own-contact': 2, masked: 1 } },
        releases: { 'reprint.source': 1 },
      },
    ])
  })

  test('one finding that was checked, held and published is one', () => {
    const twice = [found('privacy.resident-id', 'a'), found('privacy.resident-id', 'b')]
    const entries = [
      entry('check', '2026-11-02T10:00:00', checked(twice)),
      entry('hold', '2026-11-02T10:01:00', { ...checked([...twice, found('privacy.phone', 'a')], 3), how: 'key' }),
      entry('publish', '2026-11-02T10:02:00', published('guard', twice)),
      // The rule means something else since its new major version.
      entry('check', '2026-11-02T10:03:00', checked([found('privacy.resident-id', 'a', { major: 2 })])),
    ]
    expect(summarize(entries, 'day')).toMatchObject([{ findings: { 'privacy.resident-id': 3, 'privacy.phone': 1 }, cutLists: 1 }])
  })

  test('a line that arrived twice counts once', () => {
    const once = entry('publish', '2026-11-02T10:00:00', published('guard'))
    expect(summarize([once, once], 'day')).toMatchObject([{ publishes: 1 }])
  })

  test('a rule may be called like something that every object has', () => {
    const entries = [
      entry('release', '2026-11-06T10:00:00', { ...identity('constructor.x'), by: person, role: 'head', reason: '已经核对来源' }),
    ]
    expect(summarize(entries, 'day')[0]?.releases).toEqual({ 'constructor.x': 1 })
  })

  test('nothing is nothing', () => {
    expect(summarize([], 'week')).toEqual([])
  })
})

describe('where it is counted', () => {
  test('by account and Beijing day, at midnight', () => {
    const entries = [
      entry('publish', '2026-11-03T00:00:00', published('guard')),
      entry('publish', '2026-11-02T23:59:59.999', published('guard')),
      entry('publish', '2026-11-02T12:00:00', { ...published('guard'), acct: 'web:www.example.gov.cn' }),
    ]
    expect(summarize(entries, 'day').map(({ account, from, publishes }) => [account, from, publishes])).toEqual([
      ['web:www.example.gov.cn', '2026-11-02', 1],
      ['wechat:gh_1', '2026-11-02', 1],
      ['wechat:gh_1', '2026-11-03', 1],
    ])
  })

  test.each([
    ['week', '2026-11-09', '2026-11-15'],
    ['month', '2026-11-01', '2026-11-30'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['half-year', '2026-07-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ] as const)('by %s', (every, from, to) => {
    expect(summarize([entry('publish', '2026-11-15T23:59:59', published('guard'))], every)).toMatchObject([{ from, to }])
  })

  test('the same finding in two weeks counts in both', () => {
    const same = () => checked([found('privacy.resident-id', 'a')])
    const entries = [entry('check', '2026-11-02T10:00:00', same()), entry('check', '2026-11-09T10:00:00', same())]
    expect(summarize(entries, 'week').map(({ findings }) => findings)).toEqual([{ 'privacy.resident-id': 1 }, { 'privacy.resident-id': 1 }])
    expect(summarize(entries, 'month')).toMatchObject([{ findings: { 'privacy.resident-id': 1 } }])
  })
})
