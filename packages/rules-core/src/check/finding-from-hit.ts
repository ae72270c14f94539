import type { DraftHit, Hit } from '../detectors/detector.ts'
import type { Block } from '../draft/draft.ts'
import type { Certainty } from '../pack/schema.ts'
import type { Finding } from './finding.ts'
import type { ReadyRule } from './ready-rule.ts'

export function findingFromText(ready: ReadyRule, hit: Hit, block: Block): Finding {
  return {
    ...findingOf(ready, hit),
    role: block.role,
    at: { blockId: block.id, start: hit.start, end: hit.end },
    quote: block.text.slice(hit.start, hit.end),
  }
}

/** `block`: the one that the hit names; none if it is about the whole draft or an attachment. */
export function findingFromDraft(ready: ReadyRule, hit: DraftHit, block: Block | undefined): Finding {
  if (block) return { ...findingFromText(ready, hit, block), role: hit.role ?? block.role }
  return { ...findingOf(ready, hit), role: hit.role ?? 'draft', quote: hit.canonical ?? '' }
}

/** A rule that threw asks a person to look, and says which rule it was. */
export function ruleFailed({ rule, citations }: ReadyRule, error: unknown): Finding {
  const { id, major, category, severity } = rule
  const reason = error instanceof Error ? error.message : String(error)
  return {
    ruleId: id,
    major,
    category,
    severity: severity === 'advice' ? 'fault' : severity,
    certainty: 'doubtful',
    role: 'draft',
    quote: '',
    message: '这条规则没能运行，请人工看一眼。',
    citations,
    trace: [{ effect: 'against', text: `规则 ${id} 运行时出错：${reason}` }],
  }
}

function findingOf({ rule, citations, mayHold }: ReadyRule, hit: Hit): Omit<Finding, 'role' | 'quote'> {
  const certainty: Certainty = mayHold ? (hit.certainty ?? 'certain') : 'doubtful'
  const result = certainty === 'certain' ? '判为确定' : mayHold ? '还拿不准，请人核对' : '依据是征求意见稿，只请人核对'
  return {
    ruleId: rule.id,
    major: rule.major,
    category: rule.category,
    severity: rule.severity,
    certainty,
    ...(hit.canonical !== undefined && { canonical: hit.canonical }),
    message: rule.message,
    citations,
    ...(hit.replacement !== undefined && { replacement: hit.replacement }),
    ...(rule.release !== undefined && { release: rule.release }),
    trace: [...(hit.trace ?? []), { effect: 'result', text: result }],
  }
}
