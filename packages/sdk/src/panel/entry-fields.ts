import type { LedgerEntry } from '@qianshao/rules-core'
import { ledgerEntry, reviewRoleNames } from '@qianshao/rules-core'
import { text } from './text.zh-CN.ts'

export interface EntryField {
  name: string
  value: string
}

/**
 * A line of the outbox in words, every member of it and nothing else. Undefined where the line is not one of this version's entries:
 * then only its bytes can be shown.
 */
export function entryFields(line: string): readonly EntryField[] | undefined {
  const parsed = ledgerEntry.safeParse(jsonOf(line))
  if (!parsed.success) return undefined
  const members = Object.entries(parsed.data).filter(([name, value]) => name !== 'v' && value !== undefined)
  return [
    { name: words.kind, value: text.outbox.kinds[parsed.data.kind] ?? parsed.data.kind },
    ...members.filter(([name]) => name !== 'kind').flatMap(([name, value]) => fieldOf(name, value, parsed.data)),
  ]
}

const words = text.outbox.fields

function fieldOf(name: string, value: unknown, entry: LedgerEntry): readonly EntryField[] {
  switch (name) {
    case 'findings':
      return 'findings' in entry ? entry.findings.map((found, i) => ({ name: words.finding(i + 1), value: findingWords(found) })) : []
    case 'counts':
      return [{ name: words.names.counts, value: countWords(value as Record<string, number>) }]
    case 'head':
      return [
        {
          name: words.names.head,
          value: value === null ? words.none : words.head((value as { n: number; hash: string }).n, (value as { hash: string }).hash),
        },
      ]
    default:
      return [{ name: nameOf(name, entry), value: wordsFor(name, value, entry) }]
  }
}

function nameOf(name: string, { kind }: LedgerEntry): string {
  if (name === 'ref') return words.names.ref
  return kind === 'health' && name === 'offset' ? words.names.offset : ((words.names as Readonly<Record<string, string>>)[name] ?? name)
}

function wordsFor(name: string, value: unknown, entry: LedgerEntry): string {
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.join('、')
  if (name === 'at') return beijing(value as number)
  if (name === 'size') return words.sizes[value as number]!
  if (name === 'ms') return words.durations[value as number]!
  if (name === 'reviewMin') return words.reviewTimes[value as number]!
  if (name === 'offset') return words.offsets[value as number]!
  if (name === 'catalogAge') return words.ages[value as number]!
  if (name === 'role') return (reviewRoleNames as Readonly<Record<string, string>>)[String(value)] ?? String(value)
  if (name === 'code' && entry.kind === 'dismiss') return text.reasons[entry.code]
  const known = (words.values as Readonly<Record<string, Readonly<Record<string, string>>>>)[name]
  return known?.[String(value)] ?? String(value)
}

type LoggedFinding = Extract<LedgerEntry, { kind: 'publish' }>['findings'][number]

function findingWords({ rule, major, sev, cert, role, pos, ex, v, s }: LoggedFinding): string {
  const [block, start, end] = pos
  return words.findingLine({
    rule: `${rule} v${major}`,
    sev: words.severities[sev],
    cert: words.certainties[cert],
    role: words.places[role],
    block,
    start,
    end,
    ex,
    v,
    s,
  })
}

function countWords(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, n]) => `${(words.countNames as Readonly<Record<string, string>>)[name] ?? name} ${n}`)
    .join('，')
}

function beijing(at: number): string {
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')}（北京时间）`
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // Not JSON: shown as it is.
  }
}
