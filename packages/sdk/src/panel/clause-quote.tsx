import type { Citation } from '@qianshao/rules-core'
import { Icon } from './icons.tsx'
import { standingNames, text } from './text.zh-CN.ts'

/** The law in its own words, with its source and whether it is in force. */
export function ClauseQuote({ citations, open, onToggle }: { citations: readonly Citation[]; open: boolean; onToggle(): void }) {
  const [first, ...more] = citations
  if (!first) return <p class="basis note">{text.card.ownRule}</p>
  return (
    <div class="basis">
      <button type="button" class="sum" aria-expanded={open} onClick={onToggle}>
        <span class="lead">{text.card.basis}</span>
        <span class="loc">
          {open ? '' : `${shortTitle(first.document)} `}
          {first.locator}
        </span>
        <Standing citation={first} />
        <Icon name={open ? 'up' : 'down'} />
      </button>
      {open && [first, ...more].map((citation, i) => <Clause key={citation.clauseId} citation={citation} head={i > 0} />)}
      {!open && more.length > 0 && <p class="note">{text.card.moreClauses(more.length)}</p>}
    </div>
  )
}

function Clause({ citation, head }: { citation: Citation; head: boolean }) {
  return (
    <>
      {head && (
        <p class="row">
          <span class="lead">{text.card.basis}</span> {citation.locator} <Standing citation={citation} />
        </p>
      )}
      <blockquote class="law">{citation.quote}</blockquote>
      <cite class="note">
        《{citation.document}》{citation.number && `（${citation.number}）`}
      </cite>
      {citation.standing === 'consultation' && <p class="note">{text.card.consultation}</p>}
    </>
  )
}

export function Standing({ citation: { standing } }: { citation: Citation }) {
  return <span class={`chip ${standing}`}>{standingNames[standing]}</span>
}

function shortTitle(title: string): string {
  return title.length > 12 ? `${title.slice(0, 6)}…${title.slice(-4)}` : title
}
