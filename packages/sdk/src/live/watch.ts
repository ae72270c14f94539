import type { Draft, Verdict } from '@qianshao/rules-core'
import type { EditorAdapter } from '../editor/adapter.ts'
import type { Clock } from '../outbox/outbox-port.ts'
import { type Composing, watchComposing } from './composing.ts'

export type UncheckedWhy = 'not-recognised' | 'unreadable' | 'too-long'

/** What one look at the editor gave. `ms` is how long the check took. */
export type Look =
  | { kind: 'checked'; draft: Draft; verdict: Verdict; ms: number }
  | { kind: 'unchecked'; why: UncheckedWhy; draft?: Draft; verdict?: Verdict }

/** Long enough that nobody is interrupted, short enough that the answer is there when the hands rest. */
const PAUSE_MS = 150
/** A check of a very long draft takes long enough to be felt; then at most a quarter of the time goes into checking, so that typing stays usable. */
const REST_PER_LOOK = 3
const LONGEST_PAUSE_MS = 3_000

export interface Watching {
  /** Looks now, whatever the pause. */
  lookNow(): Look
  composing: Composing
}

/** Looks after every change, once the hands rest: nothing while an input method is composing. */
export function watchEditor(
  editor: EditorAdapter,
  look: () => Look,
  clock: Clock,
  on: { changed(): void; looked(look: Look): void },
  signal: AbortSignal,
): Watching {
  let pause = new AbortController()
  let wait = PAUSE_MS
  const lookNow = () => {
    pause.abort()
    const seen = look()
    if (seen.kind === 'checked') wait = Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, seen.ms * REST_PER_LOOK))
    on.looked(seen)
    return seen
  }
  const schedule = () => {
    pause.abort()
    if (signal.aborted || composing.now()) return
    pause = new AbortController()
    clock.after(wait, () => void (composing.now() || signal.aborted || lookNow()), pause.signal)
  }
  const composing = watchComposing(schedule, signal)
  editor.onChange(() => {
    on.changed()
    schedule()
  }, signal)
  signal.addEventListener('abort', () => pause.abort(), { once: true })
  return { lookNow, composing }
}
