import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Finding } from '@qianshao/rules-core'
import type { Gate } from '../guard/gate.ts'
import type { Desk } from '../live/desk.ts'
import type { Outbox } from '../outbox/outbox-port.ts'
import type { Person } from '../people/person.ts'
import type { Pins } from '../people/pins.ts'
import type { DutyBook } from '../report/owed-duties.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import type { AtMark } from './mark-card.tsx'
import type { ThemeName } from './tokens.ts'

export type Tab = 'findings' | 'review' | 'duties' | 'rules' | 'outbox'

/** Everything the panel's pieces draw from and call. */
export interface View {
  desk: Desk
  gate: Gate
  outbox: Outbox
  /** 三审三校, where the host has it signed here. */
  review: ReviewDesk | undefined
  /** 时限, where there is somebody to tell them. */
  duties: DutyBook | undefined
  people: readonly Person[]
  pins: Pins
  /** Person id of who is writing. */
  person: string
  accountName: string
  /** Title of the office's own pack; its id where the host gives none. */
  packName: string | undefined
  whenUnchecked: 'warn' | 'hold'
  /** The host's own word on its button. */
  word: ReadonlySignal<string>
  theme: Signal<ThemeName>
  open: Signal<boolean>
  tab: Signal<Tab>
  /** The small card at a mark, while it is open. */
  atMark: Signal<AtMark | undefined>
  /** What somebody has pasted to be checked where no editor was recognised; undefined while that is closed. Kept in memory only. */
  pasted: Signal<string | undefined>
  /** Key of the card under the pointer: its mark is outlined. */
  pointed: Signal<string | undefined>
  /** 0 标准, 1 大, 2 特大. */
  size: Signal<number>
  setSize(size: number): void
  setOpen(open: boolean): void
  /** Opens the panel at this finding's card. */
  showFinding(finding: Finding): void
  /** Whether the focus is in the publish dialog. */
  inDialog(): boolean
  /** Focus back to where it was on the host's page, or to the control that was pressed. */
  leave(to?: HTMLElement): void
}
