import type { Clock } from '../outbox/outbox-port.ts'

/** Long for a batch of 64 KiB on a bad line, short enough that the queue moves on. */
const PATIENCE_MS = 30_000

/**
 * A fetch that gives up after 30 seconds, the reading of the answer included: an endpoint that takes a connection and never answers must not
 * hold the queue for ever. What was sent stays where it is and is tried again.
 */
export function fetchWithin(fetchIt: typeof fetch, clock: Clock): typeof fetch {
  return async (input, init) => {
    const request = new AbortController()
    const finished = new AbortController()
    const giveUp = () => request.abort()
    const outer = init?.signal
    if (outer?.aborted) giveUp()
    outer?.addEventListener('abort', giveUp, { once: true, signal: finished.signal })
    clock.after(PATIENCE_MS, giveUp, finished.signal)
    try {
      const response = await fetchIt(input, { ...init, signal: request.signal })
      const { status, headers } = response
      const body = await response.arrayBuffer()
      return new Response(body.byteLength > 0 ? body : null, { status, headers })
    } finally {
      finished.abort()
    }
  }
}
