import { categoryNames, type DismissCode, isSettled, kindOf } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import { findingKey } from '../live/finding-key.ts'
import type { Card } from '../live/state.ts'
import { GoAndFix, Head, type PartProps, short } from './dialog-parts.tsx'
import { shownValue } from './excerpt.ts'
import { useFirstItems } from './first-items.tsx'
import { fixLabel } from './fix.ts'
import { Icon } from './icons.tsx'
import { placeName } from './place-name.ts'
import { reasonsFor } from './reasons.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** Each item is mended or answered with a reason; the list keeps what is done, so that nothing moves under the hand. */
export function Review({ view, close, started }: PartProps & { started: readonly Card[] }) {
  const { desk } = view
  const left = desk.cards.value.filter(({ kind }) => kind === 'ask')
  const startedKeys = new Set(started.map(({ key }) => key))
  const openKeys = new Set(left.map(({ key }) => key))
  const all = [...started, ...left.filter(({ key }) => !startedKeys.has(key))]
  const { shown, more } = useFirstItems(all)
  const done = all.length - left.length
  return (
    <>
      {left.length === 0 ? (
        <Head sign="clear" title={text.dialog.doneTitle} sub={text.dialog.done(view.word.value)} close={close} />
      ) : (
        <Head
          sign="review"
          title={text.dialog.reviewTitle(desk.banner.value.ask)}
          sub={text.dialog.reviewSub(view.word.value)}
          close={close}
        />
      )}
      <div class="items">
        <ol>
          {shown.map((card) => (
            <ReviewItem key={card.key} card={card} open={openKeys.has(card.key)} view={view} close={close} />
          ))}
          {more}
        </ol>
      </div>
      <footer>
        <span class="push">
          {all.length > 0 && (
            <>
              <span class="bar" aria-hidden="true">
                <i style={{ width: `${(done / all.length) * 100}%` }} />
              </span>
              {text.dialog.progress(done, all.length)}
            </>
          )}
        </span>
        {left.length > 0 && (
          <button type="button" class="btn" aria-disabled="true" onClick={(event) => firstOpenItem(event.currentTarget)}>
            {text.dialog.blocked(view.word.value, left.length)}
          </button>
        )}
        <button type="button" class={left.length > 0 ? 'btn' : 'btn primary'} data-first onClick={close}>
          {text.dialog.back}
        </button>
      </footer>
    </>
  )
}

// A blocked button leads to what is missing instead of doing nothing.
function firstOpenItem(button: HTMLElement) {
  button.closest('.dialog')?.querySelector<HTMLElement>('[data-open] button')?.focus()
}

function ReviewItem({ card, open, view, close }: { card: Card; open: boolean; view: View; close(): void }) {
  const { desk } = view
  const { finding } = card
  const [keep, setKeep] = useState(false)
  const [failed, setFailed] = useState(false)
  const draft = desk.draft.value!
  const answer = desk.answers.value.get(findingKey(draft, finding))
  const dismiss = async (code: DismissCode) => {
    try {
      await desk.dismiss(card, { act: 'dismiss', code, by: view.person })
    } catch (cause) {
      console.error('panel: the answer could not be recorded', cause)
      setFailed(true)
    }
  }
  const label = fixLabel(finding)
  return (
    <li data-open={open ? '' : undefined}>
      <div class="item">
        <span class="kind ask">
          <Icon name={open ? 'ask' : 'done'} size={20} />
        </span>
        <div class="main">
          <b>{categoryNames[finding.category]}</b>
          <small>{placeName(draft, finding)}</small>
          <p>
            {finding.quote && `“${short(shownValue(finding))}”　`}
            {open
              ? finding.message
              : isSettled(finding, answer) && answer?.act === 'dismiss'
                ? text.dealt.dismissed(text.reasons[answer.code])
                : text.dealt.title}
          </p>
        </div>
        {open && kindOf(finding) === 'ask' && (
          <>
            {label !== undefined && desk.canType ? (
              <button type="button" class="btn small" onClick={() => desk.fix([card])}>
                {text.dialog.change}
              </button>
            ) : (
              <GoAndFix finding={finding} view={view} close={close} />
            )}
            <button type="button" class="btn small" aria-pressed={keep} onClick={() => setKeep(!keep)}>
              {text.dialog.keep}
            </button>
          </>
        )}
        {!open && answer && (
          <button type="button" class="link" onClick={() => desk.withdraw(findingKey(draft, finding))}>
            {text.toast.undo}
          </button>
        )}
      </div>
      {open && keep && (
        <div class="reasons">
          {text.dialog.reason}
          {reasonsFor(finding).map((code) => (
            <button type="button" class="btn small" key={code} onClick={() => dismiss(code)}>
              {text.reasons[code]}
            </button>
          ))}
        </div>
      )}
      {failed && (
        <p class="bad" role="alert">
          {text.dismiss.failed}
        </p>
      )}
    </li>
  )
}
