import { type Signal, signal } from '@preact/signals'
import type { Answer, Checker, Draft, DraftMeta, Finding, ReviewRole, Span } from '@qianshao/rules-core'
import type { Edit, EditorAdapter } from '../editor/adapter.ts'
import type { Clock, Outbox } from '../outbox/outbox-port.ts'
import type { Redactor } from '../report/redactor.ts'
import type { AnswerBook } from './answer-book.ts'
import { findingKey } from './finding-key.ts'
import { checkDraft } from './look.ts'
import type { Card, LiveState } from './state.ts'
import type { Look } from './watch.ts'

export interface Toast {
  text: string
  undo?: () => void
}

/** What a person can do at the desk; the panel's buttons call this and nothing else. */
export interface Desk extends LiveState {
  toast: Signal<Toast | undefined>
  checker: Checker
  canType: boolean
  lookAgain(): void
  /** Checks a text that is not the editor's; nothing is recorded. */
  checkApart(draft: Draft): Look
  /** The surface of this account, for such a text. */
  metaOfPasted: DraftMeta
  reveal(finding: Finding): void
  /** Applies what the rule proposes, or the text given, at all places of the cards; answers how many it could. */
  fix(cards: readonly Card[], text?: string): number
  dismiss(card: Card, answer: Extract<Answer, { act: 'dismiss' }>): Promise<void>
  release(card: Card, by: string, role: ReviewRole, reason: string): Promise<void>
  /** Takes an answer back; the finding is open again. */
  withdraw(key: string): Promise<void>
  /** Fetches earlier answers for findings that are new in this look. */
  recall(look: Look): Promise<void>
}

interface Place {
  card: Card
  finding: Finding
  text: string
}

export interface DeskParts {
  state: LiveState
  editor: EditorAdapter
  checker: Checker
  account: string
  outbox: Outbox
  redactor: Redactor
  answers: AnswerBook
  clock: Clock
  lookNow(): Look
}

export function createDesk(parts: DeskParts): Desk {
  const { state, editor, outbox, redactor, answers: book, clock } = parts
  const toast = signal<Toast | undefined>(undefined)
  const known = new Set<string>()

  const setAnswer = (key: string, answer: Answer | undefined) => {
    const next = new Map(state.answers.value)
    if (answer) next.set(key, answer)
    else next.delete(key)
    state.answers.value = next
  }

  const record = async (draft: Draft, findings: readonly Finding[], answer: Answer) => {
    const ids = await redactor.identify(draft, findings)
    for (const [i, id] of ids.entries()) {
      const body =
        answer.act === 'dismiss'
          ? { kind: 'dismiss' as const, ...id, code: answer.code, by: answer.by, ...(answer.second && { second: answer.second }) }
          : { kind: 'release' as const, ...id, by: answer.by, role: answer.role, reason: answer.reason }
      await outbox.put({ ...body, acct: parts.account })
      await book.remember(id, answer, clock.now())
      setAnswer(findingKey(draft, findings[i]!), answer)
    }
  }

  const answerCard = async (card: Card, answer: Answer) => {
    const draft = state.draft.value
    if (!draft) return
    const findings = [card.finding, ...card.others]
    for (const finding of findings) known.add(findingKey(draft, finding))
    // Recorded before it counts: an answer that no ledger holds would let something through that nobody stands for.
    await record(draft, findings, answer)
  }

  const applyAt = (finding: Finding, text: string): boolean => {
    if (!finding.at || !editor.replace) return false
    // Only where the words still stand: an offset of a text that has moved on would hit something else.
    return standsThere(finding.at, finding.quote) && editor.replace(finding.at, text)
  }

  /** As one undo step of the editor where it can; otherwise one by one, and our own 撤销 takes them back together. */
  const applyAll = (places: readonly Place[]): readonly Place[] => {
    // From the end of the text to its beginning, so that the offsets still to come stay right.
    const fromTheEnd = inTextOrder(places).reverse()
    const stand = places.length > 1 && places.every(({ finding }) => finding.at && standsThere(finding.at, finding.quote))
    const edits = inTextOrder(places).flatMap(({ finding, text }) => (finding.at ? [{ span: finding.at, text }] : []))
    if (stand && areApart(edits) && editor.replaceAll?.(edits)) return fromTheEnd
    return fromTheEnd.filter(({ finding, text }) => applyAt(finding, text))
  }

  /** Findings are in the order of the text, but a card holds all places of its value. */
  const inTextOrder = (places: readonly Place[]): Place[] => {
    const order = state.verdict.value?.findings ?? []
    return [...places].sort((a, b) => order.indexOf(a.finding) - order.indexOf(b.finding))
  }

  const standsThere = (span: Span, text: string): boolean => {
    if (editor.probe() !== 'ready') return false
    const block = editor.read().blocks.find(({ id }) => id === span.blockId)
    return block?.text.slice(span.start, span.end) === text
  }

  return {
    ...state,
    toast,
    checker: parts.checker,
    canType: editor.replace !== undefined,
    lookAgain: () => void parts.lookNow(),
    checkApart: (draft) => checkDraft(draft, parts.checker.openSession(), parts.account, clock),
    metaOfPasted: { surface: surfaceOf(parts.account) },
    reveal(finding) {
      if (finding.at) editor.reveal(finding.at)
    },
    fix(cards, text) {
      const places = cards.flatMap((card) =>
        [card.finding, ...card.others].map((finding) => ({ card, finding, text: text ?? finding.replacement })),
      )
      const done = applyAll(places.flatMap(({ card, finding, text: put }) => (put === undefined ? [] : [{ card, finding, text: put }])))
      if (done.length > 0) {
        const dealt = done.map(({ card, finding, text: put }) => ({ key: card.key, finding, how: { act: 'fixed' as const, text: put } }))
        state.fixed.value = [...state.fixed.value, ...dealt]
        toast.value = { text: `已改正 ${done.length} 处`, undo: () => undo(done, dealt) }
      } else {
        toast.value = { text: '没能改进编辑器，稿件没有变动。可以复制改好的文字。' }
      }
      parts.lookNow()
      return done.length
    },
    dismiss: answerCard,
    release: (card, by, role, reason) => answerCard(card, { act: 'release', by, role, reason }),
    async withdraw(key) {
      const look = state.look.value
      setAnswer(key, undefined)
      const finding = look?.draft && look.verdict?.findings.find((candidate) => findingKey(look.draft!, candidate) === key)
      if (!look?.draft || !finding) return
      const [id] = await redactor.identify(look.draft, [finding])
      if (id) await book.forget(id)
    },
    async recall(look) {
      const { draft, verdict } = look
      if (!draft || !verdict) return
      const fresh = verdict.findings.filter((finding) => !known.has(findingKey(draft, finding)))
      if (fresh.length === 0) return
      for (const finding of fresh) known.add(findingKey(draft, finding))
      const recalled = await book.recall(await redactor.identify(draft, fresh))
      const next = new Map(state.answers.value)
      const offered = new Map(state.offered.value)
      for (const [i, earlier] of recalled.entries()) {
        const key = findingKey(draft, fresh[i]!)
        if (earlier?.same) next.set(key, earlier.answer)
        else if (earlier) offered.set(key, earlier)
      }
      state.answers.value = next
      state.offered.value = offered
    },
  }

  function undo(done: readonly Place[], dealt: readonly unknown[]) {
    // The newest first: these are the places nearest to the beginning, and what stands behind them is undone afterwards.
    for (const { finding, text } of [...done].reverse()) {
      const now = finding.at && { ...finding.at, end: finding.at.start + text.length }
      if (now && standsThere(now, text)) editor.replace?.(now, finding.quote)
    }
    state.fixed.value = state.fixed.value.filter((entry) => !dealt.includes(entry))
    toast.value = undefined
    parts.lookNow()
  }
}

/** Two rules may have found the same words; then one fix makes the other's place another text. */
function areApart(edits: readonly Edit[]): boolean {
  return edits.every(({ span }, i) => {
    const next = edits[i + 1]?.span
    return !next || next.blockId !== span.blockId || next.start >= span.end
  })
}

/** The first part of an account id names its platform (protocol.md §2.1). */
function surfaceOf(account: string): DraftMeta['surface'] {
  const platform = account.split(':')[0]
  return platform === 'wechat' || platform === 'weibo' ? platform : 'website'
}
