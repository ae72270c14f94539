import type { Guidance } from '@qianshao/rules-core'
import { text } from './text.zh-CN.ts'

/** What the packs leave to a person: questions for whoever signs or writes, each with the moment it is meant for, and why no machine decides. */
export function SignGuidance({ guidance, reader }: { guidance: readonly Guidance[]; reader: 'author' | 'reviewer' }) {
  const own = guidance.filter(({ shownTo }) => shownTo === reader)
  if (own.length === 0) return null
  // What is asked at this very moment comes first.
  const sorted = [...own].sort((a, b) => Number(b.moment === NOW[reader]) - Number(a.moment === NOW[reader]))
  return (
    <details class="section">
      <summary>{text.sign.guidance[reader](own.length)}</summary>
      <ul class="guidance">
        {sorted.map(({ id, moment, text: question, why }) => (
          <li key={id}>
            <span class="chip">{moment}</span>
            <p>{question}</p>
            <p class="note">{why}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

const NOW = { author: '发布前', reviewer: '签字前' } as const
