import { categoryNames } from '@qianshao/rules-core'
import type { Dealt } from '../live/state.ts'
import { FindingCard } from './finding-card.tsx'
import { useFirstItems } from './first-items.tsx'
import { Icon } from './icons.tsx'
import { PastedText } from './pasted-text.tsx'
import { Scope } from './scope.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** The findings in the order of the text, what has been dealt with, and what was and was not read. */
export function FindingsTab({ view }: { view: View }) {
  const { desk } = view
  const cards = desk.cards.value
  const { decision } = desk.banner.value
  const at = Math.max(
    0,
    cards.findIndex(({ key }) => key === desk.current.value),
  )
  const { shown, more } = useFirstItems(cards, at)
  if (decision === 'unchecked' && cards.length === 0) return <Unchecked view={view} />
  return (
    <div class={desk.stale.value ? 'stale' : ''}>
      <ol class="cards">
        {shown.map((card, i) => (
          <li key={card.key}>
            <FindingCard card={card} view={view} current={i === at} />
          </li>
        ))}
        {more}
      </ol>
      <DealtList view={view} />
      {decision !== 'empty' && desk.draft.value && <Scope draft={desk.draft.value} />}
      {decision === 'clear' && <p class="section note">{text.clearNote}</p>}
      {decision === 'empty' && (
        <div class="blank">
          <Icon name="empty" size={22} />
          <h3>{text.decision.empty}</h3>
          <p>{text.emptySub}</p>
        </div>
      )}
    </div>
  )
}

function DealtList({ view: { desk } }: { view: View }) {
  const dealt = desk.dealt.value
  if (dealt.length === 0) return null
  return (
    <section class="section">
      <h3>{text.dealt.title}</h3>
      <ul class="dealt">
        {dealt.map((entry, i) => (
          <li key={i}>
            <Icon name={entry.how.act === 'fixed' ? 'done' : entry.how.act === 'release' ? 'person' : 'back'} />
            <span>
              <b>{categoryNames[entry.finding.category]}</b> {dealtText(entry)}
            </span>
            {entry.how.act !== 'fixed' && (
              <button type="button" class="link" onClick={() => desk.withdraw(entry.key)}>
                {text.dealt.restore}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function dealtText({ how }: Dealt): string {
  if (how.act === 'fixed') return text.dealt.fixed(how.text)
  return how.act === 'dismiss' ? text.dealt.dismissed(text.reasons[how.code]) : text.dealt.released(how.reason)
}

function Unchecked({ view }: { view: View }) {
  const open = view.pasted.value !== undefined
  return (
    <>
      <section class="box">
        <h3>{text.unchecked.can}</h3>
        <button type="button" class="btn primary wide" onClick={() => view.desk.lookAgain()}>
          <Icon name="scan" />
          {text.unchecked.retry}
        </button>
        <button type="button" class="btn wide" aria-expanded={open} onClick={() => (view.pasted.value = open ? undefined : '')}>
          <Icon name="pen" />
          {open ? text.unchecked.pasteEnd : text.unchecked.paste}
        </button>
      </section>
      {open && <PastedText view={view} />}
      <section class="box">
        <h3>{text.unchecked.what(view.word.value)}</h3>
        <p>{text.unchecked[view.whenUnchecked]}</p>
      </section>
      <section class="box">
        <h3>{text.unchecked.whyTitle}</h3>
        <p>{text.unchecked.whyText}</p>
      </section>
    </>
  )
}
