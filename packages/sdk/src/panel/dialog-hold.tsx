import { categoryNames, reviewRoleNames } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import type { Card } from '../live/state.ts'
import { GoAndFix, Head, type PartProps, short } from './dialog-parts.tsx'
import { DismissForm } from './dismiss-form.tsx'
import { shownValue } from './excerpt.ts'
import { useFirstItems } from './first-items.tsx'
import { fixLabel } from './fix.ts'
import { Icon } from './icons.tsx'
import { placeName } from './place-name.ts'
import { ReleaseForm } from './release-form.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** What must change before this can go out, with the fix beside each. */
export function Hold({ view, close }: PartProps) {
  const { desk } = view
  const cards = desk.cards.value.filter(({ kind }) => kind === 'hold')
  const { shown, more } = useFirstItems(cards)
  const fixable = desk.canType ? cards.filter(({ finding }) => finding.at && finding.replacement !== undefined) : []
  const places = fixable.reduce((total, card) => total + 1 + card.others.length, 0)
  return (
    <>
      <Head sign="hold" title={text.decision.hold} sub={text.dialog.holdSub(desk.banner.value.hold, view.word.value)} close={close} />
      <div class="items">
        <ol>
          {shown.map((card) => (
            <HoldItem key={card.key} card={card} view={view} close={close} />
          ))}
          {more}
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
                {reviewRoleNames[finding.release]}放行…
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
