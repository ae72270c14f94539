import type { Draft } from '@qianshao/rules-core'
import { mask, reviewBucket } from '@qianshao/rules-core'
import type { AttachOptions, How } from '../attach-options.ts'
import type { Look } from '../live/watch.ts'
import type { OutboxEntry } from '../outbox/outbox-port.ts'

type Recorder = Pick<AttachOptions, 'account' | 'redactor' | 'column' | 'site' | 'review'>

/** The ledger's entry of a text that was let through (protocol.md §4.1). */
export async function publishEntry(look: Look, options: Recorder): Promise<OutboxEntry> {
  if (look.kind === 'unchecked') return uncheckedEntry(look, options, true)
  const checked = await options.redactor.checked(look.draft, look.verdict, look.ms)
  const title = titleOf(look.draft)
  const signed = options.review?.signed(look.verdict.draftDigest!)
  return {
    kind: 'publish',
    acct: options.account,
    ...checked,
    ...(options.column !== undefined && { column: options.column }),
    gate: 'guard',
    receipt: null,
    reviews: signed?.reviews ?? 0,
    reviewMin: reviewBucket(signed?.minutes ?? 0),
    sched: false,
    ...(title && { label: mask(title, 'title') }),
  }
}

/** The ledger's entry of an attempt that was held. */
export async function holdEntry(look: Look, how: How, options: Recorder): Promise<OutboxEntry> {
  if (look.kind === 'unchecked') return uncheckedEntry(look, options, false)
  return { kind: 'hold', acct: options.account, ...(await options.redactor.checked(look.draft, look.verdict, look.ms)), how }
}

function uncheckedEntry(look: Extract<Look, { kind: 'unchecked' }>, options: Recorder, published: boolean): OutboxEntry {
  return { kind: 'unchecked', acct: options.account, why: look.why, published, ...(options.site && { site: options.site }) }
}

function titleOf(draft: Draft): string | undefined {
  return draft.blocks.find(({ role }) => role === 'title')?.text
}
