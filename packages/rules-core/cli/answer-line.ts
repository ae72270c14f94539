import type { Draft, Verdict } from '@qianshao/rules-core'

/** One object a draft, as `--json` and `--jsonl` print it. `block` is an index in the draft; `start` and `end` are UTF-16 offsets in the block's text. */
export function answerFor(id: string, draft: Draft, verdict: Verdict) {
  const order = new Map(draft.blocks.map((block, i) => [block.id, i]))
  return {
    id,
    decision: verdict.decision,
    coverage: verdict.coverage,
    findings: verdict.findings.map((finding) => ({
      ruleId: finding.ruleId,
      category: finding.category,
      severity: finding.severity,
      certainty: finding.certainty,
      quote: finding.quote,
      role: finding.role,
      ...(finding.at && { block: order.get(finding.at.blockId)! }),
      start: finding.at?.start ?? 0,
      end: finding.at?.end ?? 0,
      message: finding.message,
      clauses: finding.citations.map((citation) => citation.clauseId),
      ...(finding.replacement !== undefined && { replacement: finding.replacement }),
    })),
  }
}
