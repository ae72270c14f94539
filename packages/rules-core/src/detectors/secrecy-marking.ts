import * as z from 'zod/mini'
import type { Block, Draft } from '../draft/draft.ts'
import { onceForBlock } from '../draft/kept-block.ts'
import { fold } from '../text/fold.ts'
import { defineDraftDetector } from './define-detector.ts'
import type { DraftHit } from './detector.ts'
import { witnessesOf } from './expression-witness.ts'
import { foldBlock } from './folded-block.ts'
import { INTERNAL, internalMarks, internalSources, UNDER_WAY } from './internal-marks.ts'
import { type Surroundings, surroundingsIn } from './surroundings.ts'

const DEGREE = '(?:绝\\s{0,4}密|机\\s{0,4}密|秘\\s{0,4}密)'
const FIGURE = '(?:\\d{1,2}|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})'
const PERIOD = `(?:${FIGURE}\\s{0,2}(?:年|个?月)|长\\s{0,2}期|永\\s?久|解密前|启用前|公布前|开考前)`
// Marks of GB/T 9704—2012 §7.2.2: degree, star and period on the text itself.
const STARRED = new RegExp(`${DEGREE}\\s{0,3}(?:级\\s{0,2})?[★☆⭐*✩✭✮✯]\\s{0,3}(?:${PERIOD})?`, 'g')
// Another sign in the place of the star: then only the period behind it makes it a mark.
const PARTED = new RegExp(
  `(?<![\\u4e00-\\u9fff])${DEGREE}(?:级)?\\s{0,2}[·•/|▲△◆◇●■※#+~—-]\\s{0,2}${PERIOD}(?![前后来以内间的中里,，]|\\s?[、和])`,
  'g',
)
const ALONE = new RegExp(
  `^\\s*(?:(?:份\\s?号\\s?:?\\s?)?\\d{3,8}\\s{1,20})?(?:国家秘密\\s{0,3}[::·★☆]?\\s{0,3}|密\\s{0,3}[级别]\\s*[::]?\\s*)?(?<degree>${DEGREE})级?(?:[\\s,、·•×x-]{0,6}[([〔]?\\s?(?:保密)?(?:期限?|时间)?\\s?[::]?\\s?${PERIOD}\\s?[)\\]〕]?(?:保存|保管|解密)?)?(?:\\s{1,30}(?:特急|加急|平急|特提|急件))?(?:\\s{1,20}份\\s?号\\s?:?\\s?\\d{3,8})?\\s*$`,
)
/** 机密件, 秘密文件 on a line of its own, alone or before what may not be done with it. */
const NAMED = new RegExp(
  `^\\s*[(【[〔]?\\s?${DEGREE}级?\\s{0,2}(?:件|文件|材料|资料|文电|电报)(?:[\\s,、·!]{1,6}(?:编号|份号|严禁|不得|禁止|请勿|注意|妥善|阅后|专人|第|no)[^。;\\n]{0,30})?\\s?[)】\\]〕]?\\s*$`,
)
const AT_END = new RegExp(`[(【\\[〔〖「]\\s*${DEGREE}级?(?:\\s{0,3}[★·]?\\s{0,2}${PERIOD})?\\s*[)】\\]〕〗」]\\s*$`)
const BRACKETED = new RegExp(
  `^\\s*[(【\\[〔〖「]\\s*(?:国家秘密\\s{0,3})?${DEGREE}级?(?:\\s{0,3}[★·]?\\s{0,2}${PERIOD})?\\s*[)】\\]〕〗」]`,
)
const LABELLED = new RegExp(
  `(?:密\\s{0,3}级|保密级别|涉密等级|保密等级)\\s{0,3}[::]\\s{0,3}${DEGREE}(?!\\s{0,2}[、/和或])(?![^,。;\\n]{0,4}(?:级国|三))`,
  'g',
)
/** In brackets inside a line: behind the name of a file, a table, a result. */
const ASIDE = new RegExp(
  `[(【[〔〖]\\s?(?:国家秘密\\s{0,3}|对应|本页|此页|本件|全文|属|系|定为|密级[::]?\\s?)?${DEGREE}级?(?:件|文件|材料|资料|事项)?(?:[\\s,、·★☆:;][^()【】〔〕\\n]{0,14})?[)】\\]〕〗]`,
  'g',
)
/** Words behind which a mark is an example. */
const EXPLAINS =
  /(?:标注|标明|标志|标识|标有|印有|(?<![例犹])如(?![期实下东皋何])|例如|格式|应当|应(?![急用届对收付邀聘])|须|样式|写作|表示|定为|标为|注明|加盖|写有|字样|形如)[^。\n]{0,20}$/
const EXPLAINED = /^\s*[”"」》'’)]?[^。\n]{0,16}(?:标志|写法|字样|标注|样式|格式|表示|标识|是指|由密级|其中)/
const LABEL = /^\s*(?:密\s*[级别]|保密级别|涉密等级|保密等级|定密)\s*[:：]?\s*$/
const EDGE_BLOCKS = 8
/** Every degree begins with one of these: its two characters, or the first and a space or line end of folded text. */
const DEGREE_SIGNS = Array.from('绝机秘').flatMap((first) => Array.from('密 \n\r\u2028\u2029', (second) => first + second))

/**
 * Finds secrecy marks that mark this very text: `state` (密级 and period) or `work` (internal-use marks). Talking about secrecy is no mark,
 * so the form decides: a star behind the degree, a line of its own, a label, brackets, a name of an attachment.
 */
export const secrecyMarking = defineDraftDetector({
  name: 'secrecy-marking',
  options: z.strictObject({ marks: z.enum(['state', 'work']) }),
  witness: ({ marks }) => (marks === 'state' ? [[{ words: DEGREE_SIGNS }]] : internalSources().map(witnessesOf)),
  beside: ({ attachments }) => attachments.length > 0,
  prepare: ({ marks }) =>
    function* (draft, woken) {
      const placeOf = surroundingsIn(draft)
      const lists = marks === 'state' && listsDegrees(woken)
      let i = -1
      for (const block of woken) {
        i = draft.blocks.indexOf(block, i + 1)
        const folded = foldBlock(block)
        const found =
          marks === 'work'
            ? (isEdge(i, draft) ? marksAtEdge : marksInside)(block)
            : stateMarks(folded.text, block, isEdge(i, draft), lists, placeOf(block))
        for (const hit of found) yield { ...hit, ...folded.back(hit.start, hit.end), blockId: block.id, role: block.role }
      }
      for (const { name } of draft.attachments) {
        const text = fold(name).text
        const found = marks === 'work' ? text.match(INTERNAL) : (text.match(STARRED) ?? text.match(BRACKETED))
        const asked = marks === 'work' && !found ? text.match(UNDER_WAY) : null
        const word = (found ?? asked)?.[0]
        if (word === undefined) continue
        const certainty = found ? 'certain' : 'doubtful'
        yield { role: 'attachment', start: 0, end: 0, canonical: name, certainty, trace: [mark(`附件名里有${word}`)] }
      }
    },
})

// In a session most blocks are the same as before.
const marksAtEdge = onceForBlock((block: Block) => [...internalMarks(foldBlock(block).text, block.role, true)])
const marksInside = onceForBlock((block: Block) => [...internalMarks(foldBlock(block).text, block.role, false)])

/** The label beside a form's cell; '' in other tables. */
function labelOf({ header, headers }: Surroundings): string {
  return headers === '' ? header : ''
}

/** Marks stand at the head and at the foot of a text. */
function isEdge(i: number, draft: Draft): boolean {
  return i < EDGE_BLOCKS || i >= draft.blocks.length - EDGE_BLOCKS
}

/** A text that puts several degrees on lines of their own explains them. */
function listsDegrees(blocks: readonly Block[]): boolean {
  const degrees = blocks.flatMap((block) =>
    foldBlock(block)
      .text.split('\n')
      .flatMap((line) => ALONE.exec(line)?.groups?.degree?.replace(/\s/g, '') ?? []),
  )
  return new Set(degrees).size > 1
}

function* stateMarks(text: string, block: Block, edge: boolean, lists: boolean, place: Surroundings): Generator<DraftHit> {
  let taken = -1
  for (const { 0: found, index: start } of text.matchAll(STARRED)) {
    const before = text.slice(Math.max(0, start - 24), start)
    const quoted = /[“"「《'‘]\s*$/.test(before)
    // 应标注“机密★1年”字样: an explanation.
    if (EXPLAINS.test(before.replace(/[“"「《'‘(]\s*$/, '')) || EXPLAINED.test(text.slice(start + found.length, start + found.length + 24)))
      continue
    const end = start + found.trimEnd().length
    taken = end
    yield { start, end, certainty: quoted ? 'doubtful' : 'certain', trace: [mark('密级后面有星号，是国家秘密标志的写法')] }
  }
  for (const { 0: found, index: start } of severalDegrees(text) ? [] : text.matchAll(PARTED)) {
    if (start < taken || EXPLAINS.test(text.slice(Math.max(0, start - 24), start).replace(/[“"「《'‘(]\s*$/, ''))) continue
    taken = start + found.length
    yield { start, end: taken, certainty: edge ? 'certain' : 'doubtful', trace: [mark('密级后面写着保密期限，是国家秘密标志的写法')] }
  }
  for (const { 0: found, index: start } of text.matchAll(LABELLED)) {
    if (start < taken) continue
    taken = start + found.length
    yield { start, end: taken, certainty: 'certain', trace: [mark('写明了本文的密级')] }
  }
  if (block.role === 'cell') {
    // 密级 | 秘密 in a form about this text; a column of degrees is a catalogue.
    if (ALONE.test(text) && LABEL.test(labelOf(place) || loneHeader(place, edge)))
      yield { start: 0, end: text.length, certainty: 'certain', trace: [mark('表里写明了本文的密级')] }
    return
  }
  if (lists) return
  // 秘密 above a line that begins with a dash is the headline of a story.
  const isSure = edge && block.role !== 'title' && !/^\s*[—-]{2}/.test(place.after)
  // 机 above 密: a mark written downwards.
  if (taken < 0 && text.includes('\n') && text.length < 20 && ALONE.test(text)) {
    yield {
      start: text.search(/\S/),
      end: text.trimEnd().length,
      certainty: isSure ? 'certain' : 'doubtful',
      trace: [mark('密级独占一处')],
    }
    return
  }
  let at = 0
  for (const line of text.split('\n')) {
    const bracketed = BRACKETED.exec(line)
    if (at >= taken && (bracketed || ALONE.test(line))) {
      const end = bracketed ? bracketed[0].length : line.trimEnd().length
      yield {
        start: at + line.search(/\S/),
        end: at + end,
        certainty: isSure || (bracketed && edge) ? 'certain' : 'doubtful',
        trace: [mark('密级独占一行或写在括号里，是国家秘密标志的写法')],
      }
    } else if (at >= taken && NAMED.test(line)) {
      const named = /严禁|不得|禁止|请勿|注意|妥善|阅后|编号|份号/.test(line)
      yield {
        start: at + line.search(/\S/),
        end: at + line.trimEnd().length,
        certainty: named && isSure ? 'certain' : 'doubtful',
        trace: [mark('这一行只写着密级和文件')],
      }
    }
    const last = at >= taken && !bracketed && line.length < 60 ? AT_END.exec(line) : null
    if (last && (block.role === 'title' || edge) && !EXPLAINS.test(line.slice(0, last.index)))
      yield { start: at + last.index, end: at + line.trimEnd().length, certainty: 'doubtful', trace: [mark('密级写在这一行末尾的括号里')] }
    at += line.length + 1
  }
  for (const { 0: found, index: start } of severalDegrees(text) ? [] : text.matchAll(ASIDE)) {
    if (start < taken || EXPLAINS.test(text.slice(Math.max(0, start - 24), start))) continue
    if (standsAlone(text, start, start + found.length)) continue
    yield { start, end: start + found.length, certainty: 'doubtful', trace: [mark('括号里写着密级')] }
  }
}

/** Whether brackets are a line, or the head of one: those are looked at as such. */
function standsAlone(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  const isHead = text.slice(from, start).trim() === ''
  const isFoot = text.slice(end, to < 0 ? text.length : to).trim() === ''
  return isHead || (isFoot && AT_END.test(text.slice(from, end)))
}

/** 密级 above a single cell at the head of a text; a longer column of degrees is a catalogue. */
function loneHeader({ header, row }: Surroundings, edge: boolean): string {
  return edge && !/[\u4e00-\u9fff]{3}/.test(row) ? header.replace(/^[^密]*(?=密)/, '') : ''
}

/** Who names several degrees explains them. */
function severalDegrees(text: string): boolean {
  return new Set(Array.from(text.matchAll(/[绝机秘](?=\s{0,4}密)/g), ([sign]) => sign)).size > 1
}

function mark(text: string) {
  return { effect: 'for' as const, text }
}
