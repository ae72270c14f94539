import { signal } from '@preact/signals'
import { limits } from '@qianshao/rules-core'
import { backoff } from './backoff.ts'
import { OutboxError } from './outbox-error.ts'
import type { Clock, DeliveryState, Outbox, OutboxStore, SendLines, StoredLine } from './outbox-port.ts'
import { type TimeNow, writeLine } from './write-line.ts'

/** protocol.md §4.4, §11. */
const CAPACITY = { entries: 20_000, size: 50 * 1_048_576 }

export interface OutboxParts {
  store: OutboxStore
  /** Absent: no endpoint yet, entries wait. */
  send?: SendLines
  /** False while there is nobody to send to; `sendNow` then only counts. */
  canSend?: () => boolean
  clock: Clock
  /** Corrected time; this machine's own, called `never`, if absent. */
  time?: () => TimeNow
  /** Where the store is only memory, so that the panel can say so. */
  lasting?: boolean
  random?: () => number
  capacity?: { entries: number; size: number }
}

/**
 * Sends, then forgets: the oldest lines go out as one batch, and each is removed only when its own line was answered `stored` or
 * `duplicate`. A tab closed halfway costs a repeat, never a loss (protocol.md §4.4).
 */
export function openOutbox(parts: OutboxParts): Outbox {
  const { store, send, clock, random = Math.random, capacity = CAPACITY } = parts
  const time = parts.time ?? ((): TimeNow => ({ at: clock.now(), clock: 'never' }))
  const atRest: DeliveryState = parts.lasting === false ? 'memory' : 'idle'
  const waiting = signal(0)
  const aside = signal(0)
  const state = signal<DeliveryState>(atRest)
  const life = new AbortController()
  let retry = new AbortController()
  let failures = 0
  let running: Promise<void> | undefined
  let again = false

  const refresh = async () => {
    const counts = await store.count()
    waiting.value = counts.waiting
    aside.value = counts.aside
    return counts
  }

  const countOnly = async () => {
    try {
      await refresh()
    } catch (cause) {
      console.warn('outbox: the entries could not be counted', cause)
    }
  }

  const sendNow = (): Promise<void> => {
    retry.abort()
    if (life.signal.aborted) return Promise.resolve()
    if (!send || parts.canSend?.() === false) return countOnly()
    again = true
    running ??= drain(send).finally(() => {
      running = undefined
    })
    return running
  }

  const drain = async (sendLines: SendLines) => {
    while (again && !life.signal.aborted) {
      again = false
      try {
        await oneSender(() => sendAll(sendLines), life.signal)
        await refresh()
      } catch (cause) {
        if (life.signal.aborted) return
        // A store or sender that fails is weather too: the lines are where they were, so the answer is to try again.
        console.warn('outbox: sending did not finish; it will be tried again', cause)
        later(undefined)
        return
      }
    }
  }

  const sendAll = async (sendLines: SendLines) => {
    for (;;) {
      const batch = await store.oldest(limits.batchLines, limits.batchBytes)
      if (batch.length === 0 || life.signal.aborted) {
        state.value = atRest
        return
      }
      state.value = 'sending'
      const outcome = await sendLines(batch, life.signal)
      if ('stop' in outcome) {
        // Only a person, or joining anew, starts it again: the endpoint has said that it does not want to hear this device.
        state.value = 'stopped'
        again = false
        return
      }
      const moved = 'results' in outcome ? await settleBatch(store, batch, outcome.results) : 0
      if (moved === 0) {
        later('tryLater' in outcome ? outcome.tryLater : undefined)
        return
      }
      failures = 0
      await refresh()
    }
  }

  const later = (named: number | undefined) => {
    failures += 1
    state.value = parts.lasting === false ? 'memory' : 'later'
    retry = new AbortController()
    const stop = AbortSignal.any ? AbortSignal.any([retry.signal, life.signal]) : retry.signal
    clock.after(named ?? backoff(failures, random()), () => void sendNow(), stop)
  }

  const sendUnlessStopped = () => {
    if (state.value !== 'stopped') void sendNow()
  }
  if (typeof addEventListener === 'function') addEventListener('online', sendUnlessStopped, { signal: life.signal })
  void sendNow()

  return {
    waiting,
    aside,
    state,
    async put(entry) {
      const line = await kept(store, entry.kind === 'check', capacity, () => store.append((tail) => writeLine(entry, tail, time())))
      waiting.value += 1
      sendUnlessStopped()
      return line
    },
    async list() {
      const contents = await store.list()
      waiting.value = contents.waiting.length
      aside.value = contents.aside.length
      return contents
    },
    sendNow,
    close() {
      life.abort()
      retry.abort()
      store.close()
    },
  }
}

/** Removes what was stored and keeps apart what was refused; answers how many lines moved. Lines without an answer stay. */
async function settleBatch(
  store: OutboxStore,
  batch: readonly StoredLine[],
  results: readonly { id: string | null; s: string; code?: string }[],
): Promise<number> {
  // The answer is one result a line, in order; an id that is not the line's own is no answer to it.
  const answered = batch.flatMap((line, i) => {
    const result = results[i]
    return result && (result.id === line.id || (result.id === null && result.s === 'refused')) ? [{ line, result }] : []
  })
  const gone = answered.filter(({ result }) => result.s !== 'refused').map(({ line }) => line.id)
  if (gone.length > 0) await store.remove(gone)
  for (const { line, result } of answered) if (result.s === 'refused') await store.setAside(line.id, result.code ?? 'refused')
  return answered.length
}

/** Stores within the capacity: routine checks make room first, and what must be kept is kept all the same. */
async function kept(
  store: OutboxStore,
  isCheck: boolean,
  capacity: { entries: number; size: number },
  append: () => Promise<StoredLine>,
): Promise<StoredLine> {
  try {
    if (await isFull(store, capacity)) {
      await store.mergeChecks()
      if (isCheck && (await isFull(store, capacity))) {
        await store.countLost()
        throw new OutboxError('full', 'outbox: full; a routine check entry was counted, not kept')
      }
    }
    return await append()
  } catch (cause) {
    if (cause instanceof OutboxError) throw cause
    throw new OutboxError('storage', 'outbox: the browser could not store the entry; free some disk space or allow storage', { cause })
  }
}

async function isFull(store: OutboxStore, capacity: { entries: number; size: number }): Promise<boolean> {
  const { waiting, aside, size } = await store.count()
  return waiting + aside >= capacity.entries || size >= capacity.size
}

/** One sender a profile, whatever the number of tabs; who comes second waits, and then finds what is left. */
async function oneSender(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return work()
  await locks.request('qianshao-outbox', { signal }, work)
}
