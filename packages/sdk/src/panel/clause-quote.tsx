import type { Citation } from '@qianshao/rules-core'
import { standingNames } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { text } from './text.zh-CN.ts'

/** The law in its own words, with its source and whether it is in force. Strictest first; the others on request. */
export function ClauseQuote({ citations, open, onToggle }: { citations: readonly Citation[]; open: boolean; onToggle(): void }) {
  const [all, setAll] = useState(false)
  const [first, ...more] = citations
  if (!first) return <p class="basis note">{text.card.ownRule}</p>
  const shown = !open ? [] : all ? [first, ...more] : [first]
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
      {shown.map((citation, i) => (
        <Clause key={citation.clauseId} citation={citation} head={i > 0} />
      ))}
      {open && !all && more.length > 0 && (
        <button type="button" class="link quiet" onClick={() => setAll(true)}>
          {text.card.moreClauses(more.length)}
        </button>
      )}
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
