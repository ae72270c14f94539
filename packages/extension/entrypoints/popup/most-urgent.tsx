import type { OwedDuties } from '@qianshao/rules-core'
import { dutyLeft, dutyPlace, pressing } from '@qianshao/sdk'
import { ClockIcon, OverIcon } from '../../look/icons.tsx'

/** More would push the account and the outbox out of sight. */
const SHOWN = 2

/** The two duties that are most urgent; `all` opens the rest in the page's panel, where there is one. */
export function MostUrgent({ owed, all }: { owed: OwedDuties | null; all: (() => void) | undefined }) {
  if (!owed || owed.lines.length === 0) return null
  const urgent = pressing(owed).slice(0, SHOWN)
  const now = Date.now()
  return (
    <section class="urgent">
      <div class="urgent-head">
        <h2 class="urgent-title">要到期的</h2>
        {all && (
          <button type="button" class="link" onClick={all}>
            全部时限
          </button>
        )}
      </div>
      {urgent.length === 0 && <p>近几天没有要到期的。</p>}
      <ul>
        {urgent.map((line) => (
          <li key={`${line.account} ${line.column} ${line.dutyId}`} class={line.status}>
            {line.status === 'overdue' ? <OverIcon /> : <ClockIcon />}
            <span class="urgent-name">{dutyPlace(line)}</span>
            <b>{dutyLeft(line, now)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
