import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseCalendar, type WorkCalendar } from '@qianshao/rules-core'

/** The working days of every year whose holiday notice comes with rules-core; of other years nothing is known. */
export function loadCalendar(folder = installedCalendars()): WorkCalendar {
  const names = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name))
  return parseCalendar(names.sort().map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

function installedCalendars(): string {
  return dirname(createRequire(import.meta.url).resolve('@qianshao/rules-core/calendars/2026'))
}
