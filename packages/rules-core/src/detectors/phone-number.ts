import * as z from 'zod/mini'
import { type DigitGroup, digitGroups, mayHoldNumber, numbersOfLength } from '../text/number-runs.ts'
import { createClaims } from './claims.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'
import { claimResidentIds } from './resident-id.ts'

// Assigned ranges as libphonenumber lists them for China (2026-07), with 149.
const MOBILE = /^1(?:(?:[38]\d|4[579]|[59][0-35-9]|6[25-7]|7[0-35-8])\d{8}|(?:610\d|740[0-5])\d{6})$/
const LANDLINE = /(?<![\d-])(?:\(?(0(?:10|2[0-57-9]|[3-9]\d{2}))\)?[- ]?)([2-8]\d{6,7})(?!\d)/g

/**
 * Finds telephone numbers: `mobile` numbers of eleven digits with or without 86, also written apart, or `landline` numbers with area code.
 * Whose number it is, is for the rule's contexts: an office's published contact is not private (design.md §4).
 */
export const phoneNumber = defineTextDetector({
  name: 'phone-number',
  options: z.strictObject({
    kind: z.enum(['mobile', 'landline']),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  around: true,
  prepare({ kind, certainty, contexts }) {
    const weigh = prepareWeighing(contexts)
    const quick = kind === 'mobile' ? mayHoldNumber : (text: string) => /\d{7}/.test(text)
    return (text, place) => (quick(text) ? search(text, place) : NO_HITS)

    function* search(text: string, place: TextPlace): Generator<Hit> {
      const hits = kind === 'mobile' ? mobileNumbers(text) : landlineNumbers(text)
      for (const hit of hits) {
        const found = weigh({ ...hit, ...(certainty && { certainty }) }, text, place)
        if (found) yield found
      }
    }
  },
})

function* mobileNumbers(text: string): Generator<Hit> {
  const groups = digitGroups(text)
  const claims = createClaims()
  claimResidentIds(groups, claims)
  for (const length of [15, 13, 11]) {
    for (const { digits, start, end, parts, isCutOut } of numbersOfLength(groups, length)) {
      const number = digits.slice(-11)
      if (!/^(?:|86|0086)$/.test(digits.slice(0, -11)) || !MOBILE.test(number) || !isWrittenAsNumber(parts, length)) continue
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

/** Written in one piece, in the usual groups, or digit by digit: two other numbers beside each other are no telephone. */
function isWrittenAsNumber(parts: readonly DigitGroup[], length: number): boolean {
  const own = length > 11 && parts[0]!.digits.length === length - 11 ? parts.slice(1) : parts
  const sizes = own.map((part) => part.digits.length)
  if (sizes.length === 1 || sizes.every((size) => size === 1)) return true
  return sizes.length === 2 || (sizes.length === 3 && sizes.every((size) => size >= 3))
}

function* landlineNumbers(text: string): Generator<Hit> {
  for (const { 0: written, 1: area, 2: own, index: start } of text.matchAll(LANDLINE)) {
    yield {
      start,
      end: start + written.length,
      canonical: `${area}${own}`,
      replacement: `${area}-${own!.slice(0, 2)}****${own!.slice(-2)}`,
      trace: [{ effect: 'for', text: '区号和位数是固定电话' }],
    }
  }
}
