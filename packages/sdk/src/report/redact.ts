import type { Draft, Finding, LoggedFinding } from '@qianshao/rules-core'
import { durationBucket, kindOf, mask, sizeBucket } from '@qianshao/rules-core'
import { sentenceWithoutValue } from '../live/sentence-of.ts'
import { draftRef, keyedIdentity, type OfficeKeys } from './office-key.ts'
import type { FindingId, Redactor } from './redactor.ts'

const LOGGED_FINDINGS = 20
const LOGGED_PACKS = 12
const ORDER = { hold: 0, ask: 1, hint: 2 }

/** A redactor over keys that are at hand here; `keys` is asked each time, since a grant may bring new ones. */
export function createRedactor(keys: () => OfficeKeys): Redactor {
  return {
    identify: (draft, findings) => Promise.all(findings.map((finding) => identity(keys(), draft, finding))),
    async checked(draft, verdict, ms) {
      const now = keys()
      if (verdict.draftDigest === null) throw new Error('redactor: a draft without a digest is recorded as unchecked')
      const worstFirst = [...verdict.findings].sort((a, b) => ORDER[kindOf(a)] - ORDER[kindOf(b)])
      const logged = worstFirst.slice(0, LOGGED_FINDINGS)
      const counts = { veto: 0, fault: 0, advice: 0 }
      for (const { severity } of verdict.findings) counts[severity] += 1
      return {
        e: now.epoch,
        draft: await draftRef(now, verdict.draftDigest),
        size: sizeBucket(draft.blocks.reduce((total, { text }) => total + text.length, 0)),
        packs: verdict.packs.slice(0, LOGGED_PACKS).map(({ id, version }) => `${id}@${version}`),
        counts,
        findings: await Promise.all(logged.map((finding) => loggedFinding(now, draft, finding))),
        more: worstFirst.length - logged.length,
        ms: durationBucket(ms),
      }
    },
  }
}

async function identity(keys: OfficeKeys, draft: Draft, finding: Finding): Promise<FindingId> {
  const whole = finding.role === 'draft'
  const { v, s } = await keyedIdentity(keys, {
    rule: finding.ruleId,
    major: finding.major,
    value: whole ? '' : finding.quote,
    canonical: whole ? undefined : finding.canonical,
    sentence: whole ? '' : sentenceWithoutValue(draft, finding),
  })
  return { rule: finding.ruleId, major: finding.major, e: keys.epoch, v, s }
}

async function loggedFinding(keys: OfficeKeys, draft: Draft, finding: Finding): Promise<LoggedFinding> {
  const { e: _, ...id } = await identity(keys, draft, finding)
  const block = finding.at ? draft.blocks.findIndex((candidate) => candidate.id === finding.at?.blockId) : -1
  return {
    ...id,
    sev: finding.severity,
    cert: finding.certainty,
    role: finding.role,
    pos: finding.at && block >= 0 ? [block, finding.at.start, finding.at.end] : [0, 0, 0],
    ex: finding.role === 'draft' ? '***' : mask(finding.quote, finding.category),
  }
}
