import { auditAccounts, beijingDay, isDay, layer, type PolicyPack, readRegister } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { UnusableInput } from './read-draft.ts'

const auditCase = z.object({
  id: z.union([z.string(), z.number()]),
  pack: z.string(),
  clause: z.optional(z.string()),
  register: z.record(z.string(), z.unknown()),
  today: z.optional(z.string()),
})

export interface AuditAnswer {
  id: string | number
  found: boolean
  findings: readonly { title: string; message: string; detail: string; severity: string; clauses: readonly string[] }[]
}

/** Answers one register a line. With a clause only the audits that cite it speak. */
export function openAuditDesk(loadChain: (id: string) => readonly PolicyPack[]): (line: string) => AuditAnswer {
  return (line) => {
    const { id, pack, clause, register, today } = caseFrom(line)
    const chain = loadChain(pack)
    if (clause !== undefined && !layer(chain).audits.some(({ clauseIds }) => clauseIds.includes(clause))) {
      throw new UnusableInput(`规则包 ${pack} 没有依据 ${clause} 的体检`, String(id))
    }
    if (today !== undefined && !isDay(today)) throw new UnusableInput(`today：“${today}”不是存在的日期`, String(id))
    const read = readRegister(register, { place: 'register' })
    if (read.problems.length > 0) {
      throw new UnusableInput(
        read.problems.map(({ place, column, problem }) => `${place} ${column ?? ''}：${problem}`).join('；'),
        String(id),
      )
    }
    const findings = auditAccounts(asking(chain, clause), read.book, today ?? read.today ?? beijingDay(Date.now()))
    return {
      id,
      found: findings.length > 0,
      findings: findings.map(({ title, message, detail, severity, citations }) => ({
        title,
        message,
        detail,
        severity,
        clauses: citations.map(({ clauseId }) => clauseId),
      })),
    }
  }
}

function asking(chain: readonly PolicyPack[], clause: string | undefined): readonly PolicyPack[] {
  if (clause === undefined) return chain
  return chain.map((pack) => ({ ...pack, audits: (pack.audits ?? []).filter(({ clauseIds }) => clauseIds.includes(clause)) }))
}

function caseFrom(line: string): z.infer<typeof auditCase> {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch (cause) {
    throw new UnusableInput(`不是正确的 JSON（${cause instanceof Error ? cause.message : ''}）`)
  }
  const read = auditCase.safeParse(parsed)
  if (!read.success) throw new UnusableInput('应是 {"id","pack","register"}，另可写 "clause" 和 "today"')
  return read.data
}
