import type { OwedDuty } from '@qianshao/rules-core'
import { useEffect, useState } from 'preact/hooks'
import type { DutyBook } from '../report/owed-duties.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { dutyLeft, dutyPlace } from './duty-words.ts'
import { useFirstItems } from './first-items.tsx'
import { Icon } from './icons.tsx'
import { dayAndTime, dayOf } from './sign-words.ts'
import { text } from './text.zh-CN.ts'

/** What the office owes by a date, most urgent first. */
export function DutiesTab({ duties }: { duties: DutyBook }) {
  useEffect(() => void duties.refresh(), [duties])
  const owed = duties.owed.value
  const { shown, more } = useFirstItems(owed?.lines ?? [], 0)
  if (!owed || owed.lines.length === 0) {
    return (
      <div class="blank">
        <Icon name="clock" size={22} />
        <h3>{text.duties.none}</h3>
        <p>{text.duties.noneWhy}</p>
      </div>
    )
  }
  const now = Date.now()
  return (
    <>
      <p class="note">{text.duties.asOf(dayAndTime(owed.asOf))}</p>
      <ol class="cards">
        {shown.map((line) => (
          <li key={`${line.account} ${line.column} ${line.dutyId}`}>
            <DutyCard line={line} now={now} />
          </li>
        ))}
        {more}
      </ol>
    </>
  )
}

function DutyCard({ line, now }: { line: OwedDuty; now: number }) {
  const [quote, setQuote] = useState(true)
  const { status, deadline, evidence } = line
  return (
    <details class={`box duty ${status}`}>
      <summary>
        <Icon name={status === 'overdue' ? 'over' : status === 'due-soon' ? 'clock' : status === 'fresh' ? 'check' : 'hint'} />
        <b>{dutyPlace(line)}</b>
        <span class="left">{dutyLeft(line, now)}</span>
        <span class="note">{line.demand}</span>
      </summary>
      <p>{line.why}</p>
      {status !== 'fresh' && <p>{line.satisfiedBy}</p>}
      {deadline !== null && <p class="note">{text.duties.until(deadline)}</p>}
      {line.forecast !== null && <p class="note">{line.forecast}</p>}
      <p class="note">
        {evidence.length === 0 ? text.duties.noEvidence : text.duties.evidence(evidence.map((at) => dayOf(at)).join('、'))}
      </p>
      <ClauseQuote citations={line.citations} open={quote} onToggle={() => setQuote(!quote)} />
    </details>
  )
}
