import { useEffect, useRef, useState } from 'preact/hooks'
import type { Attempt } from '../guard/gate.ts'
import type { Card } from '../live/state.ts'
import { Foreign } from './dialog-foreign.tsx'
import { Hold } from './dialog-hold.tsx'
import { Review } from './dialog-review.tsx'
import { NotChecked } from './dialog-unchecked.tsx'
import { NotSigned } from './dialog-unsigned.tsx'
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
  const finished = !attempt.unsigned && !attempt.foreign && !unread && decision !== 'hold' && decision !== 'review'
  const review = decision === 'review' || (started.length > 0 && decision !== 'hold')
  useEffect(() => {
    if (decision === 'review' && started.length === 0) setStarted(cards.filter(({ kind }) => kind === 'ask'))
  }, [decision, started.length, cards])
  // Focus goes to the safest useful button, anew whenever the dialog changes what it says.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [decision, unread, attempt])
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
        {attempt.unsigned ? (
          <NotSigned view={view} unsigned={attempt.unsigned} close={close} />
        ) : attempt.foreign ? (
          <Foreign view={view} attempt={attempt} close={close} />
        ) : unread ? (
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
