import type { GateMessage, GateOrder } from '../../page-channel.ts'
import type { Fields, OutgoingRule, SentText } from '../../sites/outgoing.ts'
import type { Natives } from './natives.ts'
import { keepSavedTexts } from './saved-texts.ts'

/** A request that saves or publishes, with what was read of its body. */
export interface Outgoing {
  rule: OutgoingRule
  query: URLSearchParams
  fields: Fields
  via: 'fetch' | 'xhr' | 'beacon' | 'form'
}

/** The gate's mind: remembers saves, asks about publications, and goes by the policy when nobody answers. */
export interface Decide {
  /** Resolves to true when the request may go out. */
  mayGo(outgoing: Outgoing): Promise<boolean>
  /** For requests that cannot wait: they never go out, and the person is told. */
  refuse(outgoing: Outgoing): void
  /** To be called with the parsed answer of a save, undefined where it could not be read. */
  saved(outgoing: Outgoing, answer: unknown): void
  receive(order: GateOrder): void
}

/** Milliseconds. A decision takes one check of the text; only a content script that is gone takes longer. */
const ANSWER_WITHIN = 10_000

export function createDecide(parts: { say(message: GateMessage): void; timers: Pick<Natives, 'setTimeout' | 'clearTimeout'> }): Decide {
  const saves = keepSavedTexts()
  const open = new Map<number, (pass: boolean) => void>()
  let whenUnchecked: 'warn' | 'hold' = 'warn'
  let last = 0

  const question = (outgoing: Outgoing, refused: boolean) => {
    const { rule, query, fields, via } = outgoing
    last += 1
    return {
      type: 'question' as const,
      id: last,
      via,
      texts: sentTexts(outgoing, saves.of(rule.draftKey?.(fields, query) ?? '')),
      scheduled: rule.scheduled?.(fields, query) ?? false,
      refused,
    }
  }

  return {
    mayGo(outgoing) {
      const asked = question(outgoing, false)
      return new Promise((resolve) => {
        const timer = parts.timers.setTimeout(() => {
          if (whenUnchecked === 'warn') parts.say({ type: 'went-unchecked', times: 1 })
          close(whenUnchecked === 'warn')
        }, ANSWER_WITHIN)
        const close = (pass: boolean) => {
          parts.timers.clearTimeout(timer)
          open.delete(asked.id)
          resolve(pass)
        }
        open.set(asked.id, close)
        parts.say(asked)
      })
    },
    refuse: (outgoing) => parts.say(question(outgoing, true)),
    saved({ rule, query, fields }, answer) {
      const accepted = answer === undefined ? {} : rule.savedAs?.(answer)
      if (!accepted || !rule.texts) return
      saves.keep(accepted.key || rule.draftKey?.(fields, query) || '', rule.texts(fields))
    },
    receive(order) {
      if (order.type === 'policy') whenUnchecked = order.whenUnchecked
      else open.get(order.id)?.(order.pass)
    },
  }
}

// An article goes out as it was saved, together with the post that announces it.
function sentTexts({ rule, fields }: Outgoing, saved: readonly SentText[] | undefined): SentText[] | null {
  const own = rule.texts?.(fields) ?? []
  if (rule.draftKey) return saved ? [...saved, ...own] : null
  return own.length > 0 ? own : null
}
