import type { Clock } from '../outbox/outbox-port.ts'
import type { TimeNow } from '../outbox/write-line.ts'

/** This machine's time, corrected by what the endpoint said last (protocol.md §3.6). */
export interface DeviceTime {
  now(): TimeNow
  /** Milliseconds to add to this machine's clock. */
  offset(): number
  /** Takes the endpoint's time, from a response over TLS. */
  learn(endpointNow: number): void
}

/** `known`: the offset of an earlier session, then called `local` until the endpoint is heard again. */
export function deviceTime(clock: Clock, known: number | undefined, keep: (offset: number) => void): DeviceTime {
  let offset = known ?? 0
  let state: TimeNow['clock'] = known === undefined ? 'never' : 'local'
  return {
    now: () => ({ at: clock.now() + offset, clock: state }),
    offset: () => offset,
    learn(endpointNow) {
      offset = endpointNow - clock.now()
      state = 'synced'
      keep(offset)
    },
  }
}
