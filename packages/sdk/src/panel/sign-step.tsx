import { reviewRoleNames, type SignedStep, type Unit } from '@qianshao/rules-core'
import { type Change, changesSince } from '../review/changes.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import { Icon } from './icons.tsx'
import { SignForm } from './sign-form.tsx'
import { dayAndTime, nameOf } from './sign-words.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

export interface SignStepProps {
  view: View
  review: ReviewDesk
  one: SignedStep
  number: number
  due: boolean
  /** The text that was signed at this step, if any was. */
  before: readonly Unit[] | undefined
  /** The text as it stands. */
  now: readonly Unit[]
}

/** One step: who signed when, whether it still stands, and, where it is due, how to sign. */
export function SignStep({ view, review, one, number, due, before, now }: SignStepProps) {
  const { step, signature } = one
  const changes = signature === 'lapsed' && before ? changesSince(before, now) : []
  const standing = signature === 'valid' ? 'valid' : signature === 'lapsed' ? 'lapsed' : due ? 'due' : 'none'
  return (
    <li class={`step ${standing}`} aria-current={due ? 'step' : undefined}>
      <span class="dot">{signature === 'valid' ? <Icon name="check" /> : number}</span>
      <div class="main">
        <h3>
          <span>{step.title}</span>
          <span class={`chip ${standing}`}>{chipText(one, due, changes.length)}</span>
        </h3>
        <Story view={view} one={one} changes={changes} />
        {!due && signature !== 'valid' && step.differsFrom.length > 0 && <p class="note">{differs(review, one)}</p>}
        {due && <SignForm view={view} review={review} one={one} changes={changes} now={now} />}
      </div>
    </li>
  )
}

function chipText({ signature, against }: SignedStep, due: boolean, changed: number): string {
  if (signature === 'valid') return text.sign.chip.valid
  if (against) return text.sign.chip.returned
  if (signature === 'lapsed') return text.sign.chip.lapsed(changed)
  return due ? text.sign.chip.due : text.sign.chip.none
}

function Story({ view: { people }, one, changes }: { view: View; one: SignedStep; changes: readonly Change[] }) {
  const { signature, by, at, against, asksAbove } = one
  const time = at === undefined ? '' : dayAndTime(at)
  return (
    <>
      {signature === 'valid' && by !== undefined && (
        <p>
          {nameOf(people, by)}　<span class="note">{text.sign.at(time)}</span>
          {one.decidedBy !== undefined && <span class="note">　{text.sign.decidedBy(reviewRoleNames[one.decidedBy])}</span>}
          {one.onBehalf !== undefined && <span class="note">　{text.sign.onBehalf(nameOf(people, one.onBehalf))}</span>}
        </p>
      )}
      {signature === 'lapsed' && by !== undefined && (
        <p>
          {nameOf(people, by)}　<span class="note">{text.sign.lapsed(time, paragraphsOf(changes))}</span>
        </p>
      )}
      {asksAbove && <p class="note">{text.sign.asksAbove(nameOf(people, asksAbove.by))}</p>}
      {against && <p class="returned">{text.sign.returned(nameOf(people, against.by), against.remarks ?? '')}</p>}
    </>
  )
}

function paragraphsOf(changes: readonly Change[]): string {
  return [...new Set(changes.flatMap(({ paragraph }) => (paragraph === undefined ? [] : [paragraph])))].join('、')
}

function differs(review: ReviewDesk, { step }: SignedStep): string {
  const titles = review.state.value.steps.filter((one) => step.differsFrom.includes(one.step.role)).map((one) => one.step.title)
  return titles.length === 0 ? '' : text.sign.differs(titles.join('、'))
}
