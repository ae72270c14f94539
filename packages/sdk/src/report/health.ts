import { effect, type ReadonlySignal } from '@preact/signals'
import { ENGINE_VERSION } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import type { AsideLine, Clock, Outbox, OutboxEntry } from '../outbox/outbox-port.ts'

/** protocol.md §4.1: daily, or on change. */
const DAY_MS = 86_400_000
/** A batch may put many lines aside; one report speaks of them all. */
const SETTLED_MS = 60_000
const MOST = 100_000
/** The last bucket also stands for a device that follows no catalogue of packs. */
const NO_CATALOGUE = 4

const reported = z.object({ at: z.number(), aside: z.number(), lost: z.number() })
const subject = z.object({ acct: z.string(), packs: z.array(z.string()) })

export interface HealthParts {
  outbox: Outbox
  /** False while no endpoint would hear it. */
  joined: ReadonlySignal<boolean>
  /** Speaks for a device that has not written anything yet. */
  firstAccount(): string | undefined
  /** Milliseconds by which this machine's clock is wrong. */
  offset(): number
  clock: Clock
  /** What has to outlive the page: when it was last reported, and of what. */
  memory: { get(key: string): Promise<unknown>; set(key: string, value: unknown): Promise<void> }
}

/**
 * Reports the state of the queue: a day after the last report, or earlier when lines were put aside or lost since. Returns the outbox
 * through which entries are written, so that a report can name the account and the packs that this device last worked with.
 */
export function reportHealth(parts: HealthParts, stop: AbortSignal): Outbox {
  const { outbox, joined, clock, memory } = parts
  let pause = new AbortController()
  let lookAt = Number.POSITIVE_INFINITY
  let running: Promise<void> = Promise.resolve()

  const lookIn = (ms: number) => {
    // What comes sooner stands: a background that is stopped soon after its start looks at once or never.
    if (stop.aborted || lookAt <= clock.now() + ms) return
    pause.abort()
    pause = new AbortController()
    lookAt = clock.now() + ms
    clock.after(
      ms,
      () => {
        lookAt = Number.POSITIVE_INFINITY
        running = running.then(look).catch((cause: unknown) => {
          console.warn('health: the state of the outbox could not be reported; tried again in a day', cause)
          lookIn(DAY_MS)
        })
      },
      pause.signal,
    )
  }

  const look = () =>
    oneReporter(async () => {
      if (stop.aborted || !joined.value) return
      const { waiting, aside, merged, lost } = await outbox.list()
      const now = { at: clock.now(), aside: ownAside(aside), lost }
      const before = reported.safeParse(await memory.get('health'))
      // Joining has just told the endpoint about this device: the first report is a day later.
      if (!before.success) await memory.set('health', now)
      const last = before.success ? before.data : now
      const due = last.at + DAY_MS
      // A clock that was set back would otherwise silence the device until it has caught up.
      const isDue = clock.now() >= due || last.at > clock.now() + DAY_MS
      if (!isDue && last.aside === now.aside && last.lost === now.lost) return lookIn(due - clock.now())
      const about = subject.safeParse(await memory.get('subject'))
      const acct = about.success ? about.data.acct : parts.firstAccount()
      if (acct === undefined) return lookIn(DAY_MS)
      await outbox.put({
        kind: 'health',
        acct,
        waiting: Math.min(MOST, waiting.length),
        aside: Math.min(MOST, aside.length),
        merged: Math.min(MOST, merged),
        lost: Math.min(MOST, lost),
        offset: offsetBucket(parts.offset()),
        engine: ENGINE_VERSION,
        packs: about.success ? about.data.packs : [],
        catalogAge: NO_CATALOGUE,
        head: null,
      })
      await memory.set('health', now)
      lookIn(DAY_MS)
    })

  let first = true
  const end = effect(() => {
    outbox.aside.value
    if (!joined.value) return
    lookIn(first ? 0 : SETTLED_MS)
    first = false
  })
  stop.addEventListener('abort', () => {
    end()
    pause.abort()
  })

  const remember = async (entry: OutboxEntry) => {
    await memory.set('subject', { acct: entry.acct, packs: packsOf(entry) ?? (await lastPacks(memory)) })
  }

  return {
    ...outbox,
    async put(entry) {
      try {
        const line = await outbox.put(entry)
        // The entry is what the writer waits for, not our note of it.
        remember(entry).catch((cause: unknown) => console.warn('health: the last account could not be noted', cause))
        return line
      } catch (cause) {
        if (joined.value) lookIn(SETTLED_MS)
        throw cause
      }
    },
  }
}

/** Bucket of a clock's error in milliseconds, either way: ≤2 s, ≤30 s, ≤5 min, ≤1 h, more (protocol.md §4.1). */
export function offsetBucket(ms: number): number {
  const at = [2_000, 30_000, 300_000, 3_600_000].findIndex((limit) => Math.abs(ms) <= limit)
  return at < 0 ? 4 : at
}

// An endpoint that refuses the report itself must not be answered with another report.
function ownAside(aside: readonly AsideLine[]): number {
  return aside.filter(({ line }) => !line.includes('"kind":"health"')).length
}

function packsOf(entry: OutboxEntry): readonly string[] | undefined {
  return 'packs' in entry ? entry.packs : undefined
}

async function lastPacks(memory: HealthParts['memory']): Promise<readonly string[]> {
  const before = subject.safeParse(await memory.get('subject'))
  return before.success ? before.data.packs : []
}

/** Several pages share one outbox: each asks again once it is its turn, and finds that it has been said. */
async function oneReporter(work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return work()
  await locks.request('qianshao-health', work)
}
