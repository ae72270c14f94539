import {
  advanceReview,
  type Confirmation,
  type ConfirmationAnswer,
  isRefusal,
  missingConfirmations,
  type ReviewPolicy,
  type ReviewState,
  type Surface,
} from '@qianshao/rules-core'

/** What has still to be signed or answered about exactly one text. `explain` is Chinese and says what to do. */
export interface Unsigned {
  explain: string
  /** Titles of the steps, in order of signing. */
  signatures: readonly string[]
  /** Questions without the answer that lets the text go. */
  questions: readonly string[]
}

/** The port of a host's own workflow: asked at every attempt to publish, about the text that would go out. */
export interface SignOff {
  /** `digest` is the draft's (protocol.md §1.1); undefined where the text could not be read. Undefined: everything is signed. */
  missing(digest: string | undefined): Unsigned | undefined
}

export interface SignOffParts {
  policy: ReviewPolicy
  /** The review as it stands now. */
  state(): ReviewState
  confirmations?: readonly Confirmation[]
  answers?(): readonly ConfirmationAnswer[]
  surface?: Surface
  /** What the item is about, as its author ticked it. */
  subjects?(): readonly string[] | undefined
}

/** A sign-off by the review machine itself: a publication is refused as `advanceReview` would refuse it. */
export function signOffBy(parts: SignOffParts): SignOff {
  return {
    missing(digest) {
      if (digest === undefined) return { explain: '读不到这一稿，不能核对签字，请重新识别后再发。', signatures: [], questions: [] }
      const state = parts.state()
      const outcome = advanceReview(parts.policy, state, { action: 'publish-request', role: 'handler', by: '', at: 0, digest })
      const subjects = parts.subjects?.()
      const thing = { item: state.item, digest, ...(parts.surface && { surface: parts.surface }), ...(subjects && { subjects }) }
      const open = missingConfirmations(parts.confirmations ?? [], 'publish', thing, parts.answers?.() ?? [])
      const questions = open.map(({ question }) => question)
      if (!isRefusal(outcome)) {
        return questions.length === 0
          ? undefined
          : { explain: `还有 ${questions.length} 个问题没有答好，答好后再发。`, signatures: [], questions }
      }
      const titles = new Map(state.steps.map(({ step }) => [step.role, step.title]))
      return { explain: outcome.explain, signatures: outcome.missing.map((role) => titles.get(role) ?? role), questions }
    },
  }
}
