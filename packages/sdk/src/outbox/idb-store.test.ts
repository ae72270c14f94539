import 'fake-indexeddb/auto'
import { openProfile } from '../storage/database.ts'
import { outboxStoreContract } from '../testing/outbox-store-contract.ts'
import { idbStore } from './idb-store.ts'

let database = 0
const open = async () => idbStore(await openProfile(`outbox-${database}`))

outboxStoreContract(
  'IndexedDB store',
  () => {
    database += 1
    return open()
  },
  open,
)
