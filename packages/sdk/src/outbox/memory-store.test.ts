import { outboxStoreContract } from '../testing/outbox-store-contract.ts'
import { memoryStore } from './memory-store.ts'

outboxStoreContract('memory store', async () => memoryStore())
