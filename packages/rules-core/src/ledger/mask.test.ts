import { expect, test } from 'vitest'
import { mask } from './mask.ts'

test.each([
  ['id-card', '11010519491231002X', '11***2X'],
  ['mobile-phone', '13800138000', '13***00'],
  ['health-detail', '张三', '张***'],
  ['personal-other', '欧阳小明', '欧***'],
  ['personal-other', '张', '***'],
  ['typo', '市政付同意', '市***意'],
  ['credential-leak', 'admin/123456', '***'],
  ['state-secret-marking', '机密★一年', '***'],
  ['work-secret', '内部资料', '***'],
  ['typo', '👨\u200D👩\u200D👧平安健康全家福', '👨👩***家福'],
  ['title', '', '***'],
] as const)('of a %s, “%s” shows as “%s”', (category, value, masked) => {
  expect(mask(value, category)).toBe(masked)
})

test('a value with asterisks of its own still masks to the closed form', () => {
  expect(mask('*1*2*3*4*5', 'personal-other')).toBe('＊1***＊5')
})
