import { type DigitGroup, digitGroups, numbersOfLength } from '../text/number-runs.ts'
import { claimBankCards } from './bank-card.ts'
import { createClaims } from './claims.ts'
import type { Hit } from './detector.ts'
import { claimResidentIds } from './resident-id.ts'

// Assigned ranges as libphonenumber lists them for China (2026-07), with 149.
const MOBILE = /^1(?:(?:[38]\d|4[579]|[59][0-35-9]|6[25-7]|7[0-35-8])\d{8}|(?:610\d|740[0-5])\d{6})$/
const LANDLINE = /^(0(?:10|2[0-57-9]|[3-9]\d{2}))([2-8]\d{6,7})$/
const IN_BRACKETS = /(?<!\d)\((0(?:10|2[0-57-9]|[3-9]\d{2}))\)[- ]{0,2}([2-8]\d{6,7}|[2-8]\d{2,3}[- ]\d{4})(?!\d)/g
/** What a figure is followed or led by and a telephone is not. */
const COUNTED = /^ ?(?:元|万|亿|人|户|亩|米|公里|千|吨|年|平方|立方|次|件|个|株|度|头|只|册|份|%|‰|[a-z])/
const NUMBERED = /(?:第|编号|单号|证号|证书号?|文号|代码|邮编|合同号?|[〔[a-z])[:：]? ?$/

/** Mobile numbers of eleven digits with or without 86, in a folded text. */
export function* mobileNumbers(text: string): Generator<Hit> {
  const groups = digitGroups(text)
  const claims = createClaims()
  claimResidentIds(groups, claims)
  claimBankCards(groups, claims)
  for (const length of [15, 13, 12, 11]) {
    for (const { digits, start, end, parts, isCutOut } of numbersOfLength(groups, length)) {
      const number = digits.slice(-11)
      if (!/^(?:|0|86|0086)$/.test(digits.slice(0, -11)) || !MOBILE.test(number) || !isWrittenAsMobile(parts, length, text)) continue
      // Behind a letter it is part of a code, not a telephone.
      if (isCutOut || claims.isTaken(start, end) || /[a-z]/.test(text[start - 1] ?? '')) continue
      claims.claim(start, end)
      yield {
        start: text[start - 1] === '+' ? start - 1 : start,
        end,
        canonical: number,
        replacement: `${number.slice(0, 3)}****${number.slice(7)}`,
        trace: [{ effect: 'for', text: '十一位，号段是手机号' }],
      }
    }
  }
}

// Other ways to group eleven digits, by the sizes of the groups: 1·38·0013·8000, 138 00 13 80 00.
const RARE_GROUPS = new Set(['1,2,4,4', '3,2,2,2,2', '3,4,2,2', '2,3,3,3', '3,3,3,2'])

/** Written in one piece, in the usual groups, or digit by digit: two other numbers beside each other are no telephone. */
function isWrittenAsMobile(parts: readonly DigitGroup[], length: number, text: string): boolean {
  const own = length > 11 && parts[0]!.digits.length === length - 11 ? parts.slice(1) : parts
  const sizes = sizesOf(own)
  if (sizes.length === 1 || sizes.every((size) => size === 1)) return true
  if (isPaused(own)) return sizes.length === 3 ? sizes.every((size) => size >= 3) : sizes.every((size) => size <= 2)
  if (sizes.length === 2) return true
  if (sizes.length === 3) return sizes.every((size) => size >= 3)
  // Four groups with full stops are an IP address.
  return RARE_GROUPS.has(sizes.join()) && !text.slice(own[0]!.start, own.at(-1)!.end).includes('.')
}

/** Fixed-line numbers with their area code. */
export function* landlineNumbers(text: string): Generator<Hit> {
  const claims = createClaims()
  for (const { 0: written, 1: area, 2: own, index: start } of text.matchAll(IN_BRACKETS)) {
    claims.claim(start, start + written.length)
    yield landline(start, start + written.length, area!, own!.replace(/\D/g, ''))
  }
  const groups = digitGroups(text)
  for (const length of [12, 11, 10]) {
    for (const { digits, start, end, parts, isCutOut } of numbersOfLength(groups, length)) {
      const [, area, own] = LANDLINE.exec(digits) ?? []
      if (area === undefined || own === undefined || isCutOut || claims.isTaken(start, end)) continue
      const sizes = sizesOf(parts)
      const isWhole = sizes.length === 1 || sizes.every((size) => size <= 2)
      if (!isWhole && !(sizes[0] === area.length && sizes.length <= 4)) continue
      if (/[\d-]$/.test(text.slice(0, start))) continue
      claims.claim(start, end)
      yield landline(start, end, area, own)
    }
  }
}

function landline(start: number, end: number, area: string, own: string): Hit {
  return {
    start,
    end,
    canonical: `${area}${own}`,
    replacement: `${area}-${own.slice(0, 2)}****${own.slice(-2)}`,
    trace: [{ effect: 'for', text: '区号和位数是固定电话' }],
  }
}

/** Fixed-line numbers of seven or eight digits without area code. Many other figures look so: only words nearby tell. */
export function* localNumbers(text: string): Generator<Hit> {
  const groups = digitGroups(text)
  for (const length of [8, 7]) {
    for (const { digits, start, end, parts, isCutOut } of numbersOfLength(groups, length)) {
      const next = groups[groups.indexOf(parts.at(-1)!) + 1]
      if (isCutOut || !/^[2-8]/.test(digits) || isDay(digits) || parts[0]!.joined || next?.joined) continue
      const sizes = sizesOf(parts)
      if (sizes.length > 3 && !sizes.every((size) => size <= 2)) continue
      if (COUNTED.test(text.slice(end, end + 4)) || NUMBERED.test(text.slice(Math.max(0, start - 6), start))) continue
      yield {
        start,
        end,
        canonical: digits,
        replacement: `${digits.slice(0, 2)}****${digits.slice(-2)}`,
        trace: [{ effect: 'for', text: '位数是本地固定电话' }],
      }
    }
  }
}

function isDay(digits: string): boolean {
  return /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)
}

function isPaused(parts: readonly DigitGroup[]): boolean {
  return parts.slice(1).some(({ paused }) => paused)
}

function sizesOf(parts: readonly DigitGroup[]): readonly number[] {
  return parts.map(({ digits }) => digits.length)
}
