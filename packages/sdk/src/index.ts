export type { Attachment, AttachOptions, Banner, How } from './attach-options.ts'
export type { EditorAdapter } from './editor/adapter.ts'
export type { Permit, PublishRefusal } from './guard/permit.ts'
export type { Answer } from './live/answer.ts'
export type { AnswerBook, Recalled } from './live/answer-book.ts'
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
export type { PanelSettings } from './panel/settings.ts'
export type { Person } from './people/person.ts'
export type { PinRecord, PinStore } from './people/pin-store.ts'
export type { Device, DeviceOptions, DeviceState, JoinedOffice, JoinResult } from './report/device-port.ts'
export type { Checked, FindingId, Redactor } from './report/redactor.ts'
