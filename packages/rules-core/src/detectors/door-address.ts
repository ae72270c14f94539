import * as z from 'zod/mini'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, isAwake, NO_HITS } from './define-detector.ts'
import type { Hit } from './detector.ts'
import { witnessesOf } from './expression-witness.ts'

const FIGURE = '(?:\\d{1,5}|[一二三四五六七八九十百零〇]{1,5})'
/** Behind 号, what makes it the number of something else than a house. */
const NO_HOUSE =
  '线|令|公告|通告|窗口|桥|井|机|台|库|厅|文件|地块|馆|车|煤|矿|电话|码|院区|楼会议|楼大厅|会议|决定|议案|提案|案|选手|展|摊|通知|批复|建议|标|泵|门店|仓|站|口|闸|坝|船|公路|隧道|工作面|炉|考|信箱|字|证|\\)'
// Each with a group, so that the kind of a door is known: house, building, unit, group of a village, row, household, plate, floor, room.
const DOORS = [
  `(?<![第\\d.a-z〔-])(?<house>${FIGURE}(?:-\\d{1,3})? ?号(?!${NO_HOUSE})(?:院(?!区)|楼|门)?(?:附${FIGURE}号?)?)`,
  '(?<![建共有造了计为拆等修余约第各加及和批户名个人元\\d.a-z])(?<building>(?:\\d{1,3}|[a-z]\\d?|[一二三四五六七八九十]{1,3}) ?(?:栋|幢|座|号楼))',
  '(?<unit>(?:\\d{1,2}|[一二三四五六七八九十]{1,2}|[东西南北中])单元)',
  '(?<=[村区坝坪湾寨庄委街堡沟塬屯镇乡岭坡])(?<group>[\u4e00-\u9fff]{0,3}组(?<=村[\u4e00-\u9fff]{1,3}组)(?<![党作小导督助查法传专]组)(?!织|合|成|长|团|员|建|件)|第?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:村民|居民|生产)?小?(?:组|社|队)(?!团|织|合|会|区|员|长))',
  '(?<row>\\d{1,3}排\\d{1,3}号?)',
  '(?<household>第(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:户|家)(?!人|庭|企|店|单|公))',
  '(?<plate>门牌号?码?(?:为|是|:)?(?:\\d{1,5}|[一二三四五六七八九十百]{1,5}))',
  '(?<floor>(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:层|楼)[东西南北中左右](?:户|室|门))',
  '(?<=[\\u4e00-\\u9fff])(?<flat>\\d{1,3}-\\d{1,3}-\\d{2,4}(?![\\d年月-]))',
  '(?<=住)(?<hamlet>[\\u4e00-\\u9fff]{1,4}(?:组|社)(?=[,、。;]))',
  '(?<room>(?<![\\d-])\\d{3,4}(?:室|号房|房)(?!间|屋|产|源|内|外))',
]
/** What goes on behind a door and belongs to it: 14栋 8-3, 3单元502, 5楼西户. */
const GOES_ON = new RegExp(
  `^(?: ?\\d{1,3}-\\d{1,4}(?:-\\d{1,4})?(?:号|室)?(?!\\d|年|月)| ?\\d{2,4}(?:室|号房?|房)?(?![\\d年月日元万人户米平-])| ?${FIGURE}(?:楼|层)(?:[东西南北中左右]?户)?| ?[东西南北中左右]户)`,
)
/** Between two doors of one address. */
const BETWEEN = /^[ ,、]?[\u4e00-\u9fff·()]{0,10} ?$/
const AREA =
  /(?:省|市|区|县|旗|镇|乡|街道|村|社|路|街|巷|道|园|苑|庭|湾|城|府|院|里|弄|胡同|坪|坝|沟|屯|寨|庄|堡|塬|岭|坡|营|埂|宿舍|房|楼|段|桥|门|井|塘|厂|场|滩|岩|洼|岔|铺|店|集|屋|居|都|郡|墅|邸|轩|阁|洲|岸|山|林|坊|组)/
/** Where an address begins: behind what says that it is one. */
const LED_IN =
  /^.*(?:住址|地址|住所地?|家住|现住|住在|居住地?|租住|自住|户籍地?|所在地|位于|坐落|老家|家在|址|住(?!院)|在|于|为|是|系|的|到|从|向|往|至|即|[男女](?=[\u4e00-\u9fff]{2,6}(?:省|市|区|县|镇|乡|村|街道)))/s
const OF_OFFICE =
  /政府|政务|行政中心|服务中心|大厦|写字楼|产业园|工业园|园区|医院|学校|小学|中学|幼儿园|法院|公司|市场|商场|门面|商铺|厂区|会议|大厅|广场|车站|银行|酒店|宾馆|村委|居委/
const FOR_DWELLING = /家属|宿舍|职工楼|教师楼/
const QUICK = /[号栋幢座元组社队排户家牌楼层室房]|\d-\d{1,3}-\d/

/**
 * Finds addresses down to the door: number, building, unit, room, row or household; or, with `level: group`, down to the group of a
 * village and no further (`any`: both). Whose address it is, is for the rule's contexts.
 */
export const doorAddress = defineTextDetector({
  name: 'door-address',
  options: z.strictObject({
    level: z.enum(['door', 'group', 'any']),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  around: true,
  witness: () => DOORS.map(witnessesOf),
  prepare({ level, certainty = 'doubtful', contexts }) {
    const weigh = prepareWeighing(contexts)
    return (text, place, awake) => {
      if (!QUICK.test(text)) return NO_HITS
      const hits: Hit[] = []
      for (const { start, end, isGroup } of addressesOnce(text, awake)) {
        if (level !== 'any' && isGroup !== (level === 'group')) continue
        const says = isGroup ? '住址写到了村组' : '住址写到了门牌'
        const found = weigh({ start, end, certainty, trace: [{ effect: 'for', text: says }] }, text, place)
        if (found) hits.push(found)
      }
      return hits.length === 0 ? NO_HITS : hits
    }
  },
})

interface Address {
  start: number
  end: number
  /** It ends at the group of a village. */
  isGroup: boolean
}

let last: { text: string; awake: number; found: readonly Address[] } | undefined

/** Several rules look for addresses in one text before the next text comes. */
function addressesOnce(text: string, awake: number): readonly Address[] {
  if (last?.text !== text || last.awake !== awake) last = { text, awake, found: [...addresses(text, doorsAwake(awake))] }
  return last.found
}

const doors = new Map<number, RegExp>()

/** The kinds of doors that the text may hold: the others would only be tried at every place. */
function doorsAwake(awake: number): RegExp {
  const before = doors.get(awake)
  if (before) return before
  const own = new RegExp(DOORS.filter((_, kind) => isAwake(kind, DOORS.length, awake)).join('|'), 'g')
  doors.set(awake, own)
  return own
}

function* addresses(text: string, door: RegExp): Generator<Address> {
  let open: (Address & { doors: number }) | undefined
  for (const match of text.matchAll(door)) {
    const end = match.index + match[0].length
    if (open && match.index < open.end) continue
    const goesOn = GOES_ON.exec(text.slice(end, end + 16))?.[0].length ?? 0
    const { group, hamlet, flat } = match.groups!
    const isGroup = (group ?? hamlet) !== undefined
    if (open && BETWEEN.test(text.slice(open.end, match.index)) && !isRepeated(match.groups!, text.slice(open.start, open.end))) {
      open = { start: open.start, end: end + goesOn, isGroup: open.isGroup && isGroup && goesOn === 0, doors: open.doors + 1 }
      continue
    }
    if (open && isAddress(open, text)) yield open
    open = {
      start: startOf(text, match.index),
      end: end + goesOn,
      isGroup: isGroup && goesOn === 0,
      doors: goesOn > 0 || (flat ?? hamlet) !== undefined ? 2 : 1,
    }
  }
  if (open && isAddress(open, text)) yield open
}

/** 1号、2号: a list of doors is no address; one address has each kind once. */
function isRepeated(groups: Record<string, string | undefined>, before: string): boolean {
  return groups.building !== undefined ? /[栋幢座]|号楼/.test(before) : groups.unit !== undefined && before.includes('单元')
}

function startOf(text: string, door: number): number {
  let start = door
  while (start > 0 && door - start < 40 && /[\u4e00-\u9fff\d·-]/.test(text[start - 1]!)) start -= 1
  const led = LED_IN.exec(text.slice(start, door))?.[0].length ?? 0
  return start + led
}

function isAddress({ start, end, doors }: { start: number; end: number; doors: number }, text: string): boolean {
  const words = text.slice(start, end)
  // 1号至35号: a stretch of a street.
  if (/^ ?[至到~、和] ?\d/.test(text.slice(end, end + 4)) || /号[至到~、和]\d{1,5}号/.test(words)) return false
  if (OF_OFFICE.test(words) && !FOR_DWELLING.test(words)) return false
  return doors > 1 || AREA.test(words.slice(0, -2))
}
