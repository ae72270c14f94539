import { base64url } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { OutboxError } from '../outbox/outbox-error.ts'
import type { Clock, Outbox, OutboxEntry } from '../outbox/outbox-port.ts'
import type { PanelSettings } from '../panel/settings.ts'

const KEY = 'unstored'
/** Younger entries may still be on their way in the page that wrote them. */
const LEFT_BEHIND_MS = 10_000

const notes = z.array(z.object({ n: z.string(), at: z.number(), entry: z.looseObject({ kind: z.string(), acct: z.string() }) }))
type Note = z.infer<typeof notes>[number]

/**
 * An entry that was let through by a click must outlive the page, and a page may go away with that very click. So it is first noted
 * where writing is synchronous, and put into the outbox from there: at once, or by the next page.
 */
export interface Journal {
  write(entry: OutboxEntry): void
  /** Puts what an earlier page left behind into the outbox, now and once more when younger notes have come of age. */
  recover(stop: AbortSignal): void
}

export function createJournal(settings: PanelSettings, outbox: Outbox, clock: Clock): Journal {
  const read = (): readonly Note[] => {
    const parsed = notes.safeParse(jsonOf(settings.get(KEY)))
    return parsed.success ? parsed.data : []
  }
  const keep = (all: readonly Note[]) => settings.set(KEY, JSON.stringify(all))
  const forget = (note: Note) => keep(read().filter(({ n }) => n !== note.n))
  const store = async (note: Note) => {
    try {
      // The outbox checks each entry against the ledger's closed form before it stores one.
      await outbox.put(note.entry as OutboxEntry)
      forget(note)
    } catch (cause) {
      if (cause instanceof OutboxError && cause.code === 'bad-entry') forget(note)
      console.error('attach: a ledger entry could not be stored; free some storage and open the page again', cause)
    }
  }
  const recoverNow = async () => {
    for (const note of read()) if (clock.now() - note.at >= LEFT_BEHIND_MS) await store(note)
  }
  return {
    write(entry) {
      const note: Note = { n: base64url(crypto.getRandomValues(new Uint8Array(9))), at: clock.now(), entry }
      keep([...read(), note])
      void store(note)
    },
    recover(stop) {
      void recoverNow()
      if (read().length > 0) clock.after(LEFT_BEHIND_MS, () => void recoverNow(), stop)
    },
  }
}

function jsonOf(kept: string | null): unknown {
  if (kept === null) return undefined
  try {
    return JSON.parse(kept)
  } catch {
    return undefined // Not ours, or cut off while it was written: there is nothing in it to store.
  }
}
