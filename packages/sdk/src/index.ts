export type { Answer, DismissCode, Draft, DraftMeta, Span, Unsigned, Verdict } from '@qianshao/rules-core'
export { attach } from './attach.ts'
export type { Attachment, AttachOptions, Banner, How } from './attach-options.ts'
export type { Edit, EditorAdapter } from './editor/adapter.ts'
export { contentEditableEditor } from './editor/contenteditable.ts'
export type { EditorOptions } from './editor/editor-over.ts'
export type { EditorFields, FieldSource } from './editor/fields.ts'
export { framedEditor } from './editor/framed.ts'
export { textareaEditor } from './editor/textarea.ts'
export type { Permit, PublishRefusal } from './guard/permit.ts'
export { type SignOff, type SignOffParts, signOffBy } from './guard/sign-off.ts'
export type { AnswerBook, Recalled } from './live/answer-book.ts'
export { memoryAnswers } from './live/memory-answers.ts'
export { idbStore } from './outbox/idb-store.ts'
export { memoryStore } from './outbox/memory-store.ts'
export { type OutboxParts, openOutbox } from './outbox/outbox.ts'
export { OutboxError } from './outbox/outbox-error.ts'
export type {
  AsideLine,
  Clock,
  DeliveryState,
  LineResult,
  Outbox,
  OutboxContents,
  OutboxCounts,
  OutboxEntry,
  OutboxStore,
  SendLines,
  SendResult,
  StoredLine,
  Tail,
} from './outbox/outbox-port.ts'
export { pageClock } from './outbox/page-clock.ts'
export { dutyLeft, dutyPlace, pressing } from './panel/duty-words.ts'
export { type EntryField, entryFields } from './panel/entry-fields.ts'
export type { PanelSettings } from './panel/settings.ts'
export type { Person } from './people/person.ts'
export type { PinRecord, PinStore } from './people/pin-store.ts'
export { memoryPins } from './people/pins.ts'
export { openDevice } from './report/device.ts'
export type { Device, DeviceOptions, DeviceState, JoinedOffice, JoinResult } from './report/device-port.ts'
export { deriveOfficeKeys, type OfficeKeys } from './report/office-key.ts'
export { type DutyBook, openDutyBook } from './report/owed-duties.ts'
export { createRedactor } from './report/redact.ts'
export type { Checked, FindingId, Redactor } from './report/redactor.ts'
export { createSender, type SenderParts } from './report/send.ts'
export { localReview, memoryReviews, type ReviewStore } from './review/local-review.ts'
export { type ReviewBasis, reviewBasis } from './review/review-basis.ts'
export { openReviewDesk, type ReviewDesk, type ReviewDeskParts } from './review/review-desk.ts'
export type { ReviewHome } from './review/review-home.ts'
export { openProfile, type ProfileDatabase } from './storage/database.ts'
