import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Duty, parseCalendar, parsePack, type ReviewPolicy, type WorkCalendar } from '@qianshao/rules-core'

// The story of an office begins with the law that binds it: the same files that its pack is built from.

export function reviewOf(pack: string): ReviewPolicy {
  const { review } = parts(pack, { review: readPackFile(`${pack}/review.json`) })
  if (!review) throw new Error(`story: ${pack} has no review`)
  return review
}

export function dutyOf(pack: string, clauseId: string): Duty {
  const duty = parts(pack, { duties: readPackFile(`${pack}/duties.json`) }).duties?.find(({ clauseIds }) => clauseIds.includes(clauseId))
  if (!duty) throw new Error(`story: no duty of ${pack} cites ${clauseId}`)
  return duty
}

export function calendarOf(...years: readonly number[]): WorkCalendar {
  return parseCalendar(years.map((year) => readPackFile(`cn/calendars/${year}.json`)))
}

function parts(pack: string, members: object) {
  return parsePack({ format: 1, id: pack, title: pack, version: '2026.1.0', documents: [], clauses: [], ...members })
}

function readPackFile(path: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../../packages/rules-core/packs/${path}`, import.meta.url)), 'utf8'))
}
