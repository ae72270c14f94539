import type { DraftMeta } from '@qianshao/rules-core'
import type { GateOrder, GateQuestion } from '../../page-channel.ts'
import type { Site } from '../../sites/site.ts'
import type { Desk } from './desk.ts'
import type { Following } from './follow-editors.ts'
import { sentDraft } from './sent-draft.ts'

/** Decides about a request that is about to publish: by the text that it carries, else by the editor, else as one that nobody could read. */
export async function answerGate(
  question: GateQuestion,
  parts: { site: Site; desk: Desk; following: Following; order(order: GateOrder): void },
): Promise<void> {
  const { site, desk, following, order } = parts
  if (question.refused) return noteRefused(question, parts)
  const { texts } = question
  const draft = texts ? sentDraft(texts, metaOf(site, desk)) : following.onlyDraft()
  desk.markScheduled(question.scheduled)
  const speaker = await following.speakerFor(draft)
  const said = draft ? await speaker.permitFor(draft, 'request') : await speaker.permitUnread('request')
  const pass = 'permit' in said
  if (pass) following.letGo()
  order({ type: 'answer', id: question.id, pass })
}

// The gate could not wait, so nothing went out: this is a hold, and the panel opens on what there is to say about the text.
async function noteRefused(
  { texts }: GateQuestion,
  { site, desk, following }: { site: Site; desk: Desk; following: Following },
): Promise<void> {
  const acct = desk.account
  if (!texts) {
    await desk.outbox.put({ kind: 'unchecked', why: 'unreadable', published: false, site: site.id, acct })
    ;(await following.speakerFor(undefined)).open()
    return
  }
  const draft = sentDraft(texts, metaOf(site, desk))
  const began = performance.now()
  const verdict = desk.checker.check(draft)
  const checked = await desk.redactor.checked(draft, verdict, performance.now() - began)
  await desk.outbox.put({ kind: 'hold', how: 'request', ...checked, acct })
  ;(await following.speakerFor(draft)).open()
}

function metaOf(site: Site, desk: Desk): DraftMeta {
  return { surface: site.surface, account: desk.account, day: beijingDay(Date.now()) }
}

/** `YYYY-MM-DD` in Beijing, which has been eight hours ahead of UTC without summer time since 1992. */
function beijingDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}
