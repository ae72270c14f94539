import * as z from 'zod/mini'

/**
 * What the gate in the page's own world and the content script beside it say to each other: JSON strings in CustomEvents.
 * The event's name holds a nonce that is exchanged before any script of the page runs, so that a page can neither listen nor answer.
 */

const sentText = z.strictObject({
  title: z.optional(z.string()),
  summary: z.optional(z.string()),
  author: z.optional(z.string()),
  html: z.optional(z.string()),
  plain: z.optional(z.string()),
})

/** From the gate. */
export const gateMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('question'),
    id: z.int(),
    via: z.enum(['fetch', 'xhr', 'beacon', 'form']),
    /** Null where the request carries no text and no save of this draft has been seen. */
    texts: z.nullable(z.array(sentText)),
    scheduled: z.boolean(),
    /** Decided already, because it could not wait: tell the person why, nothing to answer. */
    refused: z.boolean(),
  }),
  z.strictObject({ type: z.literal('account'), id: z.string().check(z.regex(/^(?:wechat:gh_\w{1,40}|weibo:\d{1,20})$/)) }),
  /** Publish requests that nobody answered in time and that went through, as `whenUnchecked` says. */
  z.strictObject({ type: z.literal('went-unchecked'), times: z.int().check(z.gte(1)) }),
])

/** To the gate. */
export const gateOrder = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answer'), id: z.int(), pass: z.boolean() }),
  z.strictObject({ type: z.literal('policy'), whenUnchecked: z.enum(['warn', 'hold']) }),
])

export type GateMessage = z.infer<typeof gateMessage>
export type GateQuestion = Extract<GateMessage, { type: 'question' }>
export type GateOrder = z.infer<typeof gateOrder>

const HELLO = 'qianshao-hello'
const GATE_IS_HERE = 'qianshao-gate'
const NONCE = /^[0-9a-f]{32}$/

/** The gate's side; `receive` is called for every order that parses. Both scripts may call their side first. */
export function openGateSide(
  document: Document,
  natives: Pick<EventTarget, 'addEventListener' | 'dispatchEvent'>,
  receive: (order: GateOrder) => void,
): { say(message: GateMessage): void } {
  let nonce: string | undefined
  const unsaid: GateMessage[] = []
  const say = (message: GateMessage) => {
    if (nonce === undefined) unsaid.push(message)
    else natives.dispatchEvent.call(document, new CustomEvent(`qianshao-up-${nonce}`, { detail: JSON.stringify(message) }))
  }
  natives.addEventListener.call(document, HELLO, (event) => {
    const detail: unknown = (event as CustomEvent).detail
    if (nonce !== undefined || typeof detail !== 'string' || !NONCE.test(detail)) return
    nonce = detail
    natives.addEventListener.call(document, `qianshao-down-${nonce}`, (order) => {
      const parsed = parse(gateOrder, order)
      if (parsed) receive(parsed)
    })
    for (const message of unsaid.splice(0)) say(message)
  })
  natives.dispatchEvent.call(document, new CustomEvent(GATE_IS_HERE))
  return { say }
}

/** The content script's side. */
export function openSitesSide(document: Document, receive: (message: GateMessage) => void): { order(order: GateOrder): void } {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  document.addEventListener(`qianshao-up-${nonce}`, (event) => {
    const parsed = parse(gateMessage, event)
    if (parsed) receive(parsed)
  })
  const hello = () => document.dispatchEvent(new CustomEvent(HELLO, { detail: nonce }))
  document.addEventListener(GATE_IS_HERE, hello, { once: true })
  hello()
  return {
    order: (order) => document.dispatchEvent(new CustomEvent(`qianshao-down-${nonce}`, { detail: JSON.stringify(order) })),
  }
}

function parse<T>(schema: z.ZodMiniType<T>, event: Event): T | undefined {
  const detail: unknown = (event as CustomEvent).detail
  if (typeof detail !== 'string') return undefined
  try {
    return schema.parse(JSON.parse(detail))
  } catch (cause) {
    // Only our own two scripts can speak here, so this is a mistake of ours: visible to whoever opens the console.
    console.error('前哨: 页面通道收到无法识别的消息', cause)
    return undefined
  }
}
