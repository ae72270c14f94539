import type { ReadonlySignal } from '@preact/signals'
import type { Checker, Draft, Verdict } from '@qianshao/rules-core'
import type { Permit, PublishRefusal } from './guard/permit.ts'
import type { SignOff } from './guard/sign-off.ts'
import type { AnswerBook } from './live/answer-book.ts'
import type { Clock, Outbox } from './outbox/outbox-port.ts'
import type { PanelSettings } from './panel/settings.ts'
import type { Person } from './people/person.ts'
import type { PinStore } from './people/pin-store.ts'
import type { DutyBook } from './report/owed-duties.ts'
import type { Redactor } from './report/redactor.ts'
import type { ReviewDesk } from './review/review-desk.ts'

export interface AttachOptions {
  checker: Checker
  /** Account id of the account book, e.g. `web:www.example.gov.cn` (protocol.md §2.1). */
  account: string
  /** How people call it, shown in the panel's head. */
  accountName?: string
  /** Title of the office's own pack, as its people know it, e.g. 重庆市綦江区. */
  packName?: string
  /** `per_…` of who is writing. */
  person: string
  outbox: Outbox
  redactor: Redactor
  /** Remembers answers across pages; without it they are kept for this page. */
  answers?: AnswerBook
  /** Persons of this desk. Without any, nobody can confirm a dismissal of 须改 or release 原则上 here. */
  people?: readonly Person[]
  /** Where their PIN records are kept; without it for this page. */
  pins?: PinStore
  /** What happens where there is no verdict: `hold` is stricter than the pack's `warn`, never the reverse. */
  whenUnchecked?: 'warn' | 'hold'
  /** 三审三校 of this draft, signed in the panel: `openReviewDesk`. Without it and `signOff` nothing has to be signed here. */
  review?: ReviewDesk
  /** Instead of `review`: a host's own workflow, which signs elsewhere and only says what is missing. */
  signOff?: SignOff
  /** What the office owes by a date: a tab of the panel; `openDevice` brings one. */
  duties?: DutyBook
  /** Column id of the account book, for the ledger. */
  column?: string
  /** The host's own word on its button: 发表, 发布, 群发. Taken from the control when absent. */
  publishWord?: string
  /** `request`: the host's outgoing request is checked too (`permitFor`), and that is what the ledger counts as published. */
  publishedBy?: 'click' | 'request'
  /** Which site's page this is, for `unchecked` entries of the extension. */
  site?: 'wechat-mp' | 'weibo'
  /** `push` shifts the host's layout aside; only for hosts that ask for it. */
  dock?: 'right' | 'left' | 'push'
  /** `closed` where the page's scripts are not ours. */
  shadow?: 'open' | 'closed'
  /** `auto` follows the host page's background. */
  theme?: 'auto' | 'light' | 'dark' | 'hc'
  /** Remembers position, text size and whether it was folded away. */
  settings?: PanelSettings
  clock?: Clock
}

/** How a publish attempt reached us. */
export type How = 'click' | 'key' | 'request' | 'api'

export interface Attachment {
  /** About the text of the last check; undefined before the first, and where the page could not be read. */
  readonly verdict: ReadonlySignal<Verdict | undefined>
  /** For badges: what the panel's banner says, and how many findings are open. */
  readonly banner: ReadonlySignal<Banner>
  /** For hosts that publish by their own call: checks the text as it stands, and records the outcome. */
  requestPublish(): Promise<Permit | PublishRefusal>
  /** Decides about the text that is about to be sent, whatever the editor shows; records the outcome. Opens the dialog on a refusal. */
  permitFor(draft: Draft, how: How): Promise<Permit | PublishRefusal>
  /** Like `permitFor` for something that was sent and could not be read: holds or warns, and records `unchecked`. */
  permitUnread(how: How): Promise<Permit | PublishRefusal>
  /** Opens the panel, at this tab if one is named, and puts the focus on its banner. */
  open(at?: 'findings' | 'duties'): void
  detach(): void
}

export interface Banner {
  decision: 'hold' | 'review' | 'clear' | 'unchecked' | 'empty'
  hold: number
  ask: number
  hint: number
}
