import type { Finding } from '@qianshao/rules-core'
import { text } from './text.zh-CN.ts'

const SIGNS = { for: '✓', against: '–', result: '＝' }

/** 为什么提示: what speaks for it, what against it, what follows, and which rule of which pack. */
export function Trace({ finding, packs }: { finding: Finding; packs: readonly { id: string; version: string }[] }) {
  return (
    <ul class="trace">
      {finding.trace.map((line, i) => (
        <li key={i}>
          <i aria-hidden="true">{SIGNS[line.effect]}</i>
          <span>{line.text}</span>
        </li>
      ))}
      <li class="mono">{text.card.rule(finding.ruleId, finding.major, packs.map(({ id, version }) => `${id} ${version}`).join('、'))}</li>
    </ul>
  )
}
