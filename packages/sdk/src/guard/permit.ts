import type { Answer, Unsigned } from '@qianshao/rules-core'
import { countKinds } from '@qianshao/rules-core'
import { isEmpty } from '../live/look.ts'
import { openFindings } from '../live/state.ts'
import type { Look } from '../live/watch.ts'
import type { SignOff } from './sign-off.ts'

/** Good for one text on one account, shortly: the host passes it to whoever publishes. */
export interface Permit {
  permit: string
}

/** Why publishing may not go on now. `explain` is Chinese and says what to do. */
export interface PublishRefusal {
  refused: 'hold' | 'review' | 'unchecked' | 'unsigned' | 'ledger-unwritable'
  /** How many findings are still open. */
  hold: number
  ask: number
  explain: string
  /** Of `unsigned`: whose signature, and which answers, are missing for exactly this text. */
  unsigned?: Unsigned
}

export type Ruling = { may: 'go' } | { may: 'go-unchecked' } | { may: 'not'; refusal: PublishRefusal }

/**
 * May exactly this text go out? `warned`: the person has seen the warning about an unchecked text and wants to go on. An empty editor is
 * the host's own affair: it has a message for that, and there is nothing to hold.
 */
export function rule(
  look: Look,
  answers: ReadonlyMap<string, Answer>,
  whenUnchecked: 'warn' | 'hold',
  warned: boolean,
  signOff?: SignOff,
): Ruling {
  const open = openFindings(look, answers)
  const { hold, ask } = countKinds(open)
  const not = (refused: PublishRefusal['refused'], explain: string): Ruling => ({ may: 'not', refusal: { refused, hold, ask, explain } })
  if (look.kind === 'checked' && isEmpty(look.draft)) return { may: 'go' }
  if (hold > 0) return not('hold', `还有 ${hold} 处须改，改好后再发。`)
  if (ask > 0) return not('review', `还有 ${ask} 处待核对，逐项核对后再发。`)
  const unsigned = signOff?.missing(look.kind === 'checked' ? (look.verdict.draftDigest ?? undefined) : undefined)
  if (unsigned) return { may: 'not', refusal: { refused: 'unsigned', hold, ask, explain: unsigned.explain, unsigned } }
  if (look.kind === 'checked') return { may: 'go' }
  if (whenUnchecked === 'hold') return not('unchecked', '这一稿没有检查过。认出编辑区以前，暂不能发布。')
  return warned ? { may: 'go-unchecked' } : not('unchecked', '这一稿没有检查过。请先重新识别，或确认后再发。')
}
