import { bankCard } from './bank-card.ts'
import type { Detector } from './detector.ts'
import { linkTarget } from './link-target.ts'
import { pattern } from './pattern.ts'
import { phoneNumber } from './phone-number.ts'
import { phraseList } from './phrase.ts'
import { recordPattern } from './record-pattern.ts'
import { residentId } from './resident-id.ts'
import { secrecyMarking } from './secrecy-marking.ts'
import { sourceCredit } from './source-credit.ts'

/** The built-in detectors, one line each. A vendor's own are given to `createChecker`. */
export const builtInDetectors: readonly Detector[] = [
  bankCard,
  linkTarget,
  pattern,
  phoneNumber,
  phraseList,
  recordPattern,
  residentId,
  secrecyMarking,
  sourceCredit,
]
