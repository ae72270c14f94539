import { type Signal, signal } from '@preact/signals'
import { base64url, type Draft } from '@qianshao/rules-core'
import type { AttachOptions, How } from '../attach-options.ts'
import { checkDraft } from '../live/look.ts'
import type { LiveState } from '../live/state.ts'
import type { Look } from '../live/watch.ts'
import type { Clock } from '../outbox/outbox-port.ts'
import { type Permit, type PublishRefusal, rule } from './permit.ts'
import { holdEntry, publishEntry } from './record.ts'

/** The publish dialog: which attempt it is about, and the host's word and control. */
export interface Attempt {
  /** What was to be sent; the editor's own text unless a request said otherwise. */
  look: Look
  /** True when the text did not come from the editor, so that fixing the editor is not enough to know. */
  foreign: boolean
  control?: HTMLElement
}

export interface Gate {
  attempt: Signal<Attempt | undefined>
  /** True once the person has chosen to go on unchecked; good for the next attempt at the same text. */
  goUnchecked(): void
  onControl(how: 'click' | 'key', control: HTMLElement): boolean
  request(look: Look, how: How, foreign: boolean): Promise<Permit | PublishRefusal>
  checkOf(draft: Draft): Look
}

/** One gesture gives several events (key and click, click and submit): what was decided for the first holds for these. */
const SAME_GESTURE_MS = 700

export function createGate(
  options: AttachOptions,
  clock: Clock,
  state: LiveState,
  lookNow: () => Look,
  whenUnchecked: 'warn' | 'hold',
): Gate {
  const attempt = signal<Attempt | undefined>(undefined)
  const session = options.checker.openSession()
  let warnedOf: string | undefined
  let last: { text: string; answers: unknown; at: number; went: boolean } | undefined

  const decide = (look: Look, foreign: boolean, control?: HTMLElement): { went: boolean; refusal?: PublishRefusal } => {
    const ruling = rule(look, state.answers.value, whenUnchecked, warnedOf === textOf(look))
    const went = ruling.may !== 'not'
    if (went) {
      warnedOf = undefined
      attempt.value = undefined
    } else {
      attempt.value = { look, foreign, ...(control && { control }) }
    }
    last = { text: textOf(look), answers: state.answers.value, at: clock.now(), went }
    return went ? { went } : { went, refusal: ruling.refusal }
  }

  const recordLater = (entry: Promise<Parameters<typeof options.outbox.put>[0]>) => {
    entry
      .then(options.outbox.put)
      .catch((cause: unknown) => console.error('attach: the ledger could not be written; free some storage', cause))
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
      if (last?.text === text && last.answers === state.answers.value && clock.now() - last.at < SAME_GESTURE_MS) return last.went
      const { went } = decide(look, false, control)
      // Where the request itself is checked, that is what counts as published; a click may still be cancelled by the host's own dialogs.
      if (!went) recordLater(holdEntry(look, how, options))
      else if (options.publishedBy !== 'request' && !isNothing(look)) recordLater(publishEntry(look, options))
      return went
    },
    async request(look, how, foreign) {
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
