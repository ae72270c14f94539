import * as z from 'zod/mini'
import type { Draft } from '../draft/draft.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit } from './detector.ts'

const name = z.string().check(z.minLength(1), z.maxLength(40))
const SOURCE = '([^\\s，。；;,、)）】|丨｜”》」“「《]{2,30})'
/** 资金来源 and 数据来源 are something else, so what stands before 来源 is fixed. */
const LABELLED = new RegExp(
  `(?:^|[\\s（(【[|丨｜，。；、/])(?:稿件|文章|信息|内容|图文|本文|消息|原文|转载)?(?:来源|稿源)\\s*[:：丨|｜]\\s*[“《「]?${SOURCE}`,
)
const FORWARDED = new RegExp(
  `(?:转自|转载自|转载于|摘自|摘编自|原载于?|(?:图文|文字|内容|本文|素材)(?:均|部分)?(?:来源于|来自|源自))\\s*[:：]?\\s*(?:(?:微信)?公众号|微信)?\\s*[“《「]?${SOURCE}`,
)
const REPORTED = /(?:^|[。\n\s])据\s?[“《]?([^\s，。；;,、“”《》据]{2,20}?)[”》]?(?:报道|消息|电|讯)/
/** 据有关部门消息 names an office, if not which. */
const UNNAMED_OFFICE = /(?:部门|方面|统计|了解|介绍|通报|记者|前方|最新|本)$/
const ACCOUNT = /(?:微信)?公众号|微信/

/**
 * Finds a reprint whose source names nobody, or is not listed. `find: 'unknown'` looks for sources in `nobody`; `find: 'unlisted'` for a
 * named source that is in no list: not in `outlets`, not in the office's 稿源 list, and no name of an office (`bodies` are endings); `personal` names private platforms.
 */
export const sourceCredit = defineDraftDetector({
  name: 'source-credit',
  options: z.strictObject({
    find: z.enum(['unknown', 'unlisted']),
    outlets: z.optional(z.array(name)),
    bodies: z.optional(z.array(name)),
    nobody: z.optional(z.array(name)),
    personal: z.optional(z.array(name)),
  }),
  prepare({ find, outlets: written = [], bodies = [], nobody = [], personal = [] }, listed) {
    const outlets = [...written, ...listed.map((outlet) => outlet.name)]
    const isListed = ({ source }: Credit) =>
      outlets.some((outlet) => source.includes(outlet)) ||
      bodies.some((body) => source.endsWith(body) || source.includes(`${body}网`)) ||
      UNNAMED_OFFICE.test(source)
    const isNobody = (credit: Credit) =>
      nobody.some((word) => credit.source === word || (word.length > 1 && credit.source.startsWith(word))) && !isListed(credit)
    return function* (draft) {
      for (const credit of creditsOf(draft)) {
        if (isNobody(credit)) {
          if (find === 'unknown') yield hit(credit, 'certain', '来源没有写出是哪一家')
        } else if (find === 'unlisted' && !isListed(credit)) {
          const isPersonal = credit.account || personal.some((word) => credit.source.toLowerCase().includes(word))
          yield hit(credit, isPersonal ? 'certain' : 'doubtful', isPersonal ? '来源是个人或商业账号' : '来源不是党政机关，也不在稿源名单里')
        }
      }
    }
  },
})

interface Credit {
  source: string
  /** Called an account in so many words: 公众号“…”. */
  account: boolean
  blockId?: string
  start: number
  end: number
}

/** Every place where the draft says whose text it is: the source field, a source line, or a report it quotes. */
function* creditsOf(draft: Draft): Generator<Credit> {
  const field = draft.blocks.find((block) => block.role === 'source')
  if (draft.meta.reprintOf !== undefined && !field) yield { source: draft.meta.reprintOf, account: false, start: 0, end: 0 }
  for (const { id: blockId, role, text } of draft.blocks) {
    if (role === 'source') {
      const labelled = LABELLED.exec(text) ?? FORWARDED.exec(text)
      const source = labelled?.[1] ?? text.trim()
      const start = text.indexOf(source)
      yield { source, account: ACCOUNT.test(text), blockId, start, end: start + source.length }
    } else if (role === 'body' || role === 'caption') {
      for (const expression of [LABELLED, FORWARDED, REPORTED]) {
        const match = expression.exec(text)
        if (!match) continue
        const start = match.index + match[0].lastIndexOf(match[1]!)
        yield { source: match[1]!, account: ACCOUNT.test(match[0]), blockId, start, end: start + match[1]!.length }
      }
    }
  }
}

function hit({ blockId, start, end, source }: Credit, certainty: 'certain' | 'doubtful', says: string): DraftHit {
  return {
    start,
    end,
    certainty,
    ...(blockId === undefined ? { role: 'draft' as const, canonical: source } : { blockId }),
    trace: [{ effect: 'for', text: `${says}：${source}` }],
  }
}
