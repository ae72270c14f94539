import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type PolicyPack, parseCalendar, parsePack } from '@qianshao/rules-core'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { openDutyDesk } from '../../packages/rules-core/cli/duty-case.ts'

// Each line is a case of the command line with what the documents ask for, written before it was run.
const folder = fileURLToPath(new URL('.', import.meta.url))
const core = fileURLToPath(new URL('../../packages/rules-core/', import.meta.url))

const expectation = z.object({
  id: z.string(),
  note: z.string(),
  clause: z.string(),
  expect: z.object({ status: z.enum(['fresh', 'due-soon', 'overdue', 'cannot-tell']), deadline: z.nullable(z.string()) }),
  /** Words of the reason that must be there. */
  says: z.optional(z.string()),
})

const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
const answer = openDutyDesk(
  loadChain,
  parseCalendar(readdirSync(`${core}packs/cn/calendars`).map((file) => readJson(`${core}packs/cn/calendars/${file}`))),
)
const clauses = new Set<string>()
let total = 0

describe.each(files)('%s', (file) => {
  const lines = readFileSync(`${folder}${file}`, 'utf8').split('\n').filter(Boolean)
  test.each(lines.map((line) => ({ line, ...expectation.parse(JSON.parse(line)) })))(
    '$clause: $note',
    ({ line, id, clause, expect: expected, says }) => {
      const got = answer(line)
      expect({ id: got.id, clause: got.clause, status: got.status, deadline: got.deadline }).toEqual({ id, clause, ...expected })
      if (says !== undefined) expect(got.why).toContain(says)
      clauses.add(clause)
      total += 1
    },
  )
})

test('there are enough of them, about enough clauses', () => {
  expect(total).toBeGreaterThanOrEqual(150)
  expect(clauses.size).toBeGreaterThanOrEqual(44)
})

function loadChain(id: string): readonly PolicyPack[] {
  const pack = parsePack(readJson(`${core}dist/packs/${id}.pack.json`))
  return pack.extends === undefined ? [pack] : [...loadChain(pack.extends), pack]
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
