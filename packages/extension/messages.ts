import { ledgerEntry, owedDuties } from '@qianshao/rules-core'
import type { OutboxEntry } from '@qianshao/sdk'
import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { shapes } from './draft-shape.ts'
import { reviewRoles } from './roles.ts'
import { type Jurisdiction, jurisdictions } from './settings.ts'

/**
 * Every message between a page's content script, our own pages and the background, as one map: what is asked, what is answered,
 * and who may ask. Both ends parse; what does not parse is refused by name.
 */

const count = z.int().check(z.gte(0))
const nothing = z.strictObject({})
const done = z.null()
const jurisdiction = z.enum(Object.keys(jurisdictions) as [Jurisdiction, ...Jurisdiction[]])
const line = z.strictObject({ id: z.string(), seq: z.int().check(z.gte(1)), line: z.string() })
const aside = z.strictObject({ id: z.string(), seq: z.int().check(z.gte(1)), line: z.string(), code: z.string() })
const banner = z.strictObject({
  decision: z.enum(['hold', 'review', 'clear', 'unchecked', 'empty']),
  hold: count,
  ask: count,
  hint: count,
})
const office = z.object({ id: z.string(), name: z.string(), accounts: z.array(z.object({ id: z.string(), name: z.string() })) })
const dismiss = z.strictObject({
  act: z.literal('dismiss'),
  code: z.enum(['not-applicable', 'already-public', 'own-contact', 'quotation', 'masked', 'wrong-match']),
  by: z.string(),
  second: z.optional(z.string()),
})
const release = z.strictObject({ act: z.literal('release'), role: z.enum(reviewRoles), reason: z.string(), by: z.string() })
const answer = z.discriminatedUnion('act', [dismiss, release])
const recalled = z.array(z.nullable(z.strictObject({ answer, at: count, same: z.boolean() })))

/** What the device is, as our own pages show it. */
export const deviceView = z.strictObject({
  state: z.enum(['alone', 'joined', 'unverified', 'stopped']),
  office: z.nullable(office),
  keyId: z.string(),
  compareCode: z.nullable(z.string()),
  lasting: z.boolean(),
})
const joined = z.union([z.strictObject({ joined: office }), z.strictObject({ problem: z.string(), title: z.string() })])

/** What is known about a tab; absent where the extension has no business. */
export const tabView = z.strictObject({
  site: z.enum(['wechat-mp', 'weibo']),
  banner,
  account: z.string(),
  /** Null where no rules could be loaded. */
  pack: z.nullable(z.strictObject({ id: jurisdiction, version: z.string() })),
})

const map = {
  'outbox.put': { from: 'page', ask: z.strictObject({ key: z.uuid(), entry: z.custom<OutboxEntry>(isOutboxEntry) }), answer: line },
  'outbox.list': {
    from: 'both',
    ask: nothing,
    answer: z.strictObject({ waiting: z.array(line), aside: z.array(aside), delivered: count, merged: count, lost: count }),
  },
  'outbox.send': { from: 'both', ask: nothing, answer: done },
  'redactor.checked': {
    from: 'page',
    ask: z.strictObject({ draft: shapes.draft, verdict: shapes.verdict, ms: z.number() }),
    answer: shapes.checked,
  },
  'redactor.identify': {
    from: 'page',
    ask: z.strictObject({ draft: shapes.draft, findings: shapes.findings }),
    answer: shapes.findingIds,
  },
  'answers.recall': { from: 'page', ask: z.strictObject({ ids: shapes.findingIds }), answer: recalled },
  'answers.remember': { from: 'page', ask: z.strictObject({ id: shapes.findingId, answer, at: count }), answer: done },
  'answers.forget': { from: 'page', ask: z.strictObject({ id: shapes.findingId }), answer: done },
  /** What the office owes, as last told; `refresh` asks the endpoint first. Null where nobody has told anything. */
  'duties.owed': { from: 'both', ask: z.strictObject({ refresh: z.boolean() }), answer: z.nullable(owedDuties) },
  'device.view': { from: 'own', ask: nothing, answer: deviceView },
  'device.join': { from: 'own', ask: z.strictObject({ codeOrLink: z.string().check(z.maxLength(400)) }), answer: joined },
  /** The pack and all that it builds on, parents first, as unparsed JSON. */
  'packs.chain': {
    from: 'both',
    ask: z.strictObject({ id: jurisdiction }),
    answer: z.array(z.unknown()).check(z.minLength(1)),
  },
  /** Which packs are part of this build. */
  'packs.offered': { from: 'own', ask: nothing, answer: z.array(jurisdiction) },
  'tab.show': { from: 'page', ask: z.strictObject({ banner }), answer: done },
} as const

type MessageMap = typeof map
export type MessageName = keyof MessageMap
export type Ask<Name extends MessageName> = z.infer<MessageMap[Name]['ask']>
export type Answered<Name extends MessageName> = z.infer<MessageMap[Name]['answer']>
export type DeviceView = z.infer<typeof deviceView>
export type TabView = z.infer<typeof tabView>
/** Who asked: `tabId` is the tab of a content script. */
export interface Asker {
  tabId: number | undefined
}
export type Answerers = { [Name in MessageName]: (ask: Ask<Name>, asker: Asker) => Promise<Answered<Name>> | Answered<Name> }

const envelope = z.strictObject({ name: z.enum(Object.keys(map) as [MessageName, ...MessageName[]]), ask: z.unknown() })
const reply = z.union([z.strictObject({ answer: z.unknown() }), z.strictObject({ refused: z.string() })])

/** Asks the background. Rejects with what it said, or when it is gone because the extension was updated. */
export async function ask<Name extends MessageName>(name: Name, value: Ask<Name>): Promise<Answered<Name>> {
  const said = reply.parse(await sendAwake({ name, ask: value }))
  if ('refused' in said) throw new Error(`background ${name}: ${said.refused}`)
  return map[name].answer.parse(said.answer) as Answered<Name>
}

// The browser may stop the background while it answers. It wakes at the next message; every message may be asked twice.
async function sendAwake(message: unknown): Promise<unknown> {
  try {
    const said: unknown = await browser.runtime.sendMessage(message)
    if (said !== undefined) return said
  } catch (cause) {
    if (!/message (?:port|channel) closed|Receiving end does not exist/.test(String(cause))) throw cause
  }
  return browser.runtime.sendMessage(message)
}

/** The background's side. Answers only our own content scripts and pages, and only what each may ask. */
export function answerMessages(answerers: Answerers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: unknown) => void) => {
    void answerOne(answerers, message, sender).then(respond)
    return true
  })
}

export interface Sender {
  id?: string
  url?: string
  tab?: { id?: number }
}

/** One message to one reply; a mistake becomes a reply too, so that the asker is never left waiting. */
export async function answerOne(
  answerers: Answerers,
  message: unknown,
  sender: Sender,
): Promise<{ answer: unknown } | { refused: string }> {
  if (sender.id !== browser.runtime.id) return { refused: 'not one of ours' }
  const parsed = envelope.safeParse(message)
  if (!parsed.success) return { refused: 'no such message' }
  const { name } = parsed.data
  const who = sender.url?.startsWith(browser.runtime.getURL('/')) ? 'own' : 'page'
  const { from } = map[name]
  if (from !== 'both' && from !== who) return { refused: `not for ${who}` }
  const asked = map[name].ask.safeParse(parsed.data.ask)
  if (!asked.success) return { refused: z.prettifyError(asked.error) }
  try {
    const answerer = answerers[name] as (value: unknown, asker: Asker) => unknown
    return { answer: await answerer(asked.data, { tabId: sender.tab?.id }) }
  } catch (cause) {
    return { refused: cause instanceof Error ? cause.message : String(cause) }
  }
}

const panelTab = z.enum(['findings', 'duties'])
const toPage = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('page.view') }),
  z.strictObject({ name: z.literal('panel.open'), tab: panelTab }),
])

/** From the popup to a tab: what is this page? Null where the extension has no business. */
export async function viewPage(tabId: number): Promise<TabView | null> {
  const answer = await tellPage(tabId, { name: 'page.view' })
  return z.nullable(tabView).parse(answer ?? null)
}

/** From the popup to a tab: open the panel, at its findings or at what is owed. */
export async function openPanelIn(tabId: number, tab: z.infer<typeof panelTab>): Promise<void> {
  await tellPage(tabId, { name: 'panel.open', tab })
}

/** The content script's side of the two. */
export function answerPopup(answerers: { view(): Promise<TabView | null>; openPanel(tab: z.infer<typeof panelTab>): void }): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: unknown) => void) => {
    const parsed = toPage.safeParse(message)
    if (!parsed.success || sender.id !== browser.runtime.id) return undefined
    if (parsed.data.name === 'page.view') {
      void answerers.view().then(respond)
      return true
    }
    answerers.openPanel(parsed.data.tab)
    respond(null)
    return undefined
  })
}

async function tellPage(tabId: number, message: z.infer<typeof toPage>): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message)
  } catch (cause) {
    // Nobody listens in tabs of other websites; any other trouble is worth knowing.
    if (String(cause).includes('Receiving end does not exist')) return null
    throw cause
  }
}

// The outbox adds what every entry has; with stand-ins for those members, the ledger's own schema says whether the rest is right.
function isOutboxEntry(value: unknown): value is OutboxEntry {
  if (typeof value !== 'object' || value === null) return false
  const added = { v: 1, id: '00000000-0000-7000-8000-000000000000', at: 1_577_808_000_000, seq: 1, prev: null, clock: 'never' }
  if (Object.keys(added).some((member) => member in value)) return false
  return ledgerEntry.safeParse({ ...added, ...value }).success
}
