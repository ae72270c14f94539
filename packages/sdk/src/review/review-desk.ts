import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  advanceReview,
  type ConfirmationAnswer,
  digestOnly,
  isRefusal,
  openReview,
  PLAIN_ITEM,
  type ReviewAction,
  type ReviewChange,
  type ReviewItem,
  type ReviewRecord,
  type ReviewState,
  reviewRecord,
  reviewStateOf,
  type Surface,
  type Unit,
} from '@qianshao/rules-core'
import { type SignOff, signOffBy } from '../guard/sign-off.ts'
import type { ReviewBasis } from './review-basis.ts'
import type { ReviewHome } from './review-home.ts'

/** The review of the draft in the editor, as the panel shows it and the guard asks it. Answers are Chinese and say what to do. */
export interface ReviewDesk extends SignOff, ReviewBasis {
  signsBy: ReviewHome['signsBy']
  surface: Surface | undefined
  /** Undefined until something was kept. */
  record: ReadonlySignal<ReviewRecord | undefined>
  /** As of the text that was last acted on. */
  state: ReadonlySignal<ReviewState>
  /** As it would be with this text, which nobody may have acted on yet. */
  stateFor(digest: string | undefined): ReviewState
  /** The kept review could not be read: nothing counts as signed, and nothing can be. */
  trouble: ReadonlySignal<string | undefined>
  /** Looks again at what is kept. */
  refresh(): Promise<void>
  /** Undefined when it is done, else what is wrong. `text`: the units of the text that the person sees. */
  act(act: Pick<ReviewAction, 'action' | 'role' | 'by' | 'remarks'>, text: readonly Unit[]): Promise<string | undefined>
  answer(answer: Pick<ConfirmationAnswer, 'confirmationId' | 'answer' | 'by'>, digest: string): Promise<string | undefined>
  describe(item: ReviewItem, subjects: readonly string[] | undefined): Promise<string | undefined>
  /** Of a text with that digest: how many have signed it, and the minutes from the first act to the last signature. */
  signed(digest: string): { reviews: number; minutes: number }
}

export interface ReviewDeskParts {
  basis: ReviewBasis
  home: ReviewHome
  surface?: Surface
  /** Epoch milliseconds. */
  now?: () => number
}

const UNREADABLE = '这一稿的审核记录读不出来，暂不能签字。请刷新网页再试，还不行请找管理员。'
const UNWRITTEN = '没能记下，签字没有生效。请检查网络后再点一次。'

/** Opens the review that `home` keeps; reads it at once. */
export function openReviewDesk({ basis, home, surface, now = Date.now }: ReviewDeskParts): ReviewDesk {
  const { policy, confirmations } = basis
  const record = signal<ReviewRecord | undefined>(undefined)
  const trouble = signal<string | undefined>(undefined)
  const state = computed(() => (record.value ? reviewStateOf(policy, record.value) : openReview(policy, PLAIN_ITEM, digestOnly([]))))
  const signOff = signOffBy({
    policy,
    state: () => state.value,
    confirmations,
    answers: () => record.value?.answers ?? [],
    ...(surface && { surface }),
    subjects: () => record.value?.subjects,
  })

  const refresh = async () => {
    try {
      const kept = await home.read()
      record.value = kept === undefined || kept === null ? undefined : reviewRecord.parse(kept)
      trouble.value = undefined
    } catch (cause) {
      console.warn('review: what is kept could not be read', cause)
      record.value = undefined
      trouble.value = UNREADABLE
    }
  }
  const write = async (change: ReviewChange): Promise<string | undefined> => {
    if (trouble.value) return trouble.value
    try {
      const next = await home.write(change)
      if (isRefusal(next)) {
        await refresh()
        return next.explain
      }
      record.value = next
      return undefined
    } catch (cause) {
      console.warn('review: a change could not be kept', cause)
      return UNWRITTEN
    }
  }
  void refresh()

  return {
    ...basis,
    signsBy: home.signsBy,
    surface,
    record,
    state,
    trouble,
    refresh,
    stateFor(digest) {
      if (digest === undefined) return state.value
      const edited = advanceReview(policy, state.value, { action: 'edit', role: 'handler', by: '', at: 0, digest })
      return isRefusal(edited) ? state.value : edited
    },
    missing: (digest) => (trouble.value ? { explain: trouble.value, signatures: [], questions: [] } : signOff.missing(digest)),
    act: (act, text) => write({ change: 'act', act: { ...act, at: now(), digest: digestOnly(text) }, text: [...text] }),
    answer: (answer, digest) => write({ change: 'answer', answer: { ...answer, at: now(), digest } }),
    describe: (item, subjects) => write({ change: 'describe', item, ...(subjects && { subjects: [...subjects] }) }),
    signed(digest) {
      const times = state.value.steps.flatMap((one) => (one.signature === 'valid' && one.digest === digest ? [one.at ?? 0] : []))
      const first = record.value?.acts[0]?.at
      const minutes = first === undefined || times.length === 0 ? 0 : (Math.max(...times) - first) / 60_000
      return { reviews: times.length, minutes: Math.max(0, minutes) }
    },
  }
}
