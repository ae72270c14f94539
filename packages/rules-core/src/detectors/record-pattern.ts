import { defineTextDetector } from './define-detector.ts'
import { patternOptions, preparePatterns, witnessPatterns } from './pattern.ts'

/**
 * Like `pattern`, but its contexts also see the lines before and after: for what stands in records written one field a line,
 * where the name is on one line and the address on the next.
 */
export const recordPattern = defineTextDetector({
  name: 'record-pattern',
  options: patternOptions,
  around: true,
  witness: witnessPatterns,
  prepare: preparePatterns,
})
