import { type BookRecord, isWritten, textOf } from './book.ts'

/** Where a record stands in its life. A record that does not say is in use. */
export type RecordState = 'proposed' | 'active' | 'closing' | 'closed'

export function recordState(record: BookRecord): RecordState {
  const state = textOf(record, 'state')
  if (/^(?:拟|待|申请)开(?:设|通|办)|筹建/.test(state)) return 'proposed'
  if (/^(?:拟|待|申请)(?:关停|注销|关闭)/.test(state)) return 'closing'
  if (/临时/.test(state)) return 'active'
  if (/关停|注销|关闭|停用|停运|已停|退出|撤销|下线/.test(state)) return 'closed'
  return /关停|注销|关闭/.test(textOf(record, 'disposal')) ? 'closing' : 'active'
}

export function isOpen(record: BookRecord): boolean {
  const state = recordState(record)
  return state === 'active' || state === 'closing'
}

/** A paper that allows what is forbidden in principle (原则上). */
export function isExcepted(record: BookRecord): boolean {
  return isWritten(record, 'exception')
}
