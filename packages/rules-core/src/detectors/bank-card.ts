import * as z from 'zod/mini'
import { type DigitGroup, digitGroups, mayHoldNumber, mayTellNumber, numbersOfLength, TELLING_WORDS } from '../text/number-runs.ts'
import { type Claims, createClaims } from './claims.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'
import { claimResidentIds, isResidentId } from './resident-id.ts'

// Issuer prefixes: UnionPay 62, old domestic cards 955 and 94, Visa 4, Mastercard 51–55, JCB 35. A check digit lets one random
// number in ten through, so foreign prefixes need the length that those cards have.
const LENGTHS: readonly [RegExp, readonly number[]][] = [
  [/^(?:62|955|94)/, [16, 17, 18, 19]],
  [/^(?:4|5[1-5])/, [16]],
  [/^35/, [16]],
]

/** Finds payment card numbers by issuer prefix, length and check digit (Luhn, ISO/IEC 7812-1), also in groups of four. */
export const bankCard = defineTextDetector({
  name: 'bank-card',
  options: z.strictObject({ certainty: z.optional(z.enum(['certain', 'doubtful'])), contexts: contextOptions }),
  around: true,
  witness: () => [[{ digits: 16 }], [{ words: TELLING_WORDS }]],
  prepare({ certainty = 'doubtful', contexts }) {
    const weigh = prepareWeighing(contexts)
    return (text, place) => (mayHoldNumber(text) || mayTellNumber(text) ? search(text, place) : NO_HITS)

    function* search(text: string, place: TextPlace): Generator<Hit> {
      for (const hit of bankCards(text)) {
        const found = weigh({ ...hit, certainty }, text, place)
        if (found) yield found
      }
    }
  },
})

/** The card numbers of a folded text. */
export function* bankCards(text: string): Generator<Hit> {
  const groups = digitGroups(text)
  const claims = createClaims()
  claimResidentIds(groups, claims)
  for (const length of [19, 18, 17, 16]) {
    for (const { digits, start, end, parts, isCutOut } of numbersOfLength(groups, length, true)) {
      if (claims.isTaken(start, end) || isCutOut || !isCard(digits) || !isWrittenAsCard(parts)) continue
      claims.claim(start, end)
      yield {
        start,
        end,
        canonical: digits,
        replacement: `${digits.slice(0, 4)} **** **** ${digits.slice(-4)}`,
        trace: [{ effect: 'for', text: '发卡行号段、位数和校验码都对' }],
      }
    }
  }
}

/** Claims what is a payment card number, so that no piece of it is taken for a telephone. */
export function claimBankCards(groups: readonly DigitGroup[], claims: Claims): void {
  for (const length of [19, 18, 17, 16])
    for (const { digits, start, end, parts } of numbersOfLength(groups, length))
      if (isCard(digits) && isWrittenAsCard(parts)) claims.claim(start, end)
}

/** In one piece, in groups, or digit by digit; with commas between, in groups that no list of small numbers has. */
function isWrittenAsCard(parts: readonly DigitGroup[]): boolean {
  const sizes = parts.map(({ digits }) => digits.length)
  if (sizes.length > 1 && sizes.every((size) => size === 1)) return true
  // 6 2284 8213 … 5: a sign by itself at the head or the end, as hands write it.
  return sizes.slice(1, -1).every((size) => size >= (parts.some(({ paused }) => paused) ? 3 : 2))
}

function isCard(digits: string): boolean {
  // Identity numbers of 甘肃 begin with 62 as well.
  return (
    LENGTHS.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length)) &&
    passesLuhn(digits) &&
    !isResidentId(digits)
  )
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighted = i % 2 === 1 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}
