import type { Finding, Verdict } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { sameTrouble } from './same-trouble.ts'

const finding = (quote: string, severity: Finding['severity'] = 'veto') =>
  ({ ruleId: 'privacy.resident-id', quote, severity, certainty: 'certain' }) as Finding
const verdict = (...findings: Finding[]) => ({ findings }) as unknown as Verdict

test.each([
  ['nothing in either', verdict(), verdict(), true],
  ['nothing in what is sent', verdict(), verdict(finding('甲')), true],
  ['the same', verdict(finding('甲')), verdict(finding('甲')), true],
  ['something that the editor does not show', verdict(finding('甲')), verdict(), false],
  ['another value', verdict(finding('甲')), verdict(finding('乙')), false],
  ['twice in what is sent, once in the editor', verdict(finding('甲'), finding('甲')), verdict(finding('甲')), false],
  ['only advice in what is sent', verdict(finding('甲', 'advice')), verdict(), true],
])('%s', (_, sent, shown, expected) => {
  expect(sameTrouble(sent, shown)).toBe(expected)
})
