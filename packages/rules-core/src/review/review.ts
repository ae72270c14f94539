import type { ReviewItem, ReviewRole, ReviewStep } from '../pack/schema.ts'
import type { Grant } from './grant.ts'

/** 三审三校: what has to be signed, by whom, and what has been. All of it is read-only in practice. */

export interface ReviewAction {
  /**
   * `approve` signs the step of the role, `reject` returns the draft to its author; both make a signed statement (protocol.md §6.1).
   * `confirm` and `object` are what another office says of this text; an objection stands until that office confirms. `confirm` also
   * closes a debt after an emergency. `escalate` asks the next higher leader to decide for both; `reroute` moves the item to the chain
   * of another origin.
   */
  action: 'submit' | 'edit' | 'approve' | 'reject' | 'escalate' | 'reroute' | 'confirm' | 'object' | 'publish-request' | 'publish'
  role: ReviewRole
  /** Whoever acts; two persons are the same if this is equal. */
  by: string
  /** Epoch milliseconds. */
  at: number
  /** Of the text that the person had before them (protocol.md §1.1). */
  digest: string
  /** Of `reject` and `object`: what is wrong, for the author. */
  remarks?: string
  /** Of `reroute`: where to. Without it an own item goes to the chain of other channels, and any other comes back as an own one. */
  to?: ReviewItem['origin']
  /** The person signs for another, who is away (protocol.md §6.5). */
  grant?: Grant
}

export interface SignedStep {
  step: ReviewStep
  /** `lapsed`: signed, and the text has changed since. A signature that was taken back is `none`. */
  signature: 'none' | 'valid' | 'lapsed'
  by?: string
  at?: number
  /** The text that was signed. It differs from the review's own only in a carried signature (protocol.md §6.3). */
  digest?: string
  /** May be signed after publication, by somebody else than the one who published. */
  owed?: true
  /** Who returned the draft at this step, or objected; gone once the step is signed. */
  against?: { by: string; at: number; remarks?: string }
  /** Who asked the next higher leader to decide about this text. */
  asksAbove?: { by: string; at: number }
  /** The higher leader whose signature stands for this step too. */
  decidedBy?: ReviewRole
  /** For whom the step was signed. */
  onBehalf?: string
}

export interface ReviewState {
  stage: 'drafting' | 'in-review' | 'approved' | 'published'
  digest: string
  item: ReviewItem
  /** In the order of signing. */
  steps: readonly SignedStep[]
  /** The last change of text: whose, and which text it replaced. */
  edited?: { by: string; from: string }
  publishedBy?: string
  /** The last of the chain asked for a leader above it. */
  raised?: true
}

export interface Refusal {
  refused: 'wrong-role' | 'same-person' | 'out-of-order' | 'not-approved' | 'text-changed' | 'forbidden'
  /** Roles that still have to sign exactly this text; empty when no signature can help. */
  missing: readonly ReviewRole[]
  /** What is wrong and what to do, in Chinese. */
  explain: string
  clauseIds: readonly string[]
}

export function isRefusal<T extends object>(outcome: T | Refusal): outcome is Refusal {
  return 'refused' in outcome
}

/** Steps without which the text may not be published; after an emergency publication, the steps still owed. */
export function missingSteps(state: ReviewState): readonly ReviewStep[] {
  const owed = state.stage === 'published'
  return state.steps.filter((one) => one.signature !== 'valid' && (one.owed ?? false) === owed).map(({ step }) => step)
}
