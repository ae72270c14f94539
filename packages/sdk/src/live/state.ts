import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Answer, Draft, Finding, Kind, Verdict } from '@qianshao/rules-core'
import { countKinds, isSettled, kindOf } from '@qianshao/rules-core'
import type { Banner } from '../attach-options.ts'
import { findingKey, valueKey } from './finding-key.ts'
import { isEmpty } from './look.ts'
import type { Look, UncheckedWhy } from './watch.ts'

/** A finding as the panel shows it; hits of one rule with the same value are one card. */
export interface Card {
  /** Unique among the cards of one look, and the same in the next look. */
  key: string
  finding: Finding
  kind: Kind
  /** Further places of the same value, in the order of the text. */
  others: readonly Finding[]
}

/** What has been dealt with on this page, newest last. */
export interface Dealt {
  key: string
  finding: Finding
  how: { act: 'fixed'; text: string } | Answer
}

export interface LiveState {
  look: Signal<Look | undefined>
  /** True between a change and the next look. */
  stale: Signal<boolean>
  answers: Signal<ReadonlyMap<string, Answer>>
  /** Earlier answers to the same value in another sentence: offered, never applied. */
  offered: Signal<ReadonlyMap<string, { answer: Answer; at: number }>>
  fixed: Signal<readonly Dealt[]>
  current: Signal<string | undefined>
  draft: ReadonlySignal<Draft | undefined>
  verdict: ReadonlySignal<Verdict | undefined>
  why: ReadonlySignal<UncheckedWhy | undefined>
  open: ReadonlySignal<readonly Finding[]>
  cards: ReadonlySignal<readonly Card[]>
  dealt: ReadonlySignal<readonly Dealt[]>
  banner: ReadonlySignal<Banner>
}

/** The signals that the panel draws, all derived from the last look and the answers given. */
export function createLiveState(): LiveState {
  const look = signal<Look | undefined>(undefined)
  const answers = signal<ReadonlyMap<string, Answer>>(new Map())
  const fixed = signal<readonly Dealt[]>([])
  const draft = computed(() => look.value?.draft)
  const verdict = computed(() => look.value?.verdict)
  const open = computed(() => openFindings(look.value, answers.value))
  const cards = computed(() => (draft.value ? cardsOf(draft.value, open.value) : []))
  const answered = computed((): readonly Dealt[] => {
    const { draft: text, verdict: said } = look.value ?? {}
    if (!text || !said) return []
    return said.findings.flatMap((finding) => {
      const key = findingKey(text, finding)
      const how = answers.value.get(key)
      return how && isSettled(finding, how) ? [{ key, finding, how }] : []
    })
  })
  return {
    look,
    stale: signal(false),
    answers,
    offered: signal(new Map()),
    fixed,
    current: signal(undefined),
    draft,
    verdict,
    why: computed(() => (look.value?.kind === 'unchecked' ? look.value.why : undefined)),
    open,
    cards,
    dealt: computed(() => [...fixed.value, ...answered.value]),
    banner: computed(() => bannerOf(look.value, open.value)),
  }
}

/** Findings that nobody has answered in a way that settles them. */
export function openFindings(look: Look | undefined, answers: ReadonlyMap<string, Answer>): readonly Finding[] {
  const { draft, verdict } = look ?? {}
  if (!draft || !verdict) return []
  return verdict.findings.filter((finding) => !isSettled(finding, answers.get(findingKey(draft, finding))))
}

export function bannerOf(look: Look | undefined, open: readonly Finding[]): Banner {
  const counts = countKinds(open)
  if (!look || (look.kind === 'checked' && isEmpty(look.draft))) return { decision: 'empty', ...counts }
  if (look.kind === 'unchecked') return { decision: 'unchecked', ...counts }
  return { decision: counts.hold > 0 ? 'hold' : counts.ask > 0 ? 'review' : 'clear', ...counts }
}

function cardsOf(draft: Draft, open: readonly Finding[]): readonly Card[] {
  const cards = new Map<string, Card & { others: Finding[] }>()
  for (const finding of open) {
    // A finding about the whole draft, and one of a kind that its value does not name, stands alone.
    const group =
      finding.at && finding.quote.trim() !== ''
        ? `${valueKey(finding)}|${kindOf(finding)}`
        : `${findingKey(draft, finding)}|${kindOf(finding)}`
    const card = cards.get(group)
    if (card) card.others.push(finding)
    else cards.set(group, { key: group, finding, kind: kindOf(finding), others: [] })
  }
  return [...cards.values()]
}
