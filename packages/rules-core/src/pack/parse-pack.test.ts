import { describe, expect, test } from 'vitest'
import { createChecker } from '../check/checker.ts'
import { provePack } from '../check/prove-pack.ts'
import { packOf } from '../testing/drafts.ts'
import { layer } from './layer.ts'
import { PackError } from './pack-error.ts'
import { parsePack } from './parse-pack.ts'

function problemsIn(run: () => unknown): readonly { path: string; problem: string }[] {
  try {
    run()
  } catch (error) {
    if (error instanceof PackError) return error.problems
    throw error
  }
  return []
}

describe('a pack with mistakes', () => {
  test('has all of them listed at once, each with its path', () => {
    const pack = { ...packOf([{ severity: 'serious' as never, message: '' }]), colour: 'red', version: '1' }
    expect(problemsIn(() => parsePack(pack))).toEqual([
      { path: 'version', problem: '写作 2026.1.0' },
      { path: 'rules[0].severity', problem: '只能是 veto、fault、advice' },
      { path: 'rules[0].message', problem: '至少 1 个字' },
      { path: 'colour', problem: '没有这个字段' },
    ])
  })

  test.each([null, 7, 'pack', [], {}])('%j is refused', (json) => {
    expect(() => parsePack(json)).toThrow(PackError)
  })

  test('an id that is used twice and a clause without its document are named', () => {
    const pack = packOf([{}, {}], { clauses: [{ id: 'cn-1', documentId: 'nowhere', locator: '第一条', quote: '不得' }] })
    expect(problemsIn(() => parsePack(pack)).map(({ path }) => path)).toEqual(['rules[1].id', 'clauses[0].documentId'])
  })

  test('an unknown detector and a mistyped option fail when the checker is made, with their paths', () => {
    const pack = packOf([
      { id: 'test.a', detector: 'crystal-ball' },
      { id: 'test.b', detector: 'phrase', options: { phrasse: ['甲甲'] } },
    ])
    expect(problemsIn(() => createChecker([pack])).map(({ path }) => path)).toEqual([
      'rules[test.a].detector',
      'rules[test.b].options.phrases',
      'rules[test.b].options.phrasse',
    ])
  })

  test('a clause that nobody holds is named', () => {
    expect(problemsIn(() => layer([packOf([{ clauseIds: ['cn-9'] }])]))).toEqual([
      { path: 'rules[0].clauseIds[0]', problem: '没有条款 cn-9' },
    ])
  })
})

describe('layers', () => {
  const parent = packOf([{ severity: 'fault' }])
  const child = (rule: object) => {
    const pack = packOf([rule], { id: 'cn-test', extends: 'cn' })
    const { options: _, ...own } = pack.rules![0]!
    return { ...pack, rules: [{ ...own, ...rule }] }
  }

  test('a child tightens its parent, and its own clause comes first', () => {
    const [rule] = layer([parent, child({ severity: 'veto' })]).rules
    expect(rule).toMatchObject({ severity: 'veto', clauseIds: ['cn-test-1', 'cn-1'] })
  })

  test('the order in which packs are given does not matter', () => {
    expect(layer([child({ severity: 'veto' }), parent])).toEqual(layer([parent, child({ severity: 'veto' })]))
  })

  test('a child that loosens is refused with both clauses', () => {
    const [problem] = problemsIn(() => layer([parent, child({ severity: 'advice' })]))
    expect(problem).toMatchObject({ path: 'rules[0].severity' })
    expect(problem!.problem).toMatch(/上级：第一条“不得发布”；本包：第一条“不得发布”/)
  })

  test('a release that the parent does not know is a loosening too', () => {
    expect(problemsIn(() => layer([packOf([{}]), child({ release: 'head' })]))).toMatchObject([{ path: 'rules[0].release' }])
  })

  test('a missing parent and two offices at once are refused', () => {
    expect(() => layer([child({})])).toThrow('没有给出上级规则包 cn')
    expect(() => layer([parent, child({}), packOf([{}], { id: 'cn-other', extends: 'cn' })])).toThrow('不在一条上下级链上')
  })

  test('a circle of parents is refused', () => {
    expect(() => layer([packOf([{}], { id: 'a', extends: 'b' }), packOf([{}], { id: 'b', extends: 'a' })])).toThrow('成了圈')
  })
})

describe('an office’s own pack', () => {
  const parent = packOf([{}])
  const consultation = { ...parent, documents: parent.documents.map((document) => ({ ...document, standing: 'consultation' as const })) }
  const own = (more: object) => ({ ...packOf([], { id: 'cn-test', extends: 'cn' }), ...more })
  const documentId = parent.documents[0]!.id

  test('adopts a consultation draft, which is in force from then on', () => {
    expect(layer([consultation, own({ adopts: [documentId] })]).documents[0]!.standing).toBe('in-force')
    expect(layer([consultation, own({})]).documents[0]!.standing).toBe('consultation')
  })

  test('cannot adopt what is in force, or nowhere', () => {
    expect(problemsIn(() => layer([parent, own({ adopts: [documentId, 'nowhere'] })])).map(({ path }) => path)).toEqual([
      'adopts[0]',
      'adopts[1]',
    ])
  })

  test('brings its contacts, its 稿源 list and its columns', () => {
    const more = { contacts: ['023-48600000'], sources: [{ name: '綦江发布' }], columns: { 部门动态: 'dynamic-news' } }
    expect(layer([parent, own(more)])).toMatchObject(more)
  })

  test('a part that hides one of the parent is named', () => {
    const figures = [{ id: 'figure.one', clauseIds: ['cn-1'], title: '更新次数' }]
    expect(problemsIn(() => layer([{ ...parent, figures }, own({ figures })]))).toEqual([
      { path: 'figures[0].id', problem: '上级已有 figure.one，两条都要算，请另起一个编号' },
    ])
  })
})

describe('proof', () => {
  test('names every example that comes out wrong', () => {
    const pack = packOf([{ examples: { flag: ['号码[[11010519491231002X]]', '没有号码'], pass: ['11010519491231002X'] } }])
    expect(provePack(pack)).toEqual([
      { ruleId: 'test.rule', example: '没有号码', expected: 'flag', found: [] },
      { ruleId: 'test.rule', example: '11010519491231002X', expected: 'pass', found: ['11010519491231002X'] },
    ])
  })

  test('the brackets mark exactly what is found', () => {
    const pack = packOf([{ examples: { flag: ['[[身份证号11010519491231002X]]'], pass: [] } }])
    expect(provePack(pack)).toHaveLength(1)
  })
})
