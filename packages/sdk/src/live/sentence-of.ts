import type { Draft, Finding } from '@qianshao/rules-core'
import { sentenceAround } from '@qianshao/rules-core'

/** The sentence that a finding stands in; undefined for one about the whole draft or an attachment. */
export function sentenceOf(draft: Draft, finding: Finding): { before: string; value: string; after: string } | undefined {
  const { at } = finding
  const text = at && textOf(draft, at.blockId)
  if (!at || text === undefined) return undefined
  const { start, end } = sentenceAround(text, at.start, at.end)
  return { before: text.slice(start, at.start), value: text.slice(at.start, at.end), after: text.slice(at.end, end) }
}

// A long list of names has thousands of findings in thousands of blocks.
const texts = new WeakMap<Draft, ReadonlyMap<string, string>>()

function textOf(draft: Draft, blockId: string): string | undefined {
  const known = texts.get(draft) ?? new Map(draft.blocks.map(({ id, text }) => [id, text]))
  texts.set(draft, known)
  return known.get(blockId)
}

/** The same with U+FFFC in the value's place: what the keyed hash of a sentence covers (protocol.md §2.3). */
export function sentenceWithoutValue(draft: Draft, finding: Finding): string {
  const sentence = sentenceOf(draft, finding)
  return sentence ? `${sentence.before}\uFFFC${sentence.after}` : ''
}
