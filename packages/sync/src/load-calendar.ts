import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseCalendar, type WorkCalendar } from '@qianshao/rules-core'

/**
 * The working days of every year whose holiday notice comes with rules-core, and of those in a folder of one's own, named like
 * `2027.json`; of other years nothing is known. Throws a CalendarError that lists every problem.
 */
export function loadCalendar(own?: string, shipped = installedCalendars()): WorkCalendar {
  const folders = own !== undefined && existsSync(own) ? [shipped, own] : [shipped]
  return parseCalendar(folders.flatMap(filesIn))
}

function filesIn(folder: string): unknown[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name))
  return names.sort().map((name): unknown => {
    try {
      return JSON.parse(readFileSync(join(folder, name), 'utf8'))
    } catch (cause) {
      throw new Error(`load-calendar: ${join(folder, name)} 不是正确的 JSON，请改好再启动。`, { cause })
    }
  })
}

function installedCalendars(): string {
  return dirname(createRequire(import.meta.url).resolve('@qianshao/rules-core/calendars/2026'))
}
