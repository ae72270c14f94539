import type { Clock } from '../outbox/outbox-port.ts'

/** Time that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Runs everything that is due within these milliseconds, in order. */
  pass(ms: number): void
  /** How many things are still to run. */
  pending(): number
}

export function fakeClock(start = Date.UTC(2026, 2, 2, 1)): FakeClock {
  let now = start
  let due: { at: number; run: () => void; signal: AbortSignal }[] = []
  return {
    now: () => now,
    after(ms, run, signal) {
      due.push({ at: now + ms, run, signal })
    },
    pass(ms) {
      const until = now + ms
      for (;;) {
        due = due.filter(({ signal }) => !signal.aborted)
        const next = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        due = due.filter((other) => other !== next)
        now = next.at
        next.run()
      }
      now = until
    },
    pending: () => due.filter(({ signal }) => !signal.aborted).length,
  }
}
