// Five years of events of a thousand accounts, every duty of 綦江 that an account or its office has, in one process.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { dutyStatus, layer, parseCalendar, parsePack } from '@qianshao/rules-core'
import { median, ms } from '../measure.mjs'
import { row } from '../rows.mjs'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-25T10:00:00+08:00')
const ACCOUNTS = 1_000
const core = fileURLToPath(new URL('../../packages/rules-core/', import.meta.url))
const readJson = (path) => JSON.parse(readFileSync(core + path, 'utf8'))

export function measure({ quick }) {
  const { times, accounts, events, answered, statuses } = measureDuties({ runs: quick ? 3 : 15 })
  const counts = Object.entries(statuses).map(([status, count]) => `${status} ${count / times.length}`)
  return [
    row(`every cadence of ${accounts.toLocaleString('en')} accounts, five years`, median(times), {
      show: (value) => `${ms(value)} ms`,
      note: `${events.toLocaleString('en')} events, ${answered.toLocaleString('en')} duties: ${counts.join(', ')}`,
    }),
  ]
}

/** Answers the milliseconds of each run, sorted, with what was computed. */
function measureDuties({ runs = 7 } = {}) {
  const chain = ['cn', 'cn-chongqing', 'cn-chongqing-qijiang'].map((id) => parsePack(readJson(`dist/packs/${id}.pack.json`)))
  const calendar = parseCalendar([2024, 2025, 2026].map((year) => readJson(`dist/calendars/${year}.json`)))
  const cadences = layer(chain).duties.filter(
    ({ demand, past }) => !past && ['gap', 'quota'].includes(demand.kind) && demand.of === undefined,
  )
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => accountEvents(i))
  const events = accounts.reduce((sum, { events: own }) => sum + own.length, 0)
  const bound = accounts.map(({ surface }) =>
    cadences.filter(({ appliesTo }) => !appliesTo.surfaces || appliesTo.surfaces.includes(surface)),
  )
  const times = []
  const statuses = {}
  let answered = 0
  for (let run = 0; run < runs + 2; run++) {
    answered = 0
    const before = performance.now()
    accounts.forEach(({ events: own }, i) => {
      for (const duty of bound[i]) {
        const { status } = dutyStatus(duty, own, NOW, calendar)
        answered += 1
        if (run >= 2) statuses[status] = (statuses[status] ?? 0) + 1
      }
    })
    // The first two warm the process up.
    if (run >= 2) times.push(performance.now() - before)
  }
  return { times: times.sort((a, b) => a - b), accounts: ACCOUNTS, events, answered, statuses }
}

// Two to four publications a week, as the weekly rule has it, with names as a platform's own list gives them.
function accountEvents(i) {
  const surface = ['website', 'wechat', 'weibo', 'app'][i % 4]
  const columns = ['dynamic-news', 'notice-policy', 'interview-survey', 'homepage']
  const events = []
  for (let at = NOW - 5 * 365 * DAY, n = 0; at < NOW; at += (1.8 + ((i * 7 + n * 13) % 10) / 10) * DAY, n += 1) {
    events.push({ kind: 'published', at: Math.round(at), surface, column: columns[n % columns.length], ref: `${i}-${n}` })
  }
  return { surface, events }
}
