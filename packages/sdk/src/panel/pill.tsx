import { Sign } from './banner.tsx'
import type { PillPlace } from './layout.ts'
import { text } from './text.zh-CN.ts'
import { useDrag } from './use-drag.ts'
import type { View } from './view.ts'

/** The panel folded up; never hidden while a page is guarded. */
export function Pill({ view, place, onMove }: { view: View; place: PillPlace; onMove(by: { x: number; y: number }): void }) {
  const { decision, hold, ask } = view.desk.banner.value
  const words = decision === 'hold' ? text.pill.hold(hold, ask) : decision === 'review' ? text.pill.review(ask) : text.pill[decision]
  const drag = useDrag(onMove)
  return (
    <button
      type="button"
      class={`pill ${decision}`}
      data-pill
      style={{ left: `${place.left}px`, top: `${place.top}px` }}
      aria-label={`${text.head.open}：${text.decision[decision]}，${words.main}${words.rest ? `，${words.rest}` : ''}`}
      onClick={() => drag.moved() || view.setOpen(true)}
      onPointerDown={drag.start}
      onKeyDown={drag.keys((event) => event.altKey && event.shiftKey)}
    >
      <Sign decision={decision} size={18} />
      <b>{words.main}</b>
      {words.rest && <small>{words.rest}</small>}
    </button>
  )
}
