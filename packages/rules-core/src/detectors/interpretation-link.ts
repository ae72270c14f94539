import * as z from 'zod/mini'
import { blocksById } from '../draft/blocks-by-id.ts'
import type { Block, Draft } from '../draft/draft.ts'
import { fold } from '../text/fold.ts'
import { defineDraftDetector } from './define-detector.ts'
import { addressesIn } from './host.ts'

const INTERPRETATION = /解读|读懂|图解|看懂|明白纸|政策问答|答记者问/
/** Printed with a notice: 关于印发《…办法》的通知. */
const PRINTED = /印发/
const LASTING = /办法|规定|细则|条例|措施|规则|标准|目录清单|指导意见|实施意见|规划|管理制度/
/** A plan of work binds nobody outside; one of these does. */
const PLAN = /(?:改革|补偿|安置|价格|收费|补贴|奖补|分配|招生|划片|限行|限购|机制|行动)[^》]{0,10}(?:方案|计划)/
/** A notice that itself changes what people pay, get or may do: 关于调整…收费标准的通知. */
const CHANGES =
  /关于(?:进一步)?(?:调整|规范|完善|优化|划定|公布|加强|落实|实施|统一|取消|停止|提高|降低|扩大|建立|健全|深化|促进|支持|鼓励|推进|加快|明确|继续|暂停|恢复)[^，。]{0,40}(?:收费|价格|票价|水价|电价|气价|费用|标准|综合地价|基准价|最低工资|待遇|补贴|补助|津贴|奖补|保障|保险|医保|养老|低保|公积金|政策|税|减免|优惠|落户|户籍|购房|限购|住房|补偿|征收|禁燃区|禁养区|禁放|限行|限放|准入|许可|审批|裁量|学区|划片|入学)[^，。]{0,14}的(?:通知|通告|公告|意见|决定)$/
/** Of such a notice: work of a season, or of the office itself. */
const WORK_ONLY = /工作的|安全|检查|节|期间|抽检|结果|名单|办理|申报|申领|缴费|缴存|报名|活动|招生工作|资格|认定|学习|大赛|培训/
/** Published without such a notice. */
const MEASURES = /若干(?:政策|措施|意见)|(?:政策|措施)[^，。]{0,6}来(?:了|啦)|(?:实施意见|指导意见|暂行办法|实施办法|管理办法|实施细则)$/
const ELSE =
  /征求意见|意见稿|听证|公示|解读|废止|失效|修订草案|转载|要点|考务|演练|预案|培训|考试|招聘|名单|会议|宣传|学习|答复|问答|读懂|图解|目录清单公布/

/**
 * Finds a policy document that goes out without its interpretation (政策解读): told by its title; an interpretation is a link or an
 * attachment that says so, a written-out address beside that word, or the field of the draft. One that names another document is not its own.
 */
export const interpretationLink = defineDraftDetector({
  name: 'interpretation-link',
  options: z.optional(z.strictObject({})),
  witness: () => [
    [{ words: ['印发', '若干', '措施', '意见', '办法', '细则', '政策', '通知', '通告', '公告', '决定'] }],
    [{ words: ['解读', '读懂', '图解', '看懂', '明白纸', '政策问答', '答记者问'] }],
  ],
  onlyWoken: true,
  prepare: () =>
    function* (draft, woken) {
      const title = draft.blocks.find((block) => block.role === 'title')
      if (!title || !isPolicy(fold(title.text).text) || hasInterpretation(draft, title.text, woken)) return
      const trace = [{ effect: 'for' as const, text: '从标题看是政策文件，文中没有链接到它的解读' }]
      yield { role: 'draft' as const, start: 0, end: 0, canonical: title.text.slice(0, 60), trace }
    },
})

function isPolicy(title: string): boolean {
  if (ELSE.test(title)) return false
  if (CHANGES.test(title) && !WORK_ONLY.test(title)) return true
  return (PRINTED.test(title) && (LASTING.test(title) || PLAN.test(title) || MEASURES.test(title))) || MEASURES.test(title)
}

function hasInterpretation(draft: Draft, title: string, woken: readonly Block[]): boolean {
  if (draft.meta.interpretation !== undefined) return true
  if (draft.attachments.some(({ name }) => INTERPRETATION.test(name))) return true
  const linked = draft.links.some(({ at, href }) => {
    const text = blocksById(draft).get(at.blockId)?.text ?? ''
    const words = text.slice(at.start, at.end)
    // 点击查看 beside 政策解读 is one too.
    const around = INTERPRETATION.test(words) ? words : text.slice(Math.max(0, at.start - 20), at.end + 6)
    return href !== '' && INTERPRETATION.test(around) && isOwn(around, title)
  })
  if (linked || draft.images.some(({ alt }) => INTERPRETATION.test(alt))) return true
  // Whatever holds one of those words is woken.
  return woken.some(({ text }) => INTERPRETATION.test(text) && isOwn(text, title) && !addressesIn(text).next().done)
}

/** What names no document, or words of the title, is about this one. */
function isOwn(words: string, title: string): boolean {
  const named = [...words.matchAll(/《([^》]{2,60})》/g)].map(([, name]) => name!.replace(/[（(][^）)]*[）)]$/, ''))
  return named.length === 0 || named.some((name) => title.includes(name) || name.includes(title))
}
