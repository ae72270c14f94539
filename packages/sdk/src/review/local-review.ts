import {
  changeRecord,
  isRefusal,
  type Refusal,
  type ReviewPolicy,
  type ReviewRecord,
  reviewRecord,
  reviewStateOf,
} from '@qianshao/rules-core'
import type { ReviewHome } from './review-home.ts'

/** Where a device keeps the reviews of its drafts. */
export interface ReviewStore {
  get(key: string): Promise<unknown>
  set(key: string, record: ReviewRecord): Promise<void>
}

/** For pages where the browser keeps nothing. */
export function memoryReviews(): ReviewStore {
  const records = new Map<string, ReviewRecord>()
  return { get: async (key) => records.get(key), set: async (key, record) => void records.set(key, record) }
}

/**
 * The review of one draft, kept on this device and signed by the persons of this desk. `key` names the draft: the host's own article id.
 * Two steps that must be signed by different persons are not both signed here unless the pack says `sameDeskAllowed` (protocol.md §6.6).
 */
export function localReview(policy: ReviewPolicy, store: ReviewStore, key: string): ReviewHome {
  return {
    signsBy: 'pin',
    read: () => store.get(key),
    async write(change) {
      const kept = await store.get(key)
      const record = kept === undefined ? undefined : reviewRecord.parse(kept)
      const next = changeRecord(policy, record, change)
      if (isRefusal(next)) return next
      const refused = policy.sameDeskAllowed ? undefined : refuseSameDesk(policy, record, next)
      if (refused) return refused
      await store.set(key, next)
      return next
    },
  }
}

/** Everything kept here was signed on this device. */
function refuseSameDesk(policy: ReviewPolicy, before: ReviewRecord | undefined, after: ReviewRecord): Refusal | undefined {
  const { steps } = reviewStateOf(policy, after)
  const known = before ? reviewStateOf(policy, before).steps : []
  const signed = steps.filter(({ signature }) => signature === 'valid')
  const fresh = signed.filter(({ step }) => known.find((one) => one.step.role === step.role)?.signature !== 'valid')
  const beside = fresh.flatMap(({ step }) =>
    signed.filter((one) => one.step !== step && (step.differsFrom.includes(one.step.role) || one.step.differsFrom.includes(step.role))),
  )
  const [other] = beside
  if (!other) return undefined
  return {
    refused: 'same-person',
    missing: fresh.map(({ step }) => step.role),
    explain: `${other.step.title}是在这台电脑上签的，这一步要在他自己的电脑上签，或者请管理员允许同机签字。`,
    clauseIds: policy.clauseIds,
  }
}
