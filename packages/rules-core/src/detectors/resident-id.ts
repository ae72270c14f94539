import * as z from 'zod/mini'
import { type DigitGroup, digitGroups, mayHoldNumber, mayTellNumber, numbersOfLength, TELLING_WORDS } from '../text/number-runs.ts'
import { type Claims, createClaims } from './claims.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'

// GB 11643-1999: the weighted sum of the first seventeen digits, modulo eleven, names the last sign.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_SIGNS = '10x98765432'
// GB/T 2260, first two digits; 81–83 residence permits of Hong Kong, Macao and Taiwan residents, 91 permanent residence.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '),
)
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Finds resident identity numbers of eighteen signs, however spaced, widened or spelt.
 * A wrong check sign is no hit: file, tender and waybill numbers look alike (design.md §4).
 * Disability certificate numbers (an identity number, kind and grade) count as one; with `old`, numbers of fifteen digits beside the word 身份证.
 */
export const residentId = defineTextDetector({
  name: 'resident-id',
  options: z.strictObject({ old: z.optional(z.boolean()), contexts: contextOptions }),
  // The last of eighteen signs may be an x.
  witness: ({ old = false }) => [[{ digits: old ? 15 : 17 }], [{ words: TELLING_WORDS }]],
  prepare({ old = false, contexts }) {
    const weigh = prepareWeighing(contexts)
    return (text, place) => (mayHoldNumber(text) || mayTellNumber(text) ? search(text, place) : NO_HITS)

    function* search(text: string, place: TextPlace): Generator<Hit> {
      const groups = digitGroups(text)
      const claims = createClaims()
      for (const length of old ? [18, 20, 21, 15] : [18, 20, 21]) {
        for (const { digits, start, end } of numbersOfLength(groups, length, true)) {
          if (claims.isTaken(start, end)) continue
          if (!isNumber(digits, length, `${place.header} ${text.slice(Math.max(0, start - 20), end + 20)}`)) continue
          const found = weigh(describe(digits, start, end), text, place)
          if (!found) continue
          claims.claim(start, end)
          yield found
        }
      }
    }
  },
})

function describe(digits: string, start: number, end: number): Hit {
  const canonical = digits.toUpperCase()
  const shown = canonical.length === 15 ? canonical.slice(0, 6) : `${canonical.slice(0, 6)}********${canonical.slice(14, 18)}`
  return {
    start,
    end,
    canonical,
    certainty: digits.length === 15 ? 'doubtful' : 'certain',
    replacement: canonical.length === 15 ? `${shown}******${canonical.slice(12)}` : shown,
    trace: [
      { effect: 'for', text: digits.length === 15 ? '旁边写着身份证，位数和出生日期像旧身份证号' : '十八位，出生日期、地区和校验码都对' },
    ],
  }
}

function isNumber(digits: string, length: number, around: string): boolean {
  if (length === 15) return /身份证|身份号|公民身份/.test(around) && PROVINCES.has(digits.slice(0, 2)) && isDay(`19${digits.slice(6, 12)}`)
  if (length > 18 && !/^[1-7][1-4]\d?$/.test(digits.slice(18))) return false
  const number = digits.slice(0, 18)
  if (!isResidentId(number)) return false
  // Codes of firms begin with 91 too (GB 32100), and a rare one has digits only.
  return !number.startsWith('91') || !/信用代码|税号|纳税人识别/.test(around)
}

/** Whether eighteen signs, x in lower case, are a resident identity number: province, day and check sign. */
export function isResidentId(number: string): boolean {
  return /^\d{17}[\dx]$/.test(number) && PROVINCES.has(number.slice(0, 2)) && isDay(number.slice(6, 14)) && hasRightCheckSign(number)
}

/** The identity numbers of eighteen signs in a folded text. */
export function* residentIds(text: string): Generator<Hit> {
  for (const { digits, start, end } of numbersOfLength(digitGroups(text), 18, true))
    if (isNumber(digits, 18, '')) yield describe(digits, start, end)
}

/** Claims what is an identity number, so that no piece of it is taken for a telephone or a card. */
export function claimResidentIds(groups: readonly DigitGroup[], claims: Claims): void {
  for (const { digits, start, end } of numbersOfLength(groups, 18)) if (isResidentId(digits)) claims.claim(start, end)
}

function isDay(digits: string): boolean {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  if (!/^(?:18|19|20)/.test(digits) || month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]!) return false
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month !== 2 || day < 29 || isLeapYear
}

function hasRightCheckSign(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return CHECK_SIGNS[sum % 11] === number[17]
}
