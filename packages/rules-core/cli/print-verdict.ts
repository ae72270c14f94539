import { type Category, categoryNames, countKinds, type Finding, kindOf, mask, standingNames, type Verdict } from '@qianshao/rules-core'
import type { ReadDraft } from './read-draft.ts'
import { column, table } from './table.ts'
import { decisionWords, kindWords, placeWords } from './words.ts'

/** Categories whose values are never shown in full outside the draft itself (ui: what to avoid). */
const MASKED: readonly Category[] = ['id-card', 'mobile-phone', 'bank-card', 'credential-leak']
const AROUND = 12

/** A verdict for a person at a terminal: decision first, then each finding with place, what to do, the words, and the clause. */
export function printVerdict({ id, draft, lines }: ReadDraft, verdict: Verdict): string {
  const { hold, ask, hint } = countKinds(verdict.findings)
  const head = `${id}　${decisionWords[verdict.decision]}　${hold} 处须改 · ${ask} 处待核对 · ${hint} 条提示`
  const partial = verdict.coverage === 'partial' ? ['  没有看完：稿件超过 100 万字，或有规则没能运行。'] : []
  const findings = verdict.findings.flatMap((finding) => printFinding(finding, draft, lines))
  const note =
    verdict.decision === 'clear' && verdict.findings.length === 0
      ? [`  规则包 ${verdict.packs.map((pack) => `${pack.id} ${pack.version}`).join('、')}；不代替人工审核。`]
      : []
  return [head, ...partial, ...findings, ...note, ''].join('\n')
}

export interface SummaryRow {
  id: string
  decision: Verdict['decision']
  counts: ReturnType<typeof countKinds>
}

/** One row a draft. */
export function printSummary(rows: readonly SummaryRow[]): string {
  const cells = rows.map(({ id, decision, counts: { hold, ask, hint } }) => [
    id,
    decisionWords[decision],
    String(hold),
    String(ask),
    String(hint),
  ])
  return table([column('稿件'), column('结论'), column('须改', 'right'), column('待核对', 'right'), column('提示', 'right')], cells)
}

function printFinding(finding: Finding, draft: ReadDraft['draft'], lines: ReadDraft['lines']): string[] {
  const [citation, ...more] = finding.citations
  const fix = finding.replacement === undefined ? [] : [`    可改为　${finding.replacement}`]
  return [
    `  ${kindWords[kindOf(finding)]}　${categoryNames[finding.category]}　${placeOf(finding, draft, lines)}　[${finding.ruleId}]`,
    `    ${finding.message}`,
    `    原文　${excerpt(finding, draft)}`,
    ...fix,
    ...(citation
      ? [
          `    依据　《${citation.document}》${citation.number ? `（${citation.number}）` : ''}${citation.locator}：“${citation.quote}” ${standingNames[citation.standing]}${more.length > 0 ? `，另有 ${more.length} 条依据` : ''}`,
        ]
      : []),
  ]
}

function placeOf({ at, role }: Finding, draft: ReadDraft['draft'], lines: ReadDraft['lines']): string {
  if (!at) return placeWords[role]
  const index = draft.blocks.findIndex((block) => block.id === at.blockId)
  const line = lines?.get(at.blockId)
  if (line !== undefined) return `第 ${line + draft.blocks[index]!.text.slice(0, at.start).split('\n').length - 1} 行`
  const { cell } = draft.blocks[index]!
  if (cell) return `表 ${Number(cell.table.slice(1)) + 1} 第 ${cell.row + 1} 行第 ${cell.column + 1} 列`
  const body = draft.blocks.slice(0, index + 1).filter((block) => block.role === 'body').length
  return role === 'body' || role === 'link' || role === 'image' ? `正文第 ${body} 段` : placeWords[role]
}

function excerpt({ at, quote, category }: Finding, draft: ReadDraft['draft']): string {
  const shown = MASKED.includes(category) ? mask(quote, category) : quote
  const text = draft.blocks.find((block) => block.id === at?.blockId)?.text
  if (!at || text === undefined) return oneLine(shown)
  const before = text.slice(Math.max(0, at.start - AROUND), at.start)
  const after = text.slice(at.end, at.end + AROUND)
  return oneLine(`${at.start > AROUND ? '…' : ''}${before}【${shown}】${after}${at.end + AROUND < text.length ? '…' : ''}`)
}

// Control characters of a draft must not reach the terminal.
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
}
