import type { PolicyPack, WorkCalendar } from '@qianshao/rules-core'
import type { Clock } from './clock.ts'
import type { EndpointKeys } from './crypto/endpoint-keys.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

/** What every route works with. */
export interface Context {
  store: Store
  clock: Clock
  keys: EndpointKeys
  packs: readonly PolicyPack[]
  calendar: WorkCalendar
  /** The address that people and devices use, without a slash at the end. */
  publicUrl: string
  log: Log
  uuid7(): string
}
