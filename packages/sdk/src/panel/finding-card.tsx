import { categoryNames, reviewRoleNames } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import { findingKey } from '../live/finding-key.ts'
import type { Card } from '../live/state.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { columnFix } from './column-fix.ts'
import { DismissForm } from './dismiss-form.tsx'
import { excerpt } from './excerpt.ts'
import { fixLabel, mayRemove } from './fix.ts'
import { Icon, KindLabel } from './icons.tsx'
import { placeName } from './place-name.ts'
import { ReleaseForm } from './release-form.tsx'
import { text } from './text.zh-CN.ts'
import { Trace } from './trace.tsx'
import type { View } from './view.ts'

/** What it is, what to do, the fix, and then the clause. Only the current card is open. */
export function FindingCard({ card, view, current }: { card: Card; view: View; current: boolean }) {
  const { desk } = view
  const { finding, kind, others } = card
  const draft = desk.draft.value!
  const [more, setMore] = useState<'trace' | 'dismiss' | 'release' | undefined>()
  const [clause, setClause] = useState<boolean | undefined>()
  const place = placeName(draft, finding)
  const name = categoryNames[finding.category]
  const id = `card-${card.key}`
  const choose = () => {
    desk.current.value = card.key
  }
  /** Enter on the card itself is its first fix; the focus then goes on to the card that stands there next. */
  const fixFirst = (event: KeyboardEvent) => {
    const article = event.currentTarget as HTMLElement
    const fix = article.querySelector<HTMLElement>('[data-fix]')
    if (event.key !== 'Enter' || event.isComposing || event.target !== article || !fix) return
    event.preventDefault()
    const root = article.getRootNode() as ShadowRoot
    const at = [...root.querySelectorAll('[data-card]')].indexOf(article)
    fix.click()
    requestAnimationFrame(() => {
      const left = [...root.querySelectorAll<HTMLElement>('[data-card]')]
      ;(left[Math.min(at, left.length - 1)] ?? root.querySelector<HTMLElement>('[data-banner]'))?.focus()
    })
  }
  const toggle = (which: typeof more) => {
    choose()
    setMore(more === which ? undefined : which)
  }
  const offered = desk.offered.value.get(findingKey(draft, finding))
  return (
    <article
      class={`card ${kind}`}
      aria-labelledby={id}
      aria-current={current ? 'true' : undefined}
      data-card={card.key}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop of the keyboard, where Enter is the card's first fix
      tabIndex={0}
      onClick={choose}
      onKeyUp={choose}
      onKeyDown={fixFirst}
      onMouseEnter={() => (view.pointed.value = card.key)}
      onMouseLeave={() => (view.pointed.value = undefined)}
    >
      <div class="row">
        <h3 id={id}>
          <KindLabel kind={kind} word={text.kind[kind]} />
          {name}
        </h3>
        <button type="button" class="at" onClick={() => desk.reveal(finding)}>
          {place}
        </button>
      </div>
      <p class="message">{finding.message}</p>
      <Quote card={card} view={view} />
      <Fixes card={card} view={view} />
      {others.length > 0 && (
        <p class="note">
          {finding.replacement === undefined || !desk.canType ? (
            text.card.same(others.length)
          ) : (
            <button type="button" class="link" onClick={() => desk.fix([card])}>
              {text.card.all(others.length)}
            </button>
          )}
        </p>
      )}
      {current && desk.canType && <WholeColumn card={card} view={view} />}
      {offered?.answer.act === 'dismiss' && kind !== 'hold' && (
        <p class="note">
          {text.card.offered(dayOf(offered.at))}{' '}
          <button
            type="button"
            class="link"
            onClick={() =>
              desk.dismiss(card, {
                act: 'dismiss',
                code: offered.answer.act === 'dismiss' ? offered.answer.code : 'not-applicable',
                by: view.person,
              })
            }
          >
            {text.card.offeredYes}
          </button>
        </p>
      )}
      {(current || kind !== 'hint') && (
        <>
          <ClauseQuote citations={finding.citations} open={clause ?? current} onToggle={() => setClause(!(clause ?? current))} />
          <div class="links">
            <button type="button" class="link" aria-expanded={more === 'trace'} onClick={() => toggle('trace')}>
              {text.card.why}
              <Icon name={more === 'trace' ? 'up' : 'down'} size={12} />
            </button>
            {finding.release && (
              <button type="button" class="link quiet" aria-expanded={more === 'release'} onClick={() => toggle('release')}>
                {reviewRoleNames[finding.release]}放行…
              </button>
            )}
            <button type="button" class="link quiet" aria-expanded={more === 'dismiss'} onClick={() => toggle('dismiss')}>
              {kind === 'hold' ? text.card.second(name) : text.card.dismiss}
            </button>
            <button type="button" class="link quiet push" onClick={() => desk.reveal(finding)}>
              <Icon name="place" size={14} />
              {text.card.reveal}
            </button>
          </div>
        </>
      )}
      {more === 'trace' && <Trace finding={finding} packs={desk.verdict.value?.packs ?? []} />}
      {more === 'dismiss' && <DismissForm card={card} view={view} onClose={() => setMore(undefined)} />}
      {more === 'release' && <ReleaseForm card={card} view={view} onClose={() => setMore(undefined)} />}
    </article>
  )
}

/** A column of numbers is one mistake, and one click and one 撤销 are enough for it. */
function WholeColumn({ card, view: { desk } }: { card: Card; view: View }) {
  const column = columnFix(desk.draft.value!, desk.cards.value, card)
  if (!column) return null
  return (
    <p class="note">
      <button type="button" class="link" onClick={() => desk.fix(column.cards)}>
        {text.card.column(column.header, column.cards.length)}
      </button>
    </p>
  )
}

function Quote({ card, view: { desk } }: { card: Card; view: View }) {
  const parts = excerpt(desk.draft.value!, card.finding, desk.verdict.value?.findings ?? [])
  if (parts.length === 0) return null
  return (
    <p class="quote">
      {parts.map((part, i) =>
        part.found ? (
          <span class="found" key={i}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </p>
  )
}

function Fixes({ card, view: { desk } }: { card: Card; view: View }) {
  const { finding } = card
  const label = fixLabel(finding)
  const [copied, setCopied] = useState(false)
  if (!finding.at) return null
  const single: Card = { ...card, others: [] }
  const fixName = text.card.fixName(categoryNames[finding.category], placeName(desk.draft.value!, finding))
  const copy = async () => {
    await navigator.clipboard.writeText(finding.replacement ?? '')
    setCopied(true)
  }
  return (
    <div class="row">
      {label !== undefined &&
        (desk.canType ? (
          <button type="button" class="btn small primary" aria-label={`${fixName}，${label}`} data-fix onClick={() => desk.fix([single])}>
            {label}
          </button>
        ) : (
          <button type="button" class="btn small primary" data-fix onClick={copy}>
            {copied ? text.card.copied : `${text.card.copy}：${finding.replacement}`}
          </button>
        ))}
      {mayRemove(finding) && desk.canType && (
        <button type="button" class="btn small" onClick={() => desk.fix([single], '')}>
          {text.card.remove}
        </button>
      )}
      {(label === undefined || !mayRemove(finding)) && card.kind !== 'hint' && (
        <button type="button" class="btn small" onClick={() => desk.reveal(finding)}>
          {text.card.self}
        </button>
      )}
    </div>
  )
}

function dayOf(at: number): string {
  const day = new Date(at + 8 * 3_600_000)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}
