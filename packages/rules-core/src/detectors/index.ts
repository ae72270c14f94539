import { bankCard } from './bank-card.ts'
import { cueGroups } from './cue-groups.ts'
import type { Detector } from './detector.ts'
import { doorAddress } from './door-address.ts'
import { fixedList } from './fixed-list.ts'
import { harmfulLink } from './harmful-link.ts'
import { interpretationLink } from './interpretation-link.ts'
import { linkTarget } from './link-target.ts'
import { markupNumber } from './markup-number.ts'
import { markupPattern } from './markup-pattern.ts'
import { mixedPunctuation } from './mixed-punctuation.ts'
import { nearPhrase } from './near-phrase.ts'
import { nearTitle } from './near-title.ts'
import { pairedMarks } from './paired-marks.ts'
import { pattern } from './pattern.ts'
import { phoneNumber } from './phone-number.ts'
import { phraseList } from './phrase.ts'
import { recordPattern } from './record-pattern.ts'
import { recordPhrase } from './record-phrase.ts'
import { residentId } from './resident-id.ts'
import { secrecyMarking } from './secrecy-marking.ts'
import { sourceCredit } from './source-credit.ts'
import { splitNumber } from './split-number.ts'
import { topicWords } from './topic-words.ts'

/** The built-in detectors, one line each. A vendor's own are given to `createChecker`. */
export const builtInDetectors: readonly Detector[] = [
  bankCard,
  cueGroups,
  doorAddress,
  fixedList,
  harmfulLink,
  interpretationLink,
  linkTarget,
  markupNumber,
  markupPattern,
  mixedPunctuation,
  nearPhrase,
  nearTitle,
  pairedMarks,
  pattern,
  phoneNumber,
  phraseList,
  recordPattern,
  recordPhrase,
  residentId,
  secrecyMarking,
  sourceCredit,
  splitNumber,
  topicWords,
]
