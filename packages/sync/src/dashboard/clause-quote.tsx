import { standingNames } from '@qianshao/rules-core'
import type { DutyLine } from './shapes.ts'

/** The clause, word for word, with where it stands and whether it is in force. */
export function ClauseQuote({ citation }: { citation: DutyLine['citations'][number] }) {
  const { document, number, locator, quote, standing } = citation
  return (
    <div>
      <blockquote class="quote">{quote}</blockquote>
      <cite>
        《{document}》{number !== undefined && `（${number}）`} {locator}{' '}
        <span class={standing === 'in-force' ? 'chip done' : 'chip ask'}>{standingNames[standing as keyof typeof standingNames]}</span>
      </cite>
    </div>
  )
}
