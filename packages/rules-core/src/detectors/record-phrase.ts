import { defineTextDetector } from './define-detector.ts'
import { phraseOptions, preparePhrases, witnessPhrases } from './phrase.ts'

/** Like `phrase`, but its contexts also see the lines before and after: an illness on one line, whose it is on the line above. */
export const recordPhrase = defineTextDetector({
  name: 'record-phrase',
  options: phraseOptions,
  around: true,
  witness: witnessPhrases,
  prepare: preparePhrases,
})
