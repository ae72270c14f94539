import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compilePack, createChecker, orderChain, type PolicyPack, parsePack, provePack, readPlain } from '@qianshao/rules-core'
import { parseHtml } from '@qianshao/rules-core/html'
import { describe, expect, test } from 'vitest'

// Packs as programs load them: folded by `pnpm build:packs`.
const folder = fileURLToPath(new URL('../packages/rules-core/dist/packs/', import.meta.url))
const packs = readdirSync(folder)
  .filter((file) => file.endsWith('.pack.json'))
  .map((file) => parsePack(JSON.parse(readFileSync(folder + file, 'utf8'))))
const byId = new Map(packs.map((pack) => [pack.id, pack]))

function parentsOf(pack: PolicyPack): PolicyPack[] {
  const parent = pack.extends === undefined ? undefined : byId.get(pack.extends)
  return parent ? [...parentsOf(parent), parent] : []
}

test('the three layers of Qijiang are there', () => {
  expect(orderChain([...parentsOf(byId.get('cn-chongqing-qijiang')!), byId.get('cn-chongqing-qijiang')!]).map((pack) => pack.id)).toEqual([
    'cn',
    'cn-chongqing',
    'cn-chongqing-qijiang',
  ])
})

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
  test('makes a checker together with its parents', () => {
    expect(() => createChecker([...parentsOf(pack), pack])).not.toThrow()
  })

  test('every example comes out as it says', () => {
    expect(provePack(pack, parentsOf(pack), parseHtml)).toEqual([])
  })

  test('every rule cites a clause and has at least three examples of each kind', () => {
    const thin = (pack.rules ?? []).filter(
      ({ clauseIds, examples }) => clauseIds.length < 1 || examples.flag.length < 3 || examples.pass.length < 3,
    )
    expect(thin.map((rule) => rule.id)).toEqual([])
  })

  test('every message fits the card, and none judges', () => {
    const wrong = (pack.rules ?? []).filter(({ message }) => [...message].length > 32 || /违规|违法|合规|敏感词|警告|误报/.test(message))
    expect(wrong.map((rule) => `${rule.id}：${rule.message}`)).toEqual([])
  })
})

test('every rule of Qijiang’s chain that the clauses forbid is served: all six items of 第十七条', () => {
  const qijiang = byId.get('cn-chongqing-qijiang')!
  const served = new Set([
    ...(qijiang.rules ?? []).flatMap((rule) => rule.clauseIds),
    ...(qijiang.guidance ?? []).flatMap((guidance) => guidance.clauseIds),
  ])
  for (const item of ['qij-17-1', 'qij-17-2', 'qij-17-3', 'qij-17-4', 'qij-17-5', 'qij-17-6', 'qij-16-a', 'qij-24-e', 'qij-26-5'])
    expect(served).toContain(item)
})

test('what was compiled into a built pack is what this engine compiles', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pack.json'))) {
    const pack = JSON.parse(readFileSync(folder + file, 'utf8'))
    // Without `compiled` the engine has not been built since; then there is nothing that could be out of date.
    if (pack.compiled) expect(compilePack(pack), `${file}: run pnpm build`).toEqual(pack)
  }
})

/** What only a person can judge: the machine asks, and never holds (design.md §4). */
const JUDGEMENT: ReadonlySet<string> = new Set([
  'personal-opinion',
  'social-stability',
  'foreign-affairs-sensitive',
  'undecided-matter',
  'off-remit',
])

describe.each(packs.map((pack) => [pack.id, pack] as const))('what %s leaves to a person’s judgement', (_, pack) => {
  const chain = [...parentsOf(pack), pack]
  const checker = createChecker(chain)
  const rules = checker.rules.filter(({ category }) => JUDGEMENT.has(category))

  test('is doubtful by its options, whatever stands around it', () => {
    const sure = rules.filter(({ options = {}, detector }) => {
      const { certainty, contexts = [] } = options as { certainty?: string; contexts?: { effect: string }[] }
      const isDoubtful = certainty === 'doubtful' || (certainty === undefined && ['cue-groups', 'topic-words'].includes(detector))
      return !isDoubtful || contexts.some(({ effect }) => effect === 'certain')
    })
    expect(sure.map(({ id }) => id)).toEqual([])
  })

  test('is found in its examples and asked about', () => {
    const texts = rules.flatMap(({ examples }) => examples.flag.filter((example) => typeof example === 'string'))
    const findings = texts.flatMap((text) => checker.check(readPlain(text.replace(/\[\[|\]\]/g, ''), {}, { surface: 'website' })).findings)
    const judged = findings.filter(({ category }) => JUDGEMENT.has(category))
    expect(judged.length).toBeGreaterThanOrEqual(rules.length * 3)
    expect(judged.filter(({ certainty }) => certainty !== 'doubtful')).toEqual([])
  })
})
