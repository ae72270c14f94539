import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  advanceReview,
  createChecker,
  type DutyEvent,
  dutyStatus,
  type EventKind,
  isRefusal,
  layer,
  openReview,
  type PolicyPack,
  parseCalendar,
  parsePack,
  type ReviewItem,
} from '@qianshao/rules-core'
import { draftOf } from '@qianshao/rules-core/testing'
import { describe, expect, test } from 'vitest'
import { apart, together } from './clause-differences.ts'
import digests from './clause-digests.json' with { type: 'json' }

// Packs as programs load them: folded by `pnpm build:packs`.
const dist = fileURLToPath(new URL('../packages/rules-core/dist/', import.meta.url))
const packs = readdirSync(`${dist}packs`)
  .filter((file) => file.endsWith('.pack.json'))
  .map((file) => parsePack(JSON.parse(readFileSync(`${dist}packs/${file}`, 'utf8'))))
const calendar = parseCalendar(readdirSync(`${dist}calendars`).map((file) => JSON.parse(readFileSync(`${dist}calendars/${file}`, 'utf8'))))
const byId = new Map(packs.map((pack) => [pack.id, pack]))

function chainOf(id: string): PolicyPack[] {
  const pack = byId.get(id)!
  return [...(pack.extends === undefined ? [] : chainOf(pack.extends)), pack]
}

const chains = {
  chongqing: chainOf('cn-chongqing'),
  qijiang: chainOf('cn-chongqing-qijiang'),
  qianjiang: chainOf('cn-chongqing-qianjiang-zjw'),
  hangzhou: chainOf('cn-zhejiang-hangzhou'),
  tongchuan: chainOf('cn-shaanxi-tongchuan'),
}
type Place = keyof typeof chains
const layered = Object.fromEntries(Object.entries(chains).map(([place, chain]) => [place, layer(chain)])) as Record<
  Place,
  ReturnType<typeof layer>
>

describe('the clauses are those of the documents', () => {
  const clauses = packs.flatMap((pack) => pack.clauses)

  test.each(Object.entries(digests))('%s: every id, place and quote, and no other', (documentId, expected) => {
    const found = clauses.filter((clause) => clause.documentId === documentId)
    const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
    expect(Object.fromEntries(found.map(({ id, locator, quote }) => [id, digestOf(`${id}\n${locator}\n${quote}`)]))).toEqual(expected)
  })

  test('no id twice', () => {
    const ids = clauses.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })
})

describe('guidance', () => {
  const all = packs.flatMap((pack) => (pack.guidance ?? []).map((one) => ({ ...one, pack })))

  test('is short enough to be read at its moment, and says why no program decides', () => {
    const wrong = all.filter(({ text, why }) => [...text].length > 95 || [...why].length < 12)
    expect(wrong.map(({ id, pack }) => `${pack.id} ${id}`)).toEqual([])
  })

  test('says it in its own words: no long piece of a clause', () => {
    const quotes = packs.flatMap((pack) => pack.clauses)
    const copied = all.filter(({ text, clauseIds }) =>
      clauseIds.some((id) => holdsPiece(text, quotes.find((clause) => clause.id === id)!.quote, 16)),
    )
    expect(copied.map(({ id, pack }) => `${pack.id} ${id}`)).toEqual([])
  })

  test('puts no two readers the same words', () => {
    const texts = packs.map((pack) => (pack.guidance ?? []).map(({ text }) => text))
    expect(texts.flatMap((own) => own.filter((text, i) => own.indexOf(text) !== i))).toEqual([])
  })
})

function holdsPiece(text: string, quote: string, length: number): boolean {
  return Array.from({ length: Math.max(0, quote.length - length + 1) }, (_, i) => quote.slice(i, i + length)).some((piece) =>
    text.includes(piece),
  )
}

describe('differences between clauses', () => {
  test.each(apart)('%s and %s bind different offices: no chain holds both', (one, other) => {
    const holders = Object.values(layered).filter(({ clauses }) => [one, other].every((id) => clauses.some((clause) => clause.id === id)))
    expect(holders).toEqual([])
    for (const id of [one, other]) expect(packs.flatMap((pack) => pack.clauses).map((clause) => clause.id)).toContain(id)
  })

  test.each(together)('%s and %s meet in one chain, and both stay', (one, other, place) => {
    const ids = layered[place as Place].clauses.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([one, other]))
  })

  const dutyFor = (place: Place, clauseId: string) => layered[place].duties.find(({ clauseIds }) => clauseIds.includes(clauseId))!
  const ruleOf = (place: Place, id: string) => layered[place].rules.find((rule) => rule.id === id)!
  const policyOf = (place: Place) => layered[place].review!

  test('reprints: 黔江 only allows, so nobody releases; 綦江 and the parent say 原则上', () => {
    const id = 'reprint.unlisted-source'
    expect(ruleOf('qianjiang', id)).not.toHaveProperty('release')
    expect(ruleOf('qianjiang', id).clauseIds).toEqual(expect.arrayContaining(['qnj71-2.2-7', 'cq64-3.3.3-e']))
    expect(ruleOf('qijiang', id).release).toBe('main-leader')
    expect(ruleOf('qijiang', id).clauseIds).toEqual(expect.arrayContaining(['qij-16-a', 'cq64-3.3.3-e']))
    expect(ruleOf('chongqing', id).release).toBe('head')
  })

  test('letters: 綦江 answers within two months, the city’s 限时 has no number, 黔江 strives for 24 hours', () => {
    expect(dutyFor('qijiang', 'qij-18-d')).toMatchObject({ severity: 'fault', demand: { within: { count: 2, of: 'month' } } })
    expect(dutyFor('qijiang', 'cq64-3.2.3-a').demand).not.toHaveProperty('within')
    expect(dutyFor('qianjiang', 'qnj71-3.3-d')).toMatchObject({ severity: 'advice', demand: { within: { count: 24, of: 'hour' } } })
  })

  test('an application is no letter: 20 working days and two months are two duties', () => {
    const application = dutyFor('qijiang', 'qij-19-c')
    expect(application).toMatchObject({ demand: { from: ['applied'], within: { count: 20, of: 'working-day' } } })
    expect(dutyFor('qijiang', 'qij-18-d').demand).toMatchObject({ from: ['received'] })
    expect(application.id).not.toBe(dutyFor('qijiang', 'qij-18-d').id)
  })

  test('the website’s day does not give way to the column’s ten days', () => {
    expect(dutyFor('qijiang', 'cq64-3.3.3-o')).toMatchObject({ demand: { kind: 'quota', atLeast: 1, every: 'day' } })
    expect(dutyFor('qijiang', 'qij-18-b')).toMatchObject({ demand: { kind: 'gap', atMost: { count: 10, of: 'natural-day' } } })
  })

  test('interviews: a year apart at most and three a year, both', () => {
    expect(dutyFor('qijiang', 'qij-18-e')).toMatchObject({ demand: { kind: 'gap', atMost: { count: 1, of: 'year' } } })
    expect(dutyFor('qijiang', 'qij-18-f')).toMatchObject({ demand: { kind: 'quota', atLeast: 3, every: 'year' } })
  })

  test('each level inspects on its own: a quarter’s notice, half a year’s inspection, a month’s own look', () => {
    expect(dutyFor('qianjiang', 'cq64-3.3.5-d')).toMatchObject({ owedBy: 'supervisor', demand: { every: 'quarter' } })
    expect(dutyFor('qianjiang', 'qnj71-2.4-c')).toMatchObject({ owedBy: 'supervisor', demand: { every: 'half-year' } })
    expect(dutyFor('qianjiang', 'qnj71-2.4-a')).toMatchObject({ demand: { every: 'month' } })
    expect(dutyFor('qianjiang', 'qnj71-2.4-a')).not.toHaveProperty('owedBy')
  })

  test('綦江 has three levels that look at six aspects, the parent five; 黔江 signs in two', () => {
    const aspects = (place: Place) => policyOf(place).steps.map(({ role, attests }) => [role, attests.includes('opinion')])
    expect(aspects('qijiang')).toEqual([
      ['handler', true],
      ['deputy-head', true],
      ['head', true],
    ])
    expect(aspects('chongqing').every(([, opinion]) => !opinion)).toBe(true)
    expect(aspects('qianjiang')).toEqual([
      ['section-head', false],
      ['deputy-leader', false],
    ])
    expect(policyOf('qijiang').steps.every(({ proofreads }) => proofreads)).toBe(true)
  })

  test('敏感 is not one flag: refused, signed by the leader, or said first by whom it concerns', () => {
    const item: ReviewItem = { origin: 'own', sensitive: true, involvesOtherUnits: false, emergency: false }
    const rolesOf = (place: Place) => openReview(policyOf(place), item, 'd').steps.map(({ step }) => step.role)
    const outcome = advanceReview(policyOf('qijiang'), openReview(policyOf('qijiang'), item, 'd'), {
      action: 'submit',
      role: 'handler',
      by: 'a',
      at: 0,
      digest: 'd',
    })
    expect(isRefusal(outcome) && outcome).toMatchObject({ refused: 'forbidden', clauseIds: ['qij-17-2', 'qij-17-4'] })
    expect(rolesOf('qianjiang')).toContain('main-leader')
    expect(rolesOf('hangzhou')[0]).toBe('responsible-department')
    expect(policyOf('tongchuan').branches.map((branch) => branch.then.do)).not.toContain('refuse')
  })

  test('absence is no permission: 黔江 names no links, the city’s clause on links holds there', () => {
    expect(ruleOf('qianjiang', 'ad.shop-link')).toMatchObject({ severity: 'veto', clauseIds: expect.arrayContaining(['cq64-3.3.3-h']) })
    expect(ruleOf('qianjiang', 'ad.shop-link')).not.toHaveProperty('release')
  })

  test('a draft for consultation asks and never holds, until the office adopts it', () => {
    const own = (more: Partial<PolicyPack>): PolicyPack => ({
      format: 1,
      id: 'own',
      title: '本单位',
      version: '2026.1.0',
      extends: 'cn-shaanxi-tongchuan',
      documents: [],
      clauses: [],
      rules: [
        {
          id: 'remit.own-words',
          major: 1,
          category: 'off-remit',
          detector: 'phrase',
          options: { phrases: ['星座运势'] },
          severity: 'veto',
          clauseIds: ['tc-12.2-a'],
          message: '和本单位职能无关，请核对。',
          examples: { flag: [], pass: [] },
        },
      ],
      ...more,
    })
    const draft = draftOf('今日星座运势。')
    expect(createChecker([...chains.tongchuan, own({})]).check(draft).decision).toBe('review')
    expect(createChecker([...chains.tongchuan, own({ adopts: ['tongchuan'] })]).check(draft).decision).toBe('hold')
  })
})

describe('readings of dates that the documents leave open', () => {
  const at = (text: string) => Date.parse(text.includes('T') ? `${text}+08:00` : `${text}T10:00:00+08:00`)
  const statusOf = (place: Place, clauseId: string, events: readonly [EventKind, string][], now: string) => {
    const duty = layered[place].duties.find(({ clauseIds }) => clauseIds.includes(clauseId))!
    const seen: DutyEvent[] = events.map(([kind, when]) => ({
      kind,
      at: at(when),
      ref: kind === 'published' ? when : 'one',
      ...(duty.appliesTo.columns && { column: duty.appliesTo.columns[0]! }),
    }))
    const { status, deadline } = dutyStatus(duty, seen, at(now), calendar)
    return [status, deadline]
  }
  const published = (...days: string[]): [EventKind, string][] => days.map((day) => ['published', day])

  const week = ['2026-11-16', '2026-11-18']
  test.each<[string, Place, string, [EventKind, string][], string, string, string | null]>([
    [
      'a week ends on Sunday at 24:00',
      'chongqing',
      'cq64-3.3.3-p',
      published(...week, '2026-11-22T23:59:59'),
      '2026-11-23',
      'fresh',
      '2026-11-29',
    ],
    [
      'Monday’s push is of the next week',
      'chongqing',
      'cq64-3.3.3-p',
      published(...week, '2026-11-23T00:00:00'),
      '2026-11-23',
      'overdue',
      '2026-11-22',
    ],
    ['a website is due on the day after', 'chongqing', 'cq64-3.3.3-o', published('2026-11-24'), '2026-11-25', 'due-soon', '2026-11-25'],
    ['natural days run through a holiday', 'qijiang', 'qij-18-b', published('2026-09-28'), '2026-10-09', 'overdue', '2026-10-08'],
    ['the last day counts until 24:00', 'qijiang', 'qij-18-b', published('2026-09-28'), '2026-10-08T23:59:59', 'due-soon', '2026-10-08'],
    ['a gap without any event', 'qijiang', 'qij-18-b', [], '2026-11-25', 'cannot-tell', null],
    ['months clamp to their last day', 'tongchuan', 'tc-14.1-c', [['survey-closed', '2026-01-31']], '2026-02-10', 'fresh', '2026-02-28'],
    [
      'an application counts from the next working day',
      'qijiang',
      'qij-19-c',
      [['applied', '2026-11-02']],
      '2026-11-10',
      'fresh',
      '2026-11-30',
    ],
    ['a year without a calendar', 'qijiang', 'qij-19-c', [['applied', '2027-03-01']], '2027-03-02', 'cannot-tell', null],
    ['filing runs from the decision', 'qianjiang', 'qnj71-2.1-b', [['decided', '2026-11-20']], '2026-11-21', 'fresh', '2026-11-24'],
    ['the 15th is still in time', 'qianjiang', 'qnj71-2.4-b', [['filed', '2026-10-15T23:59:59']], '2026-11-01', 'fresh', '2026-10-15'],
    [
      'the 16th is late, and stays so',
      'qianjiang',
      'qnj71-2.4-b',
      [['filed', '2026-10-16T00:00:00']],
      '2026-11-01',
      'overdue',
      '2026-10-15',
    ],
    ['a notice hangs thirty days after its own', 'tongchuan', 'tc-7.4-e', [['hung', '2026-03-01']], '2026-03-10', 'fresh', '2026-03-31'],
    [
      'taken down a day early',
      'tongchuan',
      'tc-7.4-e',
      [
        ['hung', '2026-03-01'],
        ['removed', '2026-03-30'],
      ],
      '2026-04-10',
      'overdue',
      '2026-03-31',
    ],
    ['及时 gives no number', 'chongqing', 'cq64-3.2.3-a', [['received', '2026-10-01']], '2026-11-25', 'cannot-tell', null],
  ])('%s', (_, place, clauseId, events, now, status, deadline) => {
    expect(statusOf(place, clauseId, events, now)).toEqual([status, deadline])
  })

  test('numbers that no clause gives are called ours', () => {
    for (const [place, clauseId] of [
      ['chongqing', 'cq64-3.3.3-k'],
      ['qijiang', 'qij-21-b'],
      ['tongchuan', 'tc-19.4-a'],
    ] as const)
      expect(layered[place].duties.find(({ clauseIds }) => clauseIds.includes(clauseId))).toHaveProperty('setting', 'product')
  })
})
