import type { DismissCode, Finding } from '@qianshao/rules-core'
import { isSettled, kindOf } from '@qianshao/rules-core'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Attempt } from '../guard/gate.ts'
import { findingKey } from '../live/finding-key.ts'
import type { Card } from '../live/state.ts'
import { Sign } from './banner.tsx'
import { DismissForm } from './dismiss-form.tsx'
import { shownValue } from './excerpt.ts'
import { fixLabel } from './fix.ts'
import { Icon } from './icons.tsx'
import { placeName } from './place-name.ts'
import { ReleaseForm } from './release-form.tsx'
import { categoryNames, reasonsFor, roleNames, text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** Opens on an attempt to publish only, and never publishes: the last step is the person's own next click. */
export function PublishDialog({ view, attempt }: { view: View; attempt: Attempt }) {
  const { desk, gate } = view
  const box = useRef<HTMLDivElement>(null)
  const close = () => {
    gate.attempt.value = undefined
    view.leave(attempt.control)
  }
  const { decision } = desk.banner.value
  const cards = desk.cards.value
  const unread = attempt.look.kind === 'unchecked' && decision !== 'hold' && decision !== 'review'
  // A review's list keeps what has been dealt with, so that nothing moves while somebody works through it.
  const [started, setStarted] = useState<readonly Card[]>([])
  // Nothing is left to do here: the next click belongs to the host's button, so nothing of ours may lie over it.
  const finished = !unread && decision !== 'hold' && decision !== 'review'
  const review = decision === 'review' || (started.length > 0 && decision !== 'hold')
  useEffect(() => {
    if (decision === 'review' && started.length === 0) setStarted(cards.filter(({ kind }) => kind === 'ask'))
  }, [decision, started.length, cards])
  // Focus goes to the safest useful button, anew whenever the dialog changes what it says.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [decision, unread])
  return (
    <div class={finished ? 'veil pass' : 'veil'}>
      <div
        ref={box}
        class="dialog"
        role="dialog"
        aria-modal={!finished}
        aria-labelledby="qs-dialog"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing) {
            event.stopPropagation()
            close()
          } else keepInside(event, box.current)
        }}
      >
        {unread ? (
          <NotChecked view={view} attempt={attempt} close={close} />
        ) : decision === 'hold' ? (
          <Hold view={view} attempt={attempt} close={close} />
        ) : (
          <Review view={view} attempt={attempt} close={close} started={review ? started : []} />
        )}
      </div>
    </div>
  )
}

interface PartProps {
  view: View
  attempt: Attempt
  close(): void
}

function Head({ sign, title, sub, close }: { sign: 'hold' | 'review' | 'clear' | 'unchecked'; title: string; sub: string; close(): void }) {
  return (
    <header>
      <Sign decision={sign} size={22} />
      <div class="words">
        <h2 id="qs-dialog">{title}</h2>
        <p>{sub}</p>
      </div>
      <button type="button" class="tool" aria-label={text.dialog.close} onClick={close}>
        <Icon name="close" size={20} />
      </button>
    </header>
  )
}

function Hold({ view, attempt, close }: PartProps) {
  const { desk } = view
  const cards = desk.cards.value.filter(({ kind }) => kind === 'hold')
  const fixable = desk.canType ? cards.filter(({ finding }) => finding.at && finding.replacement !== undefined) : []
  const places = fixable.reduce((total, card) => total + 1 + card.others.length, 0)
  return (
    <>
      <Head sign="hold" title={text.decision.hold} sub={text.dialog.holdSub(desk.banner.value.hold, view.word.value)} close={close} />
      <div class="items">
        {attempt.foreign && <p class="note">{text.dialog.foreign}</p>}
        <ol>
          {cards.map((card) => (
            <HoldItem key={card.key} card={card} view={view} close={close} />
          ))}
        </ol>
      </div>
      <footer>
        <span class="push" />
        <button type="button" class="btn" data-first={fixable.length === 0 ? '' : undefined} onClick={close}>
          {text.dialog.back}
        </button>
        {fixable.length > 0 && (
          <button type="button" class="btn primary" data-first onClick={() => desk.fix(fixable)}>
            {text.dialog.fixAll(places)}
          </button>
        )}
      </footer>
    </>
  )
}

function HoldItem({ card, view, close }: { card: Card; view: View; close(): void }) {
  const { desk } = view
  const { finding } = card
  const [form, setForm] = useState<'dismiss' | 'release' | undefined>()
  const label = fixLabel(finding)
  const first = finding.citations[0]
  return (
    <li>
      <div class="item">
        <span class="kind hold">
          <Icon name="hold" size={20} />
        </span>
        <div class="main">
          <b>{categoryNames[finding.category]}</b>
          <small>{placeName(desk.draft.value!, finding)}</small>
          <p>{label !== undefined && label !== text.card.remove ? `“${short(shownValue(finding))}”${label}` : finding.message}</p>
          {first && (
            <p class="note">
              {text.card.basis}：《{first.document}》{first.locator}
            </p>
          )}
          <div class="links">
            {finding.release && (
              <button type="button" class="link" onClick={() => setForm(form === 'release' ? undefined : 'release')}>
                {roleNames[finding.release]}放行…
              </button>
            )}
            <button type="button" class="link quiet" onClick={() => setForm(form === 'dismiss' ? undefined : 'dismiss')}>
              {text.card.second(categoryNames[finding.category])}
            </button>
          </div>
        </div>
        {label !== undefined && desk.canType ? (
          <button type="button" class="btn small primary" onClick={() => desk.fix([card])}>
            {text.dialog.fix}
          </button>
        ) : (
          <GoAndFix finding={finding} view={view} close={close} />
        )}
      </div>
      {form === 'dismiss' && <DismissForm card={card} view={view} onClose={() => setForm(undefined)} />}
      {form === 'release' && <ReleaseForm card={card} view={view} onClose={() => setForm(undefined)} />}
    </li>
  )
}

function GoAndFix({ finding, view, close }: { finding: Finding; view: View; close(): void }) {
  return (
    <button
      type="button"
      class="btn small"
      onClick={() => {
        close()
        view.setOpen(true)
        view.desk.reveal(finding)
      }}
    >
      {text.dialog.go}
    </button>
  )
}

function Review({ view, close, started }: PartProps & { started: readonly Card[] }) {
  const { desk } = view
  const left = desk.cards.value.filter(({ kind }) => kind === 'ask')
  const all = [...started, ...left.filter((card) => !started.some(({ key }) => key === card.key))]
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
          {all.map((card) => (
            <ReviewItem key={card.key} card={card} open={left.some(({ key }) => key === card.key)} view={view} close={close} />
          ))}
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

function NotChecked({ view, attempt, close }: PartProps) {
  const why = attempt.look.kind === 'unchecked' ? text.why[attempt.look.why] : ''
  const mayGoOn = view.whenUnchecked === 'warn'
  return (
    <>
      <Head
        sign="unchecked"
        title={text.dialog.uncheckedTitle}
        sub={mayGoOn ? text.dialog.uncheckedSub(why, view.word.value) : why}
        close={close}
      />
      <div class="items">
        <p class="notebox hatch">{mayGoOn ? text.dialog.uncheckedNote : text.unchecked.hold}</p>
        <h3>{text.dialog.look}</h3>
        <div class="checks">
          {text.dialog.lookAt.map((line) => (
            <label key={line}>
              <input type="checkbox" /> {line}
            </label>
          ))}
        </div>
      </div>
      <footer>
        <span class="push" />
        <button type="button" class="btn" onClick={close}>
          {text.dialog.back}
        </button>
        {mayGoOn && (
          <button
            type="button"
            class="btn"
            onClick={() => {
              view.gate.goUnchecked()
              view.desk.toast.value = { text: text.dialog.nowAgain(view.word.value) }
              view.leave(attempt.control)
            }}
          >
            {text.dialog.goOn(view.word.value)}
          </button>
        )}
        <button
          type="button"
          class="btn primary"
          data-first
          onClick={() => {
            view.desk.lookAgain()
            if (view.desk.why.value === undefined) close()
          }}
        >
          {text.dialog.retryFirst}
        </button>
      </footer>
    </>
  )
}

function short(value: string): string {
  return value.length > 18 ? `${value.slice(0, 17)}……` : value
}

/** Tab stays inside a modal dialog. */
function keepInside(event: KeyboardEvent, box: HTMLElement | null) {
  if (event.key !== 'Tab' || !box) return
  const stops = [...box.querySelectorAll<HTMLElement>('button,input,select,textarea')]
  const root = box.getRootNode() as ShadowRoot
  const at = stops.indexOf(root.activeElement as HTMLElement)
  const next = event.shiftKey ? at - 1 : at + 1
  if (next >= 0 && next < stops.length) return
  event.preventDefault()
  stops.at(event.shiftKey ? -1 : 0)?.focus()
}
