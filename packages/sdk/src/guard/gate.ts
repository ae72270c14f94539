import { type Signal, signal } from '@preact/signals'
import { base64url, type Draft, type Unsigned } from '@qianshao/rules-core'
import type { AttachOptions, How } from '../attach-options.ts'
import { findingKey } from '../live/finding-key.ts'
import { checkDraft } from '../live/look.ts'
import { type LiveState, openFindings } from '../live/state.ts'
import type { Look } from '../live/watch.ts'
import type { Clock, OutboxEntry } from '../outbox/outbox-port.ts'
import type { Journal } from './journal.ts'
import { type Permit, type PublishRefusal, rule } from './permit.ts'
import { holdEntry, publishEntry } from './record.ts'

/** The publish dialog: which attempt it is about, and the host's word and control. */
export interface Attempt {
  /** What was to be sent; the editor's own text unless a request said otherwise. */
  look: Look
  /** True when the text did not come from the editor, so that fixing the editor is not enough to know. */
  foreign: boolean
  control?: HTMLElement
  /** What has still to be signed, where that alone stands in the way. */
  unsigned?: Unsigned
}

export interface Gate {
  attempt: Signal<Attempt | undefined>
  /** True once the person has chosen to go on unchecked; good for the next attempt at the same text. */
  goUnchecked(): void
  onControl(how: 'click' | 'key', control: HTMLElement): boolean
  request(look: Look, how: How, foreign: boolean): Promise<Permit | PublishRefusal>
  checkOf(draft: Draft): Look
  /** Makes the entry of a publication ready, so that a click has nothing to wait for. */
  prepare(look: Look): void
}

export interface GateParts {
  options: AttachOptions
  clock: Clock
  state: LiveState
  lookNow(): Look
  /** Fetches earlier answers to what this look found. */
  recall(look: Look): Promise<void>
  whenUnchecked: 'warn' | 'hold'
  journal: Journal
}

/** One gesture gives several events (key and click, click and submit): what was decided for the first holds for these. */
const SAME_GESTURE_MS = 700

export function createGate(parts: GateParts): Gate {
  const { options, clock, state, lookNow, recall, whenUnchecked, journal } = parts
  const attempt = signal<Attempt | undefined>(undefined)
  const session = options.checker.openSession()
  let ready: { text: string; entry: OutboxEntry } | undefined
  let warnedOf: string | undefined
  let last: { text: string; answers: unknown; at: number; went: boolean; unsigned?: Unsigned } | undefined

  const decide = (look: Look, foreign: boolean, control?: HTMLElement): { went: boolean; refusal?: PublishRefusal } => {
    const ruling = rule(look, state.answers.value, whenUnchecked, warnedOf === textOf(look), options.review ?? options.signOff)
    const went = ruling.may !== 'not'
    if (went) {
      warnedOf = undefined
      attempt.value = undefined
    } else {
      const { unsigned } = ruling.refusal
      attempt.value = { look, foreign: foreign && !isShown(look), ...(control && { control }), ...(unsigned && { unsigned }) }
    }
    last = {
      text: textOf(look),
      answers: state.answers.value,
      at: clock.now(),
      went,
      ...(ruling.may === 'not' && ruling.refusal.unsigned && { unsigned: ruling.refusal.unsigned }),
    }
    return went ? { went } : { went, refusal: ruling.refusal }
  }

  // What is sent may differ from the editor in fields and form; as long as the same findings are open, the editor's cards are the ones to mend.
  const isShown = (look: Look): boolean => {
    if (look.kind === 'unchecked') return true
    const keys = (seen: Look | undefined) =>
      openFindings(seen, state.answers.value).map((finding) => seen?.draft && findingKey(seen.draft, finding))
    const shown = new Set(keys(state.look.value))
    return keys(look).every((key) => shown.has(key))
  }

  const recordLater = (entry: Promise<OutboxEntry>) => {
    entry
      .then(options.outbox.put)
      .catch((cause: unknown) => console.error('attach: the ledger could not be written; free some storage', cause))
  }
  const recordClick = (look: Look) => {
    if (ready?.text === textOf(look)) journal.write(ready.entry)
    else
      publishEntry(look, options).then(journal.write, (cause: unknown) =>
        console.error('attach: the ledger entry could not be made', cause),
      )
  }

  return {
    attempt,
    goUnchecked() {
      const look = attempt.value?.look
      warnedOf = look && textOf(look)
      last = undefined
      attempt.value = undefined
    },
    onControl(how, control) {
      const look = lookNow()
      const text = textOf(look)
      if (last?.text === text && last.answers === state.answers.value && clock.now() - last.at < SAME_GESTURE_MS) {
        if (!last.went) attempt.value ??= { look, foreign: false, control, ...(last.unsigned && { unsigned: last.unsigned }) }
        return last.went
      }
      const { went } = decide(look, false, control)
      // Where the request itself is checked, that is what counts as published; a click may still be cancelled by the host's own dialogs.
      if (!went) recordLater(holdEntry(look, how, options))
      else if (options.publishedBy !== 'request' && !isNothing(look)) recordClick(look)
      return went
    },
    async request(look, how, foreign) {
      await recall(look).catch((cause: unknown) => console.warn('attach: earlier answers could not be read', cause))
      const { went, refusal } = decide(look, foreign)
      try {
        await options.outbox.put(went ? await publishEntry(look, options) : await holdEntry(look, how, options))
      } catch (cause) {
        console.error('attach: the ledger could not be written; free some storage', cause)
        if (went && whenUnchecked === 'hold') {
          return { refused: 'ledger-unwritable', hold: 0, ask: 0, explain: '台账无法写入，暂不能发布。请清理磁盘空间后再试。' }
        }
      }
      return refusal ?? { permit: base64url(crypto.getRandomValues(new Uint8Array(16))) }
    },
    prepare(look) {
      if (options.publishedBy === 'request' || ready?.text === textOf(look) || isNothing(look)) return
      publishEntry(look, options).then(
        (entry) => {
          ready = { text: textOf(look), entry }
        },
        (cause: unknown) => console.error('attach: the ledger entry could not be made', cause),
      )
    },
    checkOf: (draft) => checkDraft(draft, session, options.account, clock),
  }
}

/** Which text a look is about: its digest, or that it could not be read. */
function textOf(look: Look): string {
  return look.kind === 'checked' ? look.verdict.draftDigest! : look.why
}

function isNothing(look: Look): boolean {
  return look.kind === 'checked' && look.draft.blocks.length === 0 && look.draft.images.length === 0
}
