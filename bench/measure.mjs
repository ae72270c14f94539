// Times things that do the same work in one run, turn by turn, so that a busy machine slows all of them alike.
import { performance } from 'node:perf_hooks'

/**
 * Runs each of `contestants` (name → function) in turn until `seconds` are over, and answers the sorted times in milliseconds of each.
 * One that is slow gets fewer turns, but at least five.
 */
export function interleave(contestants, { seconds = 4, warm = 3, least = 5 } = {}) {
  const entries = Object.entries(contestants)
  const times = Object.fromEntries(entries.map(([name]) => [name, []]))
  for (const [, run] of entries) for (let i = 0; i < warm; i++) run(i)
  const share = (seconds * 1_000) / entries.length
  const spent = Object.fromEntries(entries.map(([name]) => [name, 0]))
  for (let turn = 0; ; turn++) {
    const open = entries.filter(([name]) => spent[name] < share || times[name].length < least)
    if (open.length === 0) break
    for (const [name, run] of open) {
      const before = performance.now()
      run(turn)
      const ms = performance.now() - before
      times[name].push(ms)
      spent[name] += ms
    }
  }
  for (const list of Object.values(times)) list.sort((a, b) => a - b)
  return times
}

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = (sorted) => percentile(sorted, 0.5)

/** Milliseconds with three figures that count. */
export function ms(value) {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(value >= 0.1 ? 3 : 4)
}

export const times = (value) => `${value >= 100 ? value.toFixed(0) : value.toFixed(1)}×`
