import type { Clock } from './clock.ts'

/** Counts attempts in the running minute. `take` says whether one more is allowed; `giveBack` undoes one that was no guess. */
export interface RateLimit {
  take(key: string): boolean
  giveBack(key: string): void
}

// Beyond so many keys the oldest are forgotten: an attacker with many addresses meets the limit over all.
const MOST_KEYS = 10_000

export function createRateLimit(clock: Clock, perMinute: number): RateLimit {
  const windows = new Map<string, { minute: number; count: number }>()
  return {
    take(key) {
      const minute = Math.floor(clock.now() / 60_000)
      const window = windows.get(key)
      if (!window || window.minute !== minute) {
        windows.delete(key)
        windows.set(key, { minute, count: 1 })
        if (windows.size > MOST_KEYS) windows.delete(windows.keys().next().value!)
        return true
      }
      if (window.count >= perMinute) return false
      window.count += 1
      return true
    },
    giveBack(key) {
      const window = windows.get(key)
      if (window && window.count > 0) window.count -= 1
    },
  }
}
