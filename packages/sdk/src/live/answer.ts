import type { DismissCode, ReviewRole } from '@qianshao/rules-core'

/** What a person said to a finding: it is not what the rule means (dismiss), or it may go out all the same (release). */
export type Answer =
  | { act: 'dismiss'; code: DismissCode; by: string; second?: string }
  | { act: 'release'; role: ReviewRole; reason: string; by: string }
