import type { ComponentChildren } from 'preact'
import { Sparkline } from './sparkline.tsx'

/** One figure with its twelve-week line; the figure is a link to the list behind it. */
export function FigureCard(props: {
  name: string
  unit: string
  value: number | string
  href: string
  weeks?: readonly number[]
  isException?: boolean
  children: ComponentChildren
}) {
  const { name, unit, value, href, weeks, isException = false, children } = props
  return (
    <section class="card figure">
      <p>{name}</p>
      <div class="kpi">
        <a href={href} aria-label={`${name} ${value} ${unit}，看清单`}>
          <b>
            {value}
            <small>{unit}</small>
          </b>
        </a>
        {weeks && <Sparkline weeks={weeks} name={name} isException={isException} />}
      </div>
      <p class="note">{children}</p>
    </section>
  )
}
