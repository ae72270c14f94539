import { categoryNames } from '@qianshao/rules-core'
import { useEffect, useRef } from 'preact/hooks'
import type { Card } from '../live/state.ts'
import type { Rect } from '../marks/geometry.ts'
import { fixLabel } from './fix.ts'
import { KindLabel } from './icons.tsx'
import { placeName } from './place-name.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** The small card at a mark: what is wrong and the first fix; the rest is in the panel. */
export interface AtMark {
  /** One finding alone, also where the panel folds several into one card. */
  card: Card
  /** The line of the mark. */
  box: Rect
  /** Opened from the keyboard: the focus goes into it. */
  byKey: boolean
}

const WIDTH = 300
const ROOM = 170
const GAP = 8

export function MarkCard({ view, at }: { view: View; at: AtMark }) {
  const { desk } = view
  const { finding, kind } = at.card
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (at.byKey) box.current?.querySelector<HTMLElement>('button')?.focus()
  }, [at])
  const label = desk.canType ? fixLabel(finding) : undefined
  const name = categoryNames[finding.category]
  const draft = desk.draft.value
  const below = at.box.top + at.box.height + GAP + ROOM < innerHeight
  const left = Math.max(GAP, Math.min(at.box.left, innerWidth - WIDTH - GAP))
  const close = () => {
    view.atMark.value = undefined
  }
  return (
    <section
      ref={box}
      class={`mini at-mark ${kind}`}
      aria-label={text.mark.label(text.kind[kind], name)}
      data-mark-card
      style={{
        left: `${left}px`,
        ...(below ? { top: `${at.box.top + at.box.height + GAP}px` } : { bottom: `${innerHeight - at.box.top + GAP}px` }),
      }}
    >
      <b>
        <KindLabel kind={kind} word={text.kind[kind]} />
        {name}
      </b>
      <p>{finding.message}</p>
      <div class="row">
        {label !== undefined && (
          <button
            type="button"
            class="btn small primary"
            aria-label={draft && `${text.card.fixName(name, placeName(draft, finding))}，${label}`}
            onClick={() => {
              close()
              desk.fix([at.card])
            }}
          >
            {label}
          </button>
        )}
        <button
          type="button"
          class="link"
          onClick={() => {
            close()
            view.showFinding(finding)
          }}
        >
          {text.mark.more}
        </button>
      </div>
    </section>
  )
}
