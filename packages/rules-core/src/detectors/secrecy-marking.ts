import * as z from 'zod/mini'
import type { Block, Draft } from '../draft/draft.ts'
import { fold } from '../text/fold.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit } from './detector.ts'

// Marks of GB/T 9704—2012 §7.2.2: degree, star and period on the text itself.
const STARRED =
  /(?:绝\s{0,3}密|机\s{0,3}密|秘\s{0,3}密)\s{0,3}[★☆⭐*]\s{0,3}(?:\d{1,2}\s{0,2}(?:年|个?月)|[一二三四五六七八九十]{1,3}年|长期|解密前|启用前)?/g
const ALONE =
  /^\s*(?:密级\s*[::]?\s*)?(?:绝\s{0,3}密|机\s{0,3}密|秘\s{0,3}密)(?:级)?(?:\s{0,4}(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,2}年|\s{0,4}长期)?\s*$/
const LABELLED = /(?:密级|保密级别|涉密等级)\s{0,2}[::]\s{0,2}(?:绝密|机密|秘密)(?![^,。;\n]{0,4}(?:级|三))/g
/** Marks that keep a text inside the office. */
const INTERNAL =
  /(?:内部(?:资料|文件|材料|使用|通讯录|明电|传阅|掌握|参阅)|工作秘密|仅供内部(?:使用|参阅|参考|掌握|传阅)|不得外传|请勿外传|严禁外传|不得(?:翻印|转载)外传|注意保存|注意保密|会后收回|阅后即焚|阅后销毁|此件不公开|不予公开|不宜公开|此件依申请公开|内参|密电|代拟稿|送审稿)/g
const EDGE_BLOCKS = 8

/**
 * Finds secrecy marks that mark this very text: `state` (密级 and period) or `work` (internal-use marks). Talking about secrecy is no mark,
 * so the form decides: a star behind the degree, a line of its own, a label, brackets in the title, a name of an attachment.
 */
export const secrecyMarking = defineDraftDetector({
  name: 'secrecy-marking',
  options: z.strictObject({ marks: z.enum(['state', 'work']) }),
  prepare: ({ marks }) =>
    function* (draft) {
      const find = marks === 'state' ? stateMarks : workMarks
      for (const [i, block] of draft.blocks.entries()) {
        const folded = fold(block.text)
        for (const hit of find(folded.text, block, isEdge(i, draft)))
          yield { ...hit, ...folded.back(hit.start, hit.end), blockId: block.id, role: block.role }
      }
      for (const { name } of draft.attachments) {
        const text = fold(name).text
        const found = marks === 'state' ? (text.match(STARRED) ?? text.match(/[([【](?:绝密|机密|秘密)[)\]】]/)) : text.match(INTERNAL)
        if (found)
          yield { role: 'attachment', start: 0, end: 0, canonical: name, certainty: 'certain', trace: [mark(`附件名里有${found[0]}`)] }
      }
    },
})

/** Marks stand at the head and at the foot of a text. */
function isEdge(i: number, draft: Draft): boolean {
  return i < EDGE_BLOCKS || i >= draft.blocks.length - EDGE_BLOCKS
}

function* stateMarks(text: string, block: Block): Generator<DraftHit> {
  const talks = /(?:标注|标明|标志|标识|如|例如|格式|应当|须|样式|写作|表示|定为)[^。\n]{0,20}$/
  for (const { 0: found, index: start } of text.matchAll(STARRED)) {
    // 应标注“机密★1年”: an explanation, in quotation marks behind a word that explains.
    const before = text.slice(Math.max(0, start - 24), start)
    const quoted = /[“"「《'‘]\s*$/.test(before)
    const after = text.slice(start + found.length, start + found.length + 30)
    if (
      quoted &&
      (talks.test(before.replace(/[“"「《'‘]\s*$/, '')) || /^[”"」》'’][^。\n]{0,20}(?:标志|写法|字样|标注|样式|格式|表示)/.test(after))
    )
      continue
    yield {
      start,
      end: start + found.trimEnd().length,
      certainty: quoted ? 'doubtful' : 'certain',
      trace: [mark('密级后面有星号，是国家秘密标志的写法')],
    }
  }
  if (block.role !== 'cell') {
    let at = 0
    for (const line of text.split('\n')) {
      if (ALONE.test(line)) {
        const start = at + line.search(/\S/)
        yield { start, end: at + line.trimEnd().length, certainty: 'certain', trace: [mark('密级独占一行，是国家秘密标志的写法')] }
      }
      at += line.length + 1
    }
  }
  for (const { 0: found, index: start } of text.matchAll(LABELLED)) {
    yield { start, end: start + found.length, certainty: 'certain', trace: [mark('写明了本文的密级')] }
  }
}

function* workMarks(text: string, block: Block, edge: boolean): Generator<DraftHit> {
  for (const { 0: found, index: start } of text.matchAll(INTERNAL)) {
    const end = start + found.length
    const line = lineAround(text, start, end)
    const own = text.slice(line.start, line.end).trim()
    const bracketed =
      /[([【〔]\s*$/.test(text.slice(Math.max(line.start, start - 2), start)) ||
      (/^[^()[\]【】]{0,14}[)\]】〕]/.test(text.slice(end, line.end)) && /[([【〔][^()[\]【】]{0,14}$/.test(text.slice(line.start, start)))
    const alone = own.length <= 24 && !/[。]/.test(own.slice(0, -1))
    const labelled = /(?:公开属性|密级|知悉范围)\s*[::]\s*$/.test(text.slice(line.start, start))
    // 不予公开 says something about information; only as a label does it say something about this text.
    if (/公开$/.test(found) && !bracketed && !labelled) continue
    if (!(bracketed || labelled || (alone && (edge || block.role === 'title')))) continue
    if (
      /(?:严禁|禁止|不得|谨防|防止|泄露|窃取|出售|非法|案|培训|学习|宣传|管理|规定|办法|制度|条例|知识|教育|什么是|如何|加强)/.test(
        own.replace(found, ''),
      )
    )
      continue
    yield {
      start,
      end,
      certainty: bracketed || labelled || own.length <= 14 ? 'certain' : 'doubtful',
      trace: [mark('标在文件上，说明本文只供内部使用')],
    }
  }
}

function lineAround(text: string, start: number, end: number): { start: number; end: number } {
  const to = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: to < 0 ? text.length : to }
}

function mark(text: string) {
  return { effect: 'for' as const, text }
}
