export { type EditorUnderTest, editorCases } from './editor-cases.ts'
export { editorContract } from './editor-contract.ts'
export { type FakeClock, fakeClock } from './fake-clock.ts'
export { outboxStoreContract } from './outbox-store-contract.ts'
