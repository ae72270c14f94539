import * as z from 'zod/mini'
import { mayHoldNumber } from '../text/number-runs.ts'
import { onceForText } from '../text/once-for-text.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'
import { landlineNumbers, localNumbers, mobileNumbers } from './telephones.ts'

const FINDERS = {
  mobile: onceForText((text) => [...mobileNumbers(text)]),
  landline: onceForText((text) => [...landlineNumbers(text)]),
  local: onceForText((text) => [...localNumbers(text)]),
}
/** Seven digits, however spelled, with at most three signs between two of them. */
const SHORT = /(?:[\d〇零一二三四五六七八九幺][ ,、\n\-—·•.]{0,3}){7}/

/**
 * Finds telephone numbers: `mobile` numbers of eleven digits with or without 86, `landline` numbers with area code, `local` ones of seven
 * or eight digits; also written apart, read out with pauses or spelled. Whose number it is, is for the rule's contexts: an office's
 * published contact is not private (design.md §4).
 */
export const phoneNumber = defineTextDetector({
  name: 'phone-number',
  options: z.strictObject({
    kind: z.enum(['mobile', 'landline', 'local']),
    certainty: z.optional(z.enum(['certain', 'doubtful'])),
    contexts: contextOptions,
  }),
  around: true,
  witness: ({ kind }) => [[{ digits: kind === 'mobile' ? 11 : 7 }]],
  prepare({ kind, certainty, contexts }) {
    const weigh = prepareWeighing(contexts)
    const quick = kind === 'mobile' ? mayHoldNumber : (text: string) => SHORT.test(text)
    return (text, place) => (quick(text) ? search(text, place) : NO_HITS)

    function* search(text: string, place: TextPlace): Generator<Hit> {
      for (const hit of FINDERS[kind](text)) {
        const found = weigh({ ...hit, ...(certainty && { certainty }) }, text, place)
        if (found) yield found
      }
    }
  },
})
