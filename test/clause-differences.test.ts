import { advanceReview, createChecker, isRefusal, openReview, type PolicyPack, type ReviewItem } from '@qianshao/rules-core'
import { draftOf } from '@qianshao/rules-core/testing'
import { describe, expect, test } from 'vitest'
import { apart, together } from './clause-differences.ts'
import { chains, layered, type Place, packs } from './shipped-packs.ts'

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
    // 黔江: the leader signs where the last signer says that it is one for them.
    expect([...rolesOf('qianjiang'), policyOf('qianjiang').above?.step.role]).toContain('main-leader')
    expect(policyOf('qianjiang').branches.map((branch) => branch.then.do)).not.toContain('refuse')
    expect(rolesOf('hangzhou')[0]).toBe('responsible-department')
    expect(policyOf('tongchuan').branches.map((branch) => branch.then.do)).not.toContain('refuse')
  })

  const auditsFor = (place: Place, clauseId: string) => layered[place].audits.filter(({ clauseIds }) => clauseIds.includes(clauseId))

  test('one account a platform: 綦江’s 原则上 leaves the city’s as strict as it is', () => {
    const both = [...auditsFor('qijiang', 'cq64-3.1.3-c'), ...auditsFor('qijiang', 'qij-11-b')]
    expect(new Set(both.map(({ id }) => id)).size).toBe(2)
    for (const audit of both) expect(audit).toMatchObject({ check: 'one-per-platform', severity: 'veto', options: { max: 1 } })
  })

  test('closing: 綦江 merges first, and what the city closes is still found there, on the same terms', () => {
    expect(auditsFor('qijiang', 'cq64-3.3.2-b')).toEqual(auditsFor('chongqing', 'cq64-3.3.2-b'))
    expect(auditsFor('qijiang', 'cq64-3.3.2-b')).toMatchObject([{ check: 'idle', setting: 'product' }])
    expect(auditsFor('qijiang', 'qij-14-b').map(({ id }) => id)).not.toEqual(auditsFor('qijiang', 'cq64-3.3.2-b').map(({ id }) => id))
  })

  test('杭州 counts each platform, and the working WeChat accounts of an office beside it', () => {
    expect(auditsFor('hangzhou', 'hz65-2.3.1-h')).toMatchObject([{ check: 'one-per-platform', severity: 'veto' }])
    expect(auditsFor('hangzhou', 'hz65-2.3.1-i')).toMatchObject([
      { check: 'at-most', options: { count: 1, platform: '微信公众号', exception: true } },
    ])
  })

  test('黔江 files within two working days, after the consent that the city asks for', () => {
    const consent = layered.qianjiang.confirmations.filter(({ clauseIds }) => clauseIds.includes('cq64-3.3.1-e'))
    expect(consent.map(({ act }) => act).sort()).toEqual(['change-account', 'close-account', 'open-account'])
    expect(dutyFor('qianjiang', 'qnj71-2.1-b')).toMatchObject({ demand: { within: { count: 2, of: 'working-day' } } })
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
