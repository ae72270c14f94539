import type { Detector } from '../detectors/detector.ts'
import type { Draft, DraftMeta, Fields } from '../draft/draft.ts'
import type { MarkupNode } from '../draft/markup.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { readPlain } from '../draft/read-plain.ts'
import type { Example, PolicyPack } from '../pack/schema.ts'
import { type Checker, createProvingChecker } from './checker.ts'

export interface FailedExample {
  ruleId: string
  example: Example
  expected: 'flag' | 'pass'
  /** What the rule found instead. */
  found: readonly string[]
}

const META: DraftMeta = { surface: 'website' }
const MARKED = /\[\[(.*?)\]\]/gs

/**
 * Runs the examples of a pack's own rules through a real checker of the whole chain; answers those that come out wrong.
 * `[[…]]` marks exactly what the rule finds in a `flag` example. `parse` reads `{ html }` examples; without it they cannot be proved and throw.
 */
export function provePack(
  pack: PolicyPack,
  parents: readonly PolicyPack[] = [],
  parse?: (html: string) => MarkupNode,
  extraDetectors: readonly Detector[] = [],
): readonly FailedExample[] {
  const checker = createProvingChecker([...parents, pack], extraDetectors)
  return (pack.rules ?? []).flatMap(({ id, examples }) => [
    ...examples.flag.flatMap((example) => prove(checker, id, example, 'flag', parse)),
    ...examples.pass.flatMap((example) => prove(checker, id, example, 'pass', parse)),
  ])
}

function prove(
  checker: Checker,
  ruleId: string,
  example: Example,
  expected: 'flag' | 'pass',
  parse: ((html: string) => MarkupNode) | undefined,
): FailedExample[] {
  const { draft, marked } = draftOf(example, parse)
  const found = checker.check(draft).findings.flatMap((finding) => (finding.ruleId === ruleId ? [finding.quote] : []))
  const right = expected === 'pass' ? found.length === 0 : marked.length === 0 ? found.length > 0 : sameSet(found, marked)
  return right ? [] : [{ ruleId, example, expected, found }]
}

function sameSet(found: readonly string[], marked: readonly string[]): boolean {
  return found.every((quote) => marked.includes(quote)) && marked.every((quote) => found.includes(quote))
}

function draftOf(example: Example, parse: ((html: string) => MarkupNode) | undefined): { draft: Draft; marked: readonly string[] } {
  const marked: string[] = []
  const unmark = (text: string) =>
    text.replace(MARKED, (_, inner: string) => {
      marked.push(inner)
      return inner
    })
  if (typeof example === 'string') return { draft: readPlain(unmark(example), {}, META), marked }
  if (isHtml(example)) {
    if (!parse) throw new Error('provePack: an { html } example needs a parser')
    return { draft: readMarkup(parse(unmark(example.html)), {}, META), marked }
  }
  const fields: Fields = {}
  for (const role of ['title', 'summary', 'author', 'source'] as const) {
    const text = example[role]
    if (text !== undefined) fields[role] = unmark(text)
  }
  return { draft: readPlain(unmark(example.body ?? ''), fields, META), marked }
}

function isHtml(example: Exclude<Example, string>): example is { html: string } {
  return 'html' in example && typeof example.html === 'string'
}
