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
  const lookNow = () => {
    pause.abort()
    const seen = look()
    on.looked(seen)
    return seen
  }
  const schedule = () => {
    pause.abort()
    if (signal.aborted || composing.now()) return
    pause = new AbortController()
    clock.after(PAUSE_MS, () => void (composing.now() || signal.aborted || lookNow()), pause.signal)
  }
  const composing = watchComposing(schedule, signal)
  editor.onChange(() => {
    on.changed()
    schedule()
  }, signal)
  signal.addEventListener('abort', () => pause.abort(), { once: true })
  return { lookNow, composing }
}
