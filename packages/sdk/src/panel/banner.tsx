import type { Banner as Standing } from '../attach-options.ts'
import { Icon, type IconName } from './icons.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

const SIGNS: Record<Standing['decision'], IconName> = {
  hold: 'hold',
  review: 'ask',
  clear: 'clear',
  unchecked: 'unchecked',
  empty: 'empty',
}

export function Sign({ decision, size = 20 }: { decision: Standing['decision']; size?: number }) {
  return (
    <span class={`sign ${decision}`}>
      <Icon name={SIGNS[decision]} size={size} />
    </span>
  )
}

/** One sentence that says whether it can be published; everything else explains that sentence. */
export function Banner({ view }: { view: View }) {
  const { desk } = view
  const { decision, hold, ask, hint } = desk.banner.value
  return (
    <section class={`banner ${decision}`} aria-label={text.decision[decision]} tabIndex={-1} data-banner>
      <Sign decision={decision} />
      <div class="words">
        <h2>{text.decision[decision]}</h2>
        <p>
          {decision === 'hold' || decision === 'review' ? <b>{text.counts(hold, ask)}</b> : <Sub view={view} />}
          {hint > 0 && <span class="soft">{text.hints(hint)}</span>}
        </p>
      </div>
      <Stepper view={view} />
    </section>
  )
}

function Sub({ view }: { view: View }) {
  const { desk } = view
  const why = desk.why.value
  if (why) return <>{text.why[why]}</>
  const verdict = desk.verdict.value
  if (desk.banner.value.decision === 'empty' || !verdict) return <>{text.emptySub}</>
  // The office's own pack names the whole chain: the others are its parents.
  const own = verdict.packs.at(-1)
  return <>{text.clearSub(own ? `${view.packName ?? own.id} ${own.version}` : '', desk.checker.rules.length)}</>
}

function Stepper({ view: { desk } }: { view: View }) {
  const cards = desk.cards.value
  if (cards.length < 2) return null
  const at = Math.max(
    0,
    cards.findIndex(({ key }) => key === desk.current.value),
  )
  const go = (by: number) => {
    const next = cards[(at + by + cards.length) % cards.length]!
    desk.current.value = next.key
    desk.reveal(next.finding)
  }
  return (
    <div class="stepper">
      <button type="button" class="tool" aria-label={text.step.previous} title={text.step.previous} onClick={() => go(-1)}>
        <Icon name="up" size={18} />
      </button>
      <span>{text.step.of(at + 1, cards.length)}</span>
      <button type="button" class="tool" aria-label={text.step.next} title={text.step.next} onClick={() => go(1)}>
        <Icon name="down" size={18} />
      </button>
    </div>
  )
}
