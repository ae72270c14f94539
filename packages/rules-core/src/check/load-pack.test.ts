import { expect, test } from 'vitest'
import { isProven } from '../detectors/proven-options.ts'
import { PackError } from '../pack/pack-error.ts'
import type { PolicyPack } from '../pack/schema.ts'
import { draftOf, packOf } from '../testing/drafts.ts'
import { createChecker } from './checker.ts'
import { compilePack } from './compile-pack.ts'
import { loadPack } from './load-pack.ts'

const written = packOf([
  { id: 'test.id', options: {} },
  { id: 'test.word', detector: 'phrase', options: { says: '用了', phrases: ['特价', 'ＱＱ群', '特\u200b惠'] } },
  {
    id: 'test.pattern',
    detector: 'pattern',
    options: { patterns: ['严禁.{0,9}(?:转发|点赞)', '★', '\\d{8}号?', '.'], quick: '[严★\\d]', says: '写着' },
  },
  { id: 'test.secret', detector: 'secrecy-marking', options: { marks: 'state' } },
])
const built = () => JSON.parse(JSON.stringify(compilePack(written)))
const optionsOf = (pack: PolicyPack, id: string) => pack.rules!.find((rule) => rule.id === id)!.options!
const TEXTS = ['严禁转发', '机密★1年', '12345678', '特价，qq群，特惠', '11010519491231002X', '通知', '严']

test('a compiled pack is taken as it is, and finds the same', () => {
  const loaded = loadPack(built())
  for (const { options } of loaded.rules!) expect(isProven(options)).toBe(true)
  const [fast, slow] = [createChecker([loaded]), createChecker([written])]
  for (const text of TEXTS) expect(fast.check(draftOf(text))).toEqual(slow.check(draftOf(text)))
  expect(fast.check(draftOf(TEXTS.join('\n'))).findings.length).toBeGreaterThan(5)
})

test.each<[string, (pack: ReturnType<typeof built>) => void]>([
  ['a word added by hand', (pack) => pack.rules[1].options.phrases.push('全国最佳')],
  ['a witness changed', (pack) => pack.compiled.witnesses.splice(0, 1, '从来没有')],
  ['a rule added', (pack) => pack.rules.push({ ...pack.rules[1], id: 'test.other' })],
  ['another seal', (pack) => Object.assign(pack.compiled, { seal: 'x' })],
  ['no seal', (pack) => Object.assign(pack, { compiled: {} })],
])('with %s it is parsed in full, and nothing of what was compiled is believed', (_, change) => {
  const pack = built()
  change(pack)
  const loaded = loadPack(pack)
  for (const { options } of loaded.rules!) expect(isProven(options)).toBe(false)
  expect('compiled' in loaded).toBe(false)
  const text = `${TEXTS.join('\n')}\n全国最佳`
  delete pack.compiled
  expect(createChecker([loaded]).check(draftOf(text))).toEqual(createChecker([pack]).check(draftOf(text)))
})

test('a mistake put into a compiled pack is told with its path', () => {
  const pack = built()
  pack.rules[2].severity = 'maybe'
  expect(() => loadPack(pack)).toThrow(PackError)
  expect(() => loadPack(pack)).toThrow('rules[2].severity')
})

test('a mistake in options is still found when the checker is made', () => {
  const pack = built()
  pack.rules[2].options.patterns = ['(']
  expect(() => createChecker([loadPack(pack)])).toThrow('rules[test.pattern].options.patterns[0]')
})

test('a rule whose options are wrong, or whose detector is a vendor’s, is not proven by being sealed', () => {
  const wrong = packOf([
    { detector: 'pattern', options: { patterns: ['('], says: '写着' } },
    { id: 'test.vendor', detector: 'vendor', options: {} },
  ])
  const loaded = loadPack(JSON.parse(JSON.stringify(compilePack(wrong))))
  expect(loaded.rules!.some(({ options }) => isProven(options))).toBe(false)
  expect(() => createChecker([loaded])).toThrow(PackError)
})

test('the options that a child inherits from its parent stay proven', () => {
  const loaded = loadPack(built())
  const { options: _, ...base } = written.rules!.find(({ id }) => id === 'test.word')!
  const child = { ...written, id: 'cn-child', extends: 'cn', rules: [{ ...base, message: '别这样写。' }] }
  const checker = createChecker([loaded, child as PolicyPack])
  expect(isProven(optionsOf(loaded, 'test.word'))).toBe(true)
  expect(checker.check(draftOf('特价')).findings.map(({ message }) => message)).toEqual(['别这样写。'])
})
