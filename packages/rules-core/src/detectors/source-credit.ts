import * as z from 'zod/mini'
import type { Draft } from '../draft/draft.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit } from './detector.ts'

const name = z.string().check(z.minLength(2), z.maxLength(40))
const LABEL_NEEDS_COLON = /(?:稿件来源|文章来源|信息来源|内容来源|来源|稿源)\s*[:：]\s*[“《「]?([^\s，。；;,、)）】|”》」]{2,30})/
const FORWARDED = /(?:转自|转载自|摘自|转载于|原载)\s*[:：]?\s*[“《「]?([^\s，。；;,、)）】|”》」]{2,30})/
const REPORTED = /(?:^|[。\n\s])据\s?[“《]?([^\s，。；;,、“”《》据]{2,20}?)[”》]?(?:报道|消息|电|讯)/

/**
 * Finds a reprint whose source is missing, hearsay or not listed. `find: 'unknown'` looks for hearsay and for sources that name nobody;
 * `find: 'unlisted'` for a named source that is no party or government body and not in `outlets`. `bodies` are endings of names of offices.
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
  prepare({ find, outlets = [], bodies = [], nobody = [], personal = [] }) {
    const isNobody = (source: string) => nobody.some((word) => source === word || source.startsWith(word))
    const isListed = (source: string) =>
      outlets.some((outlet) => source.includes(outlet)) || bodies.some((body) => source.endsWith(body) || source.includes(`${body}网`))
    return function* (draft) {
      for (const credit of creditsOf(draft)) {
        const unknown = isNobody(credit.source)
        if (find === 'unknown' && unknown) yield hit(credit, 'certain', '来源没有写出是哪一家')
        if (find === 'unlisted' && !unknown && !isListed(credit.source)) {
          const isPersonal = personal.some((word) => credit.source.includes(word))
          yield hit(credit, isPersonal ? 'certain' : 'doubtful', isPersonal ? '来源是个人或商业账号' : '来源不是党政机关，也不在稿源名单里')
        }
      }
    }
  },
})

interface Credit {
  source: string
  blockId?: string
  start: number
  end: number
}

/** Every place where the draft says whose text it is: the source field, a source line, or a report it quotes. */
function* creditsOf(draft: Draft): Generator<Credit> {
  const field = draft.blocks.find((block) => block.role === 'source')
  if (draft.meta.reprintOf !== undefined && !field) yield { source: draft.meta.reprintOf, start: 0, end: 0 }
  for (const block of draft.blocks) {
    if (block.role === 'source') {
      const text = block.text.trim()
      const labelled = LABEL_NEEDS_COLON.exec(text) ?? FORWARDED.exec(text)
      const source = labelled?.[1] ?? text
      const start = block.text.indexOf(source)
      yield { source, blockId: block.id, start, end: start + source.length }
      continue
    }
    if (block.role !== 'body' && block.role !== 'caption') continue
    for (const expression of [LABEL_NEEDS_COLON, FORWARDED, REPORTED]) {
      const match = expression.exec(block.text)
      if (!match) continue
      const start = match.index + match[0].lastIndexOf(match[1]!)
      yield { source: match[1]!, blockId: block.id, start, end: start + match[1]!.length }
    }
  }
}

function hit(credit: Credit, certainty: 'certain' | 'doubtful', says: string): DraftHit {
  const { blockId, start, end, source } = credit
  return {
    start,
    end,
    certainty,
    ...(blockId === undefined ? { role: 'draft' as const, canonical: source } : { blockId }),
    trace: [{ effect: 'for', text: `${says}：${source}` }],
  }
}
