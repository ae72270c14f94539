import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseHtml } from '../../cli/parse-html.ts'
import type { Detector } from '../detectors/detector.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { draftOf, packOf } from '../testing/drafts.ts'
import { createChecker } from './checker.ts'

const SPECIMEN = '11010519491231002X'
const word = (options: Record<string, unknown>, rule: object = {}) =>
  packOf([{ detector: 'phrase', options, category: 'commercial-ad', ...rule }])

describe('what a verdict says', () => {
  test('a certain veto holds, and quotes the words as written', () => {
    const verdict = createChecker([packOf([{}])]).check(draftOf('申请人张某，身份证号１１０１０５ 19491231-002x，住本村。'))
    expect(verdict).toMatchObject({ decision: 'hold', coverage: 'full', packs: [{ id: 'cn', version: '2026.1.0' }] })
    expect(verdict.findings).toMatchObject([
      { quote: '１１０１０５ 19491231-002x', canonical: SPECIMEN, replacement: '110105********002X', at: { start: 10, end: 30 } },
    ])
  })

  test.each([
    ['veto', 'certain', 'hold'],
    ['veto', 'doubtful', 'review'],
    ['fault', 'certain', 'review'],
    ['advice', 'certain', 'clear'],
  ] as const)('a %s that is %s leads to %s', (severity, certainty, decision) => {
    const verdict = createChecker([word({ phrases: ['特价'], certainty }, { severity })]).check(draftOf('今日特价。'))
    expect(verdict.decision).toBe(decision)
  })

  test('nothing found is clear, and an empty draft too', () => {
    const checker = createChecker([packOf([{}])])
    expect(checker.check(draftOf('今天下雨。'))).toMatchObject({ decision: 'clear', findings: [] })
    expect(checker.check(draftOf(''))).toMatchObject({ decision: 'clear', findings: [], coverage: 'full' })
  })

  test('findings come in the order of the text, not of the rules', () => {
    const pack = packOf([
      { id: 'test.b', detector: 'phrase', options: { phrases: ['乙乙'] } },
      { id: 'test.a', detector: 'phrase', options: { phrases: ['甲甲'] } },
    ])
    const { findings } = createChecker([pack]).check(draftOf('甲甲，乙乙\n乙乙，甲甲'))
    expect(findings.map((finding) => finding.quote)).toEqual(['甲甲', '乙乙', '乙乙', '甲甲'])
  })

  test('text that is hidden in the page is checked', () => {
    const draft = readMarkup(
      parseHtml(`<p>正文</p><p style="display:none">${SPECIMEN}</p><script>var a="${SPECIMEN}"</script>`),
      {},
      { surface: 'website' },
    )
    expect(createChecker([packOf([{}])]).check(draft).findings).toHaveLength(1)
  })

  test('ten thousand findings are all there', () => {
    const body = Array.from({ length: 10_000 }, (_, i) => `第${i}项特价`).join('\n')
    expect(createChecker([word({ phrases: ['特价'] })]).check(draftOf(body)).findings).toHaveLength(10_000)
  })

  test('a text of more than a million characters is checked up to there, and the verdict says so', () => {
    const body = `${'一'.repeat(999_990)}\n特价${'二'.repeat(100)}\n特价`
    const verdict = createChecker([word({ phrases: ['特价'] })]).check(draftOf(body))
    expect(verdict).toMatchObject({ coverage: 'partial', draftDigest: null })
    expect(verdict.findings).toHaveLength(1)
  })

  test('lone surrogates and NUL do no harm', () => {
    const verdict = createChecker([packOf([{}])]).check(draftOf(`\uD83D\u0000身份证号${SPECIMEN}\uDC00`))
    expect(verdict.findings).toMatchObject([{ quote: SPECIMEN }])
  })
})

describe('standing', () => {
  const withStanding = (standing: 'consultation' | 'repealed') =>
    packOf([{}], { documents: [{ id: 'cn-document', title: '测试文件', issuer: '测试机关', standing }] })

  test('a consultation draft asks and never holds', () => {
    expect(createChecker([withStanding('consultation')]).check(draftOf(SPECIMEN)).decision).toBe('review')
  })

  test('a repealed document supports nothing', () => {
    expect(createChecker([withStanding('repealed')]).check(draftOf(SPECIMEN)).findings).toEqual([])
  })
})

describe('a rule that cannot run', () => {
  const breaking: Detector = {
    name: 'breaking',
    sees: 'text',
    options: z.object({}),
    prepare: () => () => {
      throw new Error('坏了')
    },
  }
  const checker = createChecker([packOf([{ id: 'test.broken', detector: 'breaking' }, { id: 'test.sound' }])], [breaking])

  test('does not silence the others, and asks a person to look', () => {
    const verdict = checker.check(draftOf(SPECIMEN))
    expect(verdict.coverage).toBe('partial')
    expect(verdict.findings).toMatchObject([
      { ruleId: 'test.sound', certainty: 'certain' },
      { ruleId: 'test.broken', certainty: 'doubtful', message: '这条规则没能运行，请人工看一眼。' },
    ])
  })

  test('is still told of when the session looks at the same text again', () => {
    const session = checker.openSession()
    session.update(draftOf(SPECIMEN))
    expect(session.update(draftOf(SPECIMEN))).toEqual(checker.check(draftOf(SPECIMEN)))
  })

  test('a built-in name is refused to a vendor', () => {
    expect(() => createChecker([packOf([{}])], [{ ...breaking, name: 'phrase' }])).toThrow('这个名字已经有探测器了')
  })
})
