import { describe, expect, test } from 'vitest'
import { type Context, prepareWeighing } from './context.ts'
import type { TextPlace } from './detector.ts'
import { NOWHERE } from './found-in.ts'

/** Weighs the word 甲乙 in a text; answers what became of it. */
function outcome(contexts: readonly Omit<Context, 'says'>[], text: string, place: Partial<TextPlace> = {}): string {
  const start = text.indexOf('甲乙')
  const weigh = prepareWeighing(contexts.map((context) => ({ ...context, says: '因为' })))
  return weigh({ start, end: start + 2, certainty: 'doubtful' }, text, { ...NOWHERE, ...place })?.certainty ?? 'dropped'
}

describe('where it looks', () => {
  test.each([
    ['sentence', '丙，甲乙。丁', '丙', 'certain'],
    ['sentence', '丙。甲乙，丁', '丙', 'doubtful'],
    ['part', '丙，甲乙', '丙', 'doubtful'],
    ['line', '丙。甲乙', '丙', 'certain'],
    ['line', '丙\n甲乙', '丙', 'doubtful'],
    ['block', '丙\n甲乙', '丙', 'certain'],
  ] as const)('at %s of %s', (at, text, word, expected) => {
    expect(outcome([{ at, when: [word], effect: 'certain' }], text)).toBe(expected)
  })

  test.each([
    ['before', '丙甲乙丁', '丁', 'doubtful'],
    ['before', '丙甲乙丁', '丙', 'certain'],
    ['after', '丙甲乙丁', '丙', 'doubtful'],
    ['after', '丙甲乙丁', '丁', 'certain'],
  ] as const)('on the side %s of %s for %s', (side, text, word, expected) => {
    expect(outcome([{ at: 'sentence', side, when: [word], effect: 'certain' }], text)).toBe(expected)
  })

  test.each([
    [3, 'certain'],
    [2, 'doubtful'],
  ])('near, within %i', (reach, expected) => {
    expect(outcome([{ at: 'near', reach, when: ['丙'], effect: 'certain' }], '丙一二甲乙')).toBe(expected)
  })

  test('around: lines before and after, folded', () => {
    expect(outcome([{ at: 'lines', when: ['app'], effect: 'certain' }], '甲乙', { before: 'ＡＰＰ', after: '' })).toBe('certain')
    expect(outcome([{ at: 'lines', side: 'after', when: ['丙'], effect: 'certain' }], '甲乙', { before: '丙', after: '' })).toBe('doubtful')
  })

  test.each(['row', 'header', 'headers', 'title'] as const)('the %s', (at) => {
    expect(outcome([{ at, when: ['丙'], effect: 'drop' }], '甲乙', { [at]: '丙' })).toBe('dropped')
    expect(outcome([{ at, when: ['丙'], effect: 'drop' }], '丙甲乙')).toBe('doubtful')
  })

  test.each([
    ['“甲乙”', 'dropped'],
    ['“丙”甲乙“丁”', 'doubtful'],
    ['“丙甲乙', 'doubtful'],
  ])('inside quotation marks: %s', (text, expected) => {
    expect(outcome([{ at: 'quotes', effect: 'drop' }], text)).toBe(expected)
  })

  test('inside the title of a law', () => {
    expect(outcome([{ at: 'book-title', effect: 'drop' }], '《甲乙条例》')).toBe('dropped')
  })
})

describe('what it looks for', () => {
  test.each([
    [{ like: ['丙{2}'] }, '丙丙甲乙', 'certain'],
    [{ like: ['丙{2}'] }, '丙甲乙', 'doubtful'],
    [{ when: ['丙'], not: ['丁'] }, '丙丁甲乙', 'doubtful'],
    [{ when: ['丙'], unlike: ['丁|戊'] }, '丙戊甲乙', 'doubtful'],
    [{ person: true }, '张某，甲乙', 'certain'],
    [{ person: true }, '高度重视，甲乙', 'doubtful'],
    [{ roles: ['申请人'] }, '申请人李小芳，甲乙', 'certain'],
    [{ roles: ['申请人'] }, '申请人应当提供甲乙', 'doubtful'],
  ])('%j in %s', (what, text, expected) => {
    expect(outcome([{ at: 'line', effect: 'certain', ...what }], text)).toBe(expected)
  })
})

describe('how several are weighed', () => {
  const drop: Omit<Context, 'says'> = { at: 'line', when: ['丙'], effect: 'drop' }
  const sure: Omit<Context, 'says'> = { at: 'line', when: ['丁'], effect: 'certain' }
  const need: Omit<Context, 'says'> = { at: 'line', when: ['戊'], effect: 'need' }
  const other: Omit<Context, 'says'> = { at: 'line', when: ['己'], effect: 'need' }

  test.each([
    [[drop, sure], '丙丁甲乙', 'certain'],
    [[sure, drop], '丙丁甲乙', 'dropped'],
    [[sure, drop], '丁甲乙', 'certain'],
    [[need], '甲乙', 'dropped'],
    [[need, other], '己甲乙', 'doubtful'],
    [[need, sure], '丁甲乙', 'dropped'],
  ])('%#: the last that holds decides, and one need of all suffices', (contexts, text, expected) => {
    expect(outcome(contexts, text)).toBe(expected)
  })

  test('the finding tells why', () => {
    const weigh = prepareWeighing([{ at: 'block', when: ['丙'], effect: 'doubtful', says: '写着丙' }])
    expect(weigh({ start: 0, end: 2, trace: [{ effect: 'for', text: '是甲乙' }] }, '甲乙丙', NOWHERE)?.trace).toEqual([
      { effect: 'for', text: '是甲乙' },
      { effect: 'against', text: '写着丙' },
    ])
  })
})
