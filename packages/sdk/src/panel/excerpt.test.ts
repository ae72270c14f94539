import type { Draft, Finding } from '@qianshao/rules-core'
import { readPlain } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { excerpt } from './excerpt.ts'

const draft: Draft = readPlain('张三，身份证号11010519491231002X，手机13800138000，家住柳树村3组27号。', {}, { surface: 'website' })

function found(quote: string, category: Finding['category']): Finding {
  const { id, text } = draft.blocks[0]!
  const start = text.indexOf(quote)
  return {
    ruleId: 'a.b',
    major: 1,
    category,
    severity: 'veto',
    certainty: 'certain',
    role: 'body',
    message: '',
    citations: [],
    trace: [],
    quote,
    at: { blockId: id, start, end: start + quote.length },
  }
}

const all = [found('11010519491231002X', 'id-card'), found('13800138000', 'mobile-phone'), found('柳树村3组27号', 'home-address')]

test('a number is masked in its own card', () => {
  expect(
    excerpt(draft, all[0]!, all)
      .map(({ text }) => text)
      .join(''),
  ).toContain('身份证号11***2X，手机')
})

test.each(all)('no card shows a whole number, also not one that stands nearby', (finding) => {
  const shown = excerpt(draft, finding, all)
    .map(({ text }) => text)
    .join('')
  expect(shown).not.toMatch(/\d{6}/)
})

test('words that are no number stay as they are written', () => {
  expect(excerpt(draft, all[2]!, all).find((part) => part.found)?.text).toBe('柳树村3组27号')
})
