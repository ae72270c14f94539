import type { Answer, ReviewRecord } from '@qianshao/rules-core'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { AsideLine, StoredLine, Tail } from '../outbox/outbox-port.ts'
import type { PinRecord } from '../people/pin-store.ts'

/** Everything that a browser profile keeps for 前哨; one database, so that a transaction can span what belongs together. */
export interface ProfileSchema extends DBSchema {
  lines: { key: number; value: StoredLine; indexes: { id: string } }
  aside: { key: string; value: AsideLine }
  facts: { key: 'tail' | 'counts'; value: Tail | StoredCounts }
  keys: { key: string; value: unknown }
  answers: { key: string; value: { answer: Answer; at: number; v: string }; indexes: { v: string } }
  pins: { key: string; value: PinRecord }
  reviews: { key: string; value: ReviewRecord }
}

export interface StoredCounts {
  size: number
  delivered: number
  merged: number
  lost: number
}

export type ProfileDatabase = IDBPDatabase<ProfileSchema>

/** Opens the profile's database; rejects where the browser keeps nothing. */
export function openProfile(name: string): Promise<ProfileDatabase> {
  return openDB<ProfileSchema>(name, 2, {
    upgrade(database, before) {
      if (before < 2) database.createObjectStore('reviews')
      if (before >= 1) return
      database.createObjectStore('lines', { keyPath: 'seq' }).createIndex('id', 'id', { unique: true })
      database.createObjectStore('aside', { keyPath: 'id' })
      database.createObjectStore('facts')
      database.createObjectStore('keys')
      database.createObjectStore('answers').createIndex('v', 'v')
      database.createObjectStore('pins')
    },
    // Another tab wants a newer form: let go, so that it is not kept waiting; this page reopens at its next load.
    blocking(_current, _wanted, event) {
      ;(event.target as IDBDatabase).close()
    },
  })
}
