import { type Draft, type Finding, kindOf, type Verdict } from '@qianshao/rules-core'

/** Whether everything that a person must deal with in one text is found in the other too: then dealing with it there is enough. */
export function sameTrouble(sent: Verdict, shown: Verdict): boolean {
  const left = shown.findings.filter(needsPerson).map(nameOf)
  return sent.findings.filter(needsPerson).every((finding) => {
    const at = left.indexOf(nameOf(finding))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** The text of a draft's body, for telling two editors apart. */
export function bodyText(draft: Draft): string {
  return draft.blocks
    .filter(({ role }) => role === 'body' || role === 'cell')
    .map(({ text }) => text.trim())
    .join('\n')
}

function needsPerson(finding: Finding): boolean {
  return kindOf(finding) !== 'hint'
}

function nameOf({ ruleId, quote }: Finding): string {
  return `${ruleId}\n${quote.trim()}`
}
