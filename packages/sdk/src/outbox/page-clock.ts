import type { Clock } from './outbox-port.ts'

/** The time of this machine, with the page's timers. */
export const pageClock: Clock = {
  now: () => Date.now(),
  after(ms, run, signal) {
    if (signal.aborted) return
    const timer = setTimeout(run, ms)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  },
}
