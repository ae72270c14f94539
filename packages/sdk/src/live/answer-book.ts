import type { Answer } from '@qianshao/rules-core'
import type { FindingId } from '../report/redactor.ts'

/** An answer given earlier. `same`: value and sentence are the same, it applies; otherwise only the value is, and it is offered. */
export interface Recalled {
  answer: Answer
  /** Epoch milliseconds. */
  at: number
  same: boolean
}

/** Remembers dismissals and releases under keyed identities, never under text (protocol.md §2.3). */
export interface AnswerBook {
  recall(ids: readonly FindingId[]): Promise<readonly (Recalled | undefined)[]>
  remember(id: FindingId, answer: Answer, at: number): Promise<void>
  forget(id: FindingId): Promise<void>
}
