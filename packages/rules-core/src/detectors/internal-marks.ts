import type { BlockRole } from '../draft/draft.ts'
import { lineAround } from '../text/sentences.ts'
import type { Hit } from './detector.ts'

const WORDS =
  '内部(?:资料|文件|材料|文档|刊物|简报|专报|动态|口径|送审稿|讨论意见|工作参考|审阅|明传|请示|报告|备忘|用表|文电|传达|培训教材|参考|情况|使用|讨论|交流|通报|文稿|稿件|讲话|版|规定|测算|通讯录|电话簿|电话号码本|电话表|花名册|联系表|明电|传真电报|传阅|掌握|参阅|发行|工作手册|信息)|工作秘密|(?:仅|只)(?:供|限)(?:内部|机关内部|本单位|单位内部|系统内部|领导)(?:使用|参阅|参考|掌握|传阅|交流|工作)?|(?:仅|只|专)供(?:会商|参会|与会|会议|审议|讨论|研究|决策|领导|评审)(?:人员|使用|参阅|讨论|参考)?|(?:不得|请勿|严禁|切勿|禁止)(?:擅自)?(?:外传|外泄|对外(?:公开|发布|传播|提供)|上网|上传互联网|转发至互联网|翻印|复印传播)|注意(?:保存|保密|保管)|会后(?:请)?(?:立即|当场|统一)?(?:收回|退回|交回|留在桌上)|(?:请勿|不得|严禁|禁止)(?:转发|扩散|拍照|截屏|外发|摘抄|录音|带离|带出)(?:会场|本文|此件)?|不要带走|控制知悉范围|不公开播发|(?:不得|请勿|严禁|切勿|禁止|不要|勿)(?:擅自|随意|公开|对外|私自)?(?:引用|传播|泄露|散发|散布|翻拍|上传外网|上外网|转载|张贴|走漏|留存|截图|复制)|限(?:局|委|县|区|市|班子|处级|科级|正科级|县处级|厅局级)[^\\s。;,]{0,4}(?:领导|干部|成员)?(?:阅|知悉|掌握|参阅)|党内(?:传达|文件|资料|刊物|通报)|阅后(?:归档|存档|退还|交回|退回)|(?:专人|机要)(?:保管|送达)|机关内网|内网(?:资料|文件)|不外发|不登报|阅后(?:即焚|销毁|收回|删除)|(?:此|本)件(?:不|暂不|不予|不宜)(?:对外)?公开|(?:此|本)件依申请公开|(?:不|暂不)(?:予|宜|对外)公开|依申请公开|内参|密电|妥善保管'
/** Marks that keep a text inside the office; to be looked for in folded text. */
export const INTERNAL = new RegExp(WORDS, 'g')
/** A draft under way asks whether it may be published; it is no mark that forbids it (the text itself is for 过程稿 rules). */
export const UNDER_WAY = /代拟稿|送审稿|讨论稿/
/** The whole line is marks. */
const MARKS_ONLY = new RegExp(`^[\\s(【\\[〔★☆]*(?:${WORDS})(?:[\\s,，、;。.·!★☆]{0,4}(?:请|并|,)?(?:${WORDS}))*[\\s)】\\]〕。.!★☆]*$`)
/** What a text must match, one or the other, to hold such a mark. */
export const internalSources = (): readonly string[] => [WORDS, ABOUT_THIS_TEXT.source]
const ABOUT_THIS_TEXT =
  /(?:本|此|该|以上|上述)(?:文件|资料|通知|材料|表|名单|通讯录|方案|手册|信息|内容|件|稿|简报|纪要|报告|数据)(?:[^\s。;,]{0,6})(?:仅[供限][^\s。;,]{0,6}(?:内部|本单位|领导)|仅供内部|仅限内部|属(?:于)?内部|为内部|属(?:于)?工作秘密|是工作秘密|不得外传|严禁外传|请勿外传|(?:暂)?不(?:予|对外)公[开布]|不得对外|仅发|仅供[^\s。;,]{0,4}内部)/g
/** Words of a line that talks about such marks. */
const TALKS =
  /(?:泄露|窃取|出售|非法|案|培训|学习|宣传|规定|办法|制度|条例|知识|教育|什么是|如何|加强|应当|应|指南|目录|答复|申请人|政府信息|范围|情形|管理|属于|是指|包括|以下|哪些|印发|保密法|提醒)/

/** Marks of internal use in one block of folded text; `edge`: whether it stands near the head or the foot of the draft. */
export function* internalMarks(text: string, role: BlockRole, edge: boolean): Generator<Hit> {
  let until = 0
  for (const { 0: found, index: start } of text.matchAll(ABOUT_THIS_TEXT)) {
    until = start + found.length
    yield { start, end: until, certainty: 'certain', trace: [mark('写明了本文只供内部使用')] }
  }
  for (const { 0: found, index: start } of text.matchAll(INTERNAL)) {
    if (start < until) continue
    const end = start + found.length
    const line = lineAround(text, start, end)
    const own = text.slice(line.start, line.end)
    if (MARKS_ONLY.test(own)) {
      const to = line.start + own.replace(/[\s)】\]〕。.!★☆]*$/, '').length
      until = to
      yield {
        start,
        end: Math.max(end, to),
        certainty: edge || role === 'cell' ? 'certain' : 'doubtful',
        trace: [mark('标在文件上，说明本文只供内部使用')],
      }
      continue
    }
    const certainty = certaintyOf(text, start, end, line, role, edge)
    if (certainty) yield { start, end, certainty, trace: [mark('标在文件上，说明本文只供内部使用')] }
  }
}

function certaintyOf(
  text: string,
  start: number,
  end: number,
  line: { start: number; end: number },
  role: BlockRole,
  edge: boolean,
): Hit['certainty'] {
  const before = text.slice(line.start, start)
  const after = text.slice(end, line.end)
  if (/(?:公开属性|公开方式|公开形式|知悉范围|文件属性|密级)\s*[::]\s*$/.test(before)) return 'certain'
  const word = text.slice(start, end)
  if (/(?:发送|知悉|阅读|传达|印发)范围/.test(before) && !/公开$/.test(word)) return 'certain'
  // 不予公开 says something about information; only as a label or in brackets does it say something about this text.
  const isBracketed = /[([【〔]\s*$/.test(before) && /^[^()[\]【】〔〕]{0,16}[)\]】〕]/.test(after)
  if (isBracketed && !TALKS.test(after.replace(/[)\]】〕].*$/s, ''))) return 'certain'
  if (/公开$|妥善保管|注意保/.test(word) || TALKS.test(`${before}\n${after}`)) return undefined
  if (role === 'title') return /^内部|工作秘密/.test(word) && !/的|会|活动|部署/.test(after) ? 'certain' : undefined
  if (
    /(?:严禁|禁止|不得|切勿|不要)(?:将|把|在|擅自)|防止|谨防|上传|自查|谣|问卷|阅览|选票|展厅|展馆|景区|影院|游客|观众|参观|展品|游览|拍摄|乘客|顾客|考生|儿童|宠物|珊瑚|垃圾|职工|员工|做法/.test(
      before + after,
    )
  )
    return undefined
  const isShort = line.end - line.start <= 28 && !/[。;]./.test(text.slice(line.start, line.end))
  return edge && isShort ? 'doubtful' : undefined
}

function mark(text: string) {
  return { effect: 'for' as const, text }
}
