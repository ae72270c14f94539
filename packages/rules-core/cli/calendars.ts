import { readdirSync, readFileSync } from 'node:fs'
import { CalendarError, parseCalendar, type WorkCalendar } from '@qianshao/rules-core'
import { UnusableInput } from './read-draft.ts'

// Beside the built command: dist/cli/qianshao.js and dist/calendars.
const folder = new URL('../calendars/', import.meta.url)

/** The years that come with the command, and those of an office's own files. Of other years nothing is known. */
export function loadCalendar(own: readonly string[] = []): WorkCalendar {
  const shipped = readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  try {
    return parseCalendar([...shipped, ...own.map(readOwn)])
  } catch (error) {
    if (error instanceof CalendarError) throw new UnusableInput(error.message)
    throw error
  }
}

function readOwn(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UnusableInput(`${file}：打不开这份放假安排`)
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new UnusableInput(`${file}：不是正确的 JSON，${cause.message}`)
    throw cause
  }
}
