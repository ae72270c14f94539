import { base64url } from '@qianshao/rules-core'
import type { Clock } from '../outbox/outbox-port.ts'
import { bytesOf, fromBase64url } from '../report/encoding.ts'
import type { PinRecord, PinStore } from './pin-store.ts'

/** protocol.md §0.2: 0.13 s on the reference machine. */
const ROUNDS = 600_000
const TRIES = 5
const LOCK_MS = 15 * 60_000

export type PinResult = { right: true } | { right: false; left: number; lockedMinutes: number }

/** PINs of the persons of this desk. A PIN keeps honest people apart; it does not withstand somebody who owns the machine. */
export interface Pins {
  isSet(personId: string): Promise<boolean>
  /** Sets the first PIN; an existing one must be right. */
  set(personId: string, pin: string): Promise<PinResult>
  check(personId: string, pin: string): Promise<PinResult>
}

export function openPins(store: PinStore, clock: Clock): Pins {
  const check = async (personId: string, pin: string): Promise<PinResult> => {
    const kept = await store.get(personId)
    if (!kept) return { right: false, left: TRIES, lockedMinutes: 0 }
    const lockedFor = kept.wrong >= TRIES ? kept.wrongAt + LOCK_MS - clock.now() : 0
    if (lockedFor > 0) return { right: false, left: 0, lockedMinutes: Math.ceil(lockedFor / 60_000) }
    const wrong = kept.wrong >= TRIES ? 0 : kept.wrong
    // Counted before it is tried, so that closing the page does not give a try back.
    await store.set(personId, { ...kept, wrong: wrong + 1, wrongAt: clock.now() })
    if ((await hashPin(pin, kept.salt)) !== kept.hash) {
      const left = TRIES - wrong - 1
      return { right: false, left, lockedMinutes: left === 0 ? LOCK_MS / 60_000 : 0 }
    }
    await store.set(personId, { ...kept, wrong: 0 })
    return { right: true }
  }
  return {
    isSet: async (personId) => (await store.get(personId)) !== undefined,
    check,
    async set(personId, pin) {
      if (await store.get(personId)) return check(personId, pin)
      const salt = base64url(crypto.getRandomValues(new Uint8Array(16)))
      await store.set(personId, { salt, hash: await hashPin(pin, salt), wrong: 0, wrongAt: 0 })
      return { right: true }
    },
  }
}

/** For pages where the browser keeps nothing. */
export function memoryPins(): PinStore {
  const records = new Map<string, PinRecord>()
  return {
    get: async (personId) => records.get(personId),
    set: async (personId, record) => void records.set(personId, record),
  }
}

async function hashPin(pin: string, salt: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytesOf(pin), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64url(salt)!, iterations: ROUNDS }, key, 256)
  return base64url(new Uint8Array(bits))
}
