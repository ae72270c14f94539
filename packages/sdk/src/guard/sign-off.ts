import {
  type Confirmation,
  type ConfirmationAnswer,
  type ReviewPolicy,
  type ReviewState,
  type Surface,
  type Unsigned,
  unsigned,
} from '@qianshao/rules-core'

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
      const { policy, confirmations = [], surface } = parts
      const subjects = parts.subjects?.()
      const answers = parts.answers?.() ?? []
      return unsigned(
        { policy, state: parts.state(), confirmations, answers, ...(surface && { surface }), ...(subjects && { subjects }) },
        digest,
      )
    },
  }
}
