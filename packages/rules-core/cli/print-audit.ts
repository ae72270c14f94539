import type { AccountBook, AuditFinding } from '@qianshao/rules-core'
import { kindWords } from './words.ts'

/** Findings by office, each with what exactly was found and the words of its clauses. */
export function printAudit(book: AccountBook, findings: readonly AuditFinding[], today: string): string {
  const offices = new Set(book.map(({ office }) => office).filter((office) => office !== '')).size
  const head = `${today} 体检账号台账：${offices} 个单位，${book.length} 条登记`
  if (findings.length === 0) return `${head}，没有发现问题\n`
  const byOffice = new Map<string, AuditFinding[]>()
  for (const finding of findings) {
    const own = byOffice.get(finding.office)
    if (own) own.push(finding)
    else byOffice.set(finding.office, [finding])
  }
  const parts = [...byOffice].map(([office, own]) => `${office}（${own.length}）\n${own.map(printFinding).join('\n')}`)
  return `${head}，发现 ${findings.length} 个问题\n\n${parts.join('\n\n')}\n`
}

function printFinding({ shownAs, title, name, message, detail, place, citations, setting }: AuditFinding): string {
  const lines = [
    `  ${kindWords[shownAs]}  ${title}${name === '' ? '' : `：${name}`}${place === undefined ? '' : `（${place}）`}`,
    `      ${message}${setting && !`${message}${detail}`.includes('产品设置') ? '（产品设置）' : ''}`,
    `      ${detail}`,
    ...citations.map(
      ({ document, number, locator, quote, standing }) =>
        `      依据：${number ?? `《${document}》`}${standing === 'consultation' ? '（征求意见稿）' : ''} ${locator}：“${quote}”`,
    ),
  ]
  return lines.join('\n')
}
