import type { Refusal, ReviewChange, ReviewRecord } from '@qianshao/rules-core'

/**
 * Where the review of the draft in the editor is kept: on this device, or in the host's own workflow. Whoever keeps it applies each
 * change with `changeRecord`, so that a page cannot write a signature that the policy refuses.
 */
export interface ReviewHome {
  /** `login`: the host knows who acts, by its own login; `pin`: a person of this desk proves it with a PIN. */
  signsBy: 'login' | 'pin'
  /** What is kept, or undefined while nothing is; the desk parses it. Rejects where it cannot be read. */
  read(): Promise<unknown>
  /** The record after the change, or why it was refused. Rejects where it could not be kept. */
  write(change: ReviewChange): Promise<ReviewRecord | Refusal>
}
