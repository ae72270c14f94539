import { useState } from 'preact/hooks'
import { printDay } from './beijing-time.ts'
import type { Overview } from './shapes.ts'

const WIDTH = 540
const HEIGHT = 170
const LEFT = 34
const BOTTOM = 22

/** How much goes out, and how: stacked columns by week, zero-based, unchecked on top and hatched; with a table twin. */
export function WeeklyBars({ weeks }: { weeks: Overview['weeks'] }) {
  const [asTable, setAsTable] = useState(false)
  const total = weeks.reduce((sum, { receipt, guard, unchecked }) => sum + receipt + guard + unchecked, 0)
  return (
    <>
      <header>
        <h2>每周发布</h2>
        <span class="note">篇</span>
        <span class="end legend">
          <Key fill="c1" name="有凭证" />
          <Key fill="c2" name="已检查，无凭证" />
          <Key fill="un-fill" name="未受检查" />
        </span>
        <button type="button" class="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? '看图' : '看表格'}
        </button>
      </header>
      {asTable ? <Table weeks={weeks} /> : <Bars weeks={weeks} total={total} />}
    </>
  )
}

function Bars({ weeks, total }: { weeks: Overview['weeks']; total: number }) {
  const top = niceTop(Math.max(1, ...weeks.map(({ receipt, guard, unchecked }) => receipt + guard + unchecked)))
  const scale = (HEIGHT - BOTTOM - 8) / top
  const step = (WIDTH - LEFT) / weeks.length
  const base = HEIGHT - BOTTOM
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`近 ${weeks.length} 周共发布 ${total} 篇，逐周数字见表格`}>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line class="grid-line" x1={LEFT} x2={WIDTH} y1={base - value * scale} y2={base - value * scale} />
          <text x={LEFT - 6} y={base - value * scale + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {weeks.map(({ day, receipt, guard, unchecked }, i) => {
        const x = LEFT + i * step + step * 0.2
        const stack = [
          ['c1', receipt, 0],
          ['c2', guard, receipt],
          ['un-fill', unchecked, receipt + guard],
        ] as const
        return (
          <g key={day}>
            {stack.map(([fill, value, below]) => (
              <rect key={fill} class={fill} x={x} width={step * 0.6} y={base - (below + value) * scale} height={value * scale} />
            ))}
            {i % 3 === 0 && (
              <text x={x + step * 0.3} y={HEIGHT - 5} text-anchor="middle">
                {printDay(day)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

function Table({ weeks }: { weeks: Overview['weeks'] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>周（星期一）</th>
          <th class="number">有凭证</th>
          <th class="number">已检查，无凭证</th>
          <th class="number">未受检查</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ day, receipt, guard, unchecked }) => (
          <tr key={day}>
            <td>{printDay(day)}</td>
            <td class="number">{receipt}</td>
            <td class="number">{guard}</td>
            <td class="number">{unchecked}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Key({ fill, name }: { fill: string; name: string }) {
  return (
    <span>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {fill === 'un-fill' && <Hatch />}
        <rect class={fill} width="12" height="12" />
      </svg>
      {name}
    </span>
  )
}

function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" />
        <line class="hatch-line" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  )
}

// An even number, so that the middle line is a whole number too.
function niceTop(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(most))
  return [2, 4, 6, 10, 20].map((factor) => factor * unit).find((top) => top >= most)!
}
