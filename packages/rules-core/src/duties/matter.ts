import type { EventKind } from '../pack/schema.ts'
import type { DutyEvent } from './duty-event.ts'

/** One thing that began, with what ended it: a letter and its reply, a decision and its filing. */
export interface Matter {
  begun: DutyEvent
  /** The same beginning, registered under another kind before it was ended. */
  also: readonly DutyEvent[]
  ended: DutyEvent | undefined
}

/**
 * Pairs beginnings with endings. With a name (`ref`) an ending belongs to every beginning of that name that came before it; without
 * names the oldest one that is still open takes the next ending. Endings that belong to nothing are given back.
 */
export function pairMatters(
  begun: readonly DutyEvent[],
  ended: readonly DutyEvent[],
): { matters: readonly Matter[]; unpaired: readonly DutyEvent[] } {
  const used = new Set<DutyEvent>()
  const named = namedMatters(begun, ended, used)
  const nameless = namelessMatters(
    begun.filter(({ ref }) => ref === undefined),
    ended.filter(({ ref }) => ref === undefined),
    used,
  )
  return {
    matters: [...named, ...nameless].sort((a, b) => a.begun.at - b.begun.at),
    unpaired: ended.filter((event) => !used.has(event)),
  }
}

function namedMatters(begun: readonly DutyEvent[], ended: readonly DutyEvent[], used: Set<DutyEvent>): Matter[] {
  const endings = new Map<string, DutyEvent[]>()
  for (const event of ended) {
    if (event.ref === undefined) continue
    const same = endings.get(event.ref)
    if (same) same.push(event)
    else endings.set(event.ref, [event])
  }
  return begun.flatMap((event) => {
    if (event.ref === undefined) return []
    const end = endings.get(event.ref)?.find(({ at }) => at >= event.at)
    if (end) used.add(end)
    return [{ begun: event, also: [], ended: end }]
  })
}

// 决定 and 变更 of one matter are registered by different hands: another kind of beginning while one is open is the same matter.
function namelessMatters(begun: readonly DutyEvent[], ended: readonly DutyEvent[], used: Set<DutyEvent>): Matter[] {
  const matters: { begun: DutyEvent; also: DutyEvent[]; ended: DutyEvent | undefined }[] = []
  let oldestOpen = 0
  let next = 0
  const endUntil = (at: number) => {
    // An ending at the very instant of a beginning ends it, so the beginning comes first.
    for (; next < ended.length && ended[next]!.at < at; next += 1) end(ended[next]!)
  }
  const end = (event: DutyEvent) => {
    const open = matters[oldestOpen]
    if (!open) return
    open.ended = event
    used.add(event)
    oldestOpen += 1
  }
  for (const event of begun) {
    endUntil(event.at)
    const last = matters.at(-1)
    if (last && last.ended === undefined && !kindsOf(last).includes(event.kind)) last.also.push(event)
    else matters.push({ begun: event, also: [], ended: undefined })
  }
  endUntil(Number.POSITIVE_INFINITY)
  return matters
}

function kindsOf({ begun, also }: Matter): readonly EventKind[] {
  return [begun, ...also].map(({ kind }) => kind)
}
