import { type ReadonlySignal, signal } from '@preact/signals'
import { type OwedDuties, owedDuties } from '@qianshao/rules-core'
import type { DeviceTime } from './device-time.ts'
import { type RequestKey, signRequest } from './sign-request.ts'

/** What the office owes by a date, as its endpoint last told it. Without a network the last answer stays, with its time. */
export interface DutyBook {
  /** Undefined until there was an answer. */
  readonly owed: ReadonlySignal<OwedDuties | undefined>
  /** Asks again, at most once a minute; never rejects. */
  refresh(): Promise<void>
}

export interface DutyBookParts {
  /** Where to ask; undefined before the device has joined an endpoint. */
  endpoint(): (RequestKey & { endpoint: string; authority: string }) | undefined
  time: DeviceTime
  fetch: typeof fetch
  /** The answer kept from last time, and where to keep the next. */
  kept: unknown
  keep(owed: OwedDuties): void
}

const NOT_SOONER_MS = 60_000

export function openDutyBook({ endpoint, time, fetch, kept, keep }: DutyBookParts): DutyBook {
  const before = owedDuties.safeParse(kept)
  const owed = signal<OwedDuties | undefined>(before.success ? before.data : undefined)
  let askedAt = Number.NEGATIVE_INFINITY
  const ask = async () => {
    const joined = endpoint()
    if (!joined) return
    const url = new URL('v1/duties', joined.endpoint.endsWith('/') ? joined.endpoint : `${joined.endpoint}/`)
    const headers = await signRequest({ method: 'GET', url, body: new Uint8Array(0) }, joined, Math.floor(time.now().at / 1_000))
    const response = await fetch(url, { headers, credentials: 'omit', redirect: 'error' })
    if (!response.ok) return
    const answer = owedDuties.parse(await response.json())
    owed.value = answer
    keep(answer)
  }
  return {
    owed,
    async refresh() {
      const now = time.now().at
      if (now - askedAt < NOT_SOONER_MS && now >= askedAt) return
      askedAt = now
      try {
        await ask()
      } catch (cause) {
        // Offline, or a proxy's own page: what was told before stays on show, with its time.
        console.info('duties: the endpoint could not be asked', cause)
      }
    },
  }
}
