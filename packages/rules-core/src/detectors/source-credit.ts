import * as z from 'zod/mini'
import type { Block, Draft } from '../draft/draft.ts'
import { onceForBlock } from '../draft/kept-block.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit } from './detector.ts'
import { witnessesOf } from './expression-witness.ts'

const name = z.string().check(z.minLength(1), z.maxLength(40))
const SOURCE = '([^\\s，。；;,、)）】|丨｜”》」“「《]{2,30})'
/** 资金来源 and 数据来源 are something else, so what stands before 来源 is fixed. */
const LABELLED = new RegExp(
  `(?:^|[\\s（(【[|丨｜，。；、/—])(?:(?:稿件|文章|信息|内容|图文|本文|消息|原文|转载|资料|素材)?\\s*(?:来源|稿源)|(?:原文|文章|表格|图表|内容|资料)?出处)\\s*[:：丨|｜]\\s*[“《「]?${SOURCE}`,
)
const FORWARDED = new RegExp(
  `(?:转自|转载自|转载于|转发自|摘自|摘录自|节选自|引自|摘编自|(?<!小)编自|选自|整理自|综合自|编译自|改编自|(?:原|首)?(?:载|刊|发)于|原载|首发于|转发于|搬运自|借鉴自|取材(?:于|自)|(?:信息|内容|文章)(?:综合)?来自于?|(?:图文|文字|内容|本文|素材|资料)(?:均|部分|全部)?(?:来源于|来自于?|源自|取自))\\s*[:：]?\\s*(?:(?:微信)?公众号|微信)?\\s*[“《「]?${SOURCE}`,
)
/** Who wrote or drew it is a colleague, unless it is called a private place in so many words. */
const GRANTED =
  /(?:经|由|获|得到|感谢)\s?[“《「]?([^\s，。；;,、“”《》「」]{2,24}?)[”》」]?(?:(?:微信)?公众号|视频号|短视频号|抖音号|头条号|博客|论坛|自媒体|博主)?(?:授权(?:发布|转载|使用)?|供图供文|(?:的)?文案改写|编写并授权)/
/** 图文由“…”提供: colleagues write offices without quotation marks. */
const PROVIDED =
  /(?:图文|文章|文稿|本文|文字|内容|素材|攻略)(?:均|部分|全部)?由\s?[“「]([^”」\n]{2,20})[”」][^。，\n]{0,8}(?:提供|供稿|撰写|整理|原创|改写)/
const SIGNED =
  /(?:^|[\s（(【—|丨])(?:文|图|文图|图文|撰文|供稿|编辑|作者|原作者|原文链接|原文作者|文\/图|图\/文)\s*[:：]\s*([^\n，。；;）)】]{0,20}(?:论坛|博客|帖子|贴吧|公众号|自媒体|博主|号主|大v|工作室|专栏|微博|b站|up主|小红书|抖音|快手|知乎|网友|民间智库|朋友圈|微信群|视频号|吃货联盟)[^\n，。；;）)】]{0,12})/i
/** Pictures of anybody's are used; from nowhere in particular they are not. */
const PICTURED =
  /(?:图片|照片|配图|视频|插图|图源)(?:均|部分|全部)?(?:来源于|来自于?|源自|取自|来源|出处)?\s*[:：]?\s*(网络|互联网|网上|网友|朋友圈|微信群)/
const RELAYED = /(?:转发|转|\/\/)\s?@([\w\u4e00-\u9fff-]{2,20})/
const REPORTED =
  /(?:^|[。\n\s])据\s?[“《]?([^\s，。；;,、“”《》据]{2,20}?)[”》]?(?:(?:微信)?公众号|视频号|博主|论坛)?(?:报道|消息|电|讯|披露|爆料|透露|文章)/
/** 据有关部门消息 names an office, if not which. */
const UNNAMED_OFFICE = /(?:部门|方面|官方|权威|当事人|会议|公告|报告|年鉴|县志|统计|了解|介绍|通报|记者|前方|最新|本)$/
/** An account that says whose it is. */
const OFFICE =
  /中共[^，。]{2,20}委|人民政府|委员会(?:官方|公众号|政务)|[局厅委办院](?:官方|政务)(?:公众号|微信|微博|账号)?|官方公众号.{0,6}政府/
const ACCOUNT = /(?:微信)?公众号|微信|@/
/** A title that says it is a reprint, which then has to say of whom. A 通知 that is 转发 names its document instead. */
const REPRINT = /^\s*[【[（(]?\s*(?:转载|转帖|转贴)\s*[】\]）):：丨|]/
const CREDITS = [LABELLED, FORWARDED, GRANTED, PROVIDED, SIGNED, PICTURED, RELAYED, REPORTED]

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
  witness: () => CREDITS.map(({ source }) => witnessesOf(source)),
  onlyWoken: true,
  beside: ({ blocks, meta }) => meta.reprintOf !== undefined || blocks.some(({ role }) => role === 'source') || isReprint(blocks),
  prepare({ find, outlets: written = [], bodies = [], nobody = [], personal = [] }, listed) {
    const outlets = [...written, ...listed.map((outlet) => outlet.name)]
    const isListed = ({ source }: Credit) =>
      outlets.some((outlet) => source.includes(outlet)) ||
      bodies.some((body) => source.endsWith(body) || source.includes(`${body}网`)) ||
      UNNAMED_OFFICE.test(source) ||
      OFFICE.test(source)
    const isNobody = (credit: Credit) =>
      nobody.some((word) => credit.source === word || (word.length > 1 && credit.source.startsWith(word))) && !isListed(credit)
    return function* (draft, woken) {
      let credited = false
      for (const credit of creditsOf(draft, woken)) {
        credited = true
        if (isNobody(credit)) {
          if (find === 'unknown') yield hit(credit, 'certain', '来源没有写出是哪一家')
        } else if (find === 'unlisted' && !isListed(credit)) {
          const isPersonal = credit.account || personal.some((word) => credit.source.toLowerCase().includes(word))
          yield hit(credit, isPersonal ? 'certain' : 'doubtful', isPersonal ? '来源是个人或商业账号' : '来源不是党政机关，也不在稿源名单里')
        }
      }
      if (find === 'unknown' && !credited && isReprint(draft.blocks)) yield UNNAMED
    }
  },
})

const UNNAMED: DraftHit = {
  start: 0,
  end: 0,
  role: 'draft',
  canonical: '转载',
  certainty: 'doubtful',
  trace: [{ effect: 'for', text: '标题写明是转载，全文没有写来源' }],
}

function isReprint(blocks: readonly Block[]): boolean {
  return blocks.some(({ role, text }) => role === 'title' && REPRINT.test(text))
}

/** A table's last row may say where the table is from. */
const WHERE: ReadonlySet<string> = new Set(['body', 'caption', 'cell'])

interface Credit {
  source: string
  /** Called an account in so many words: 公众号“…”. */
  account: boolean
  blockId?: string
  start: number
  end: number
}

/** Every place where the draft says whose text it is: the source field, a source line, or a report it quotes. */
function* creditsOf({ blocks, meta }: Draft, woken: readonly Block[]): Generator<Credit> {
  const field = blocks.find((block) => block.role === 'source')
  if (meta.reprintOf !== undefined && !field) yield { source: meta.reprintOf, account: false, start: 0, end: 0 }
  for (const block of blocks) if (block.role === 'source') yield creditOfField(block)
  for (const block of woken) if (WHERE.has(block.role)) yield* creditsInText(block)
}

function creditOfField({ id: blockId, text }: Block): Credit {
  const source = (LABELLED.exec(text) ?? FORWARDED.exec(text))?.[1] ?? text.trim()
  const start = text.indexOf(source)
  return { source, account: ACCOUNT.test(text), blockId, start, end: start + source.length }
}

// Several rules ask, and in a session they ask again of the same block.
const creditsInText = onceForBlock((block: Block) => CREDITS.flatMap((expression) => creditBy(expression, block)))

function creditBy(expression: RegExp, { id: blockId, text }: Block): Credit[] {
  const match = expression.exec(text)
  if (!match) return []
  const start = match.index + match[0].lastIndexOf(match[1]!)
  return [{ source: match[1]!, account: ACCOUNT.test(match[0]), blockId, start, end: start + match[1]!.length }]
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
