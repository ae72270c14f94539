import * as z from 'zod/mini'
import { problemsOf } from '../pack/pack-error.ts'
import { addDays, isDay, weekday } from './days.ts'

/** Which days are worked; undefined for a year whose notice is not there: nothing is guessed (design.md §5). */
export interface WorkCalendar {
  isWorkingDay(day: string): boolean | undefined
}

const day = z.string().check(z.refine(isDay, '应是存在的日期，写作 2026-10-01'))

/** One year of the State Council's notice on public holidays: weekdays off, and weekends worked instead. */
export const calendarFile = z.strictObject({
  year: z.int().check(z.gte(1949), z.lte(9999)),
  /** Address of the notice. */
  source: z.url('应是通知的网址'),
  off: z.array(day),
  work: z.array(day),
})
export type CalendarFile = z.infer<typeof calendarFile>

/** A calendar file that cannot be used; the message lists every problem. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`放假安排有 ${problems.length} 处问题，没有启用：\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** Years of public holidays as one calendar. Throws a CalendarError that lists every problem of every file. */
export function parseCalendar(files: readonly unknown[]): WorkCalendar {
  const years = new Map<string, { off: ReadonlySet<string>; work: ReadonlySet<string> }>()
  const problems: string[] = []
  files.forEach((file, i) => {
    const parsed = calendarFile.safeParse(file)
    if (!parsed.success) {
      problems.push(...problemsOf(parsed.error).map(({ path, problem }) => `第 ${i + 1} 份 ${path || '（整个文件）'}：${problem}`))
      return
    }
    const { year, off, work } = parsed.data
    problems.push(...doubts(parsed.data).map((doubt) => `${year} 年：${doubt}`))
    if (years.has(String(year))) problems.push(`${year} 年：给了两份`)
    years.set(String(year), { off: new Set(off), work: new Set(work) })
  })
  if (problems.length > 0) throw new CalendarError(problems)
  return {
    isWorkingDay(asked) {
      const year = years.get(asked.slice(0, 4))
      if (!year) return undefined
      if (year.work.has(asked)) return true
      return !year.off.has(asked) && weekday(asked) <= 5
    },
  }
}

/** The n-th working day after a day, which is not counted itself; undefined when the way leads into a year without a notice. */
export function addWorkingDays(from: string, count: number, calendar: WorkCalendar): string | undefined {
  return walkWorkingDays(from, count, calendar, 1)
}

/** The n-th working day before a day, which is not counted itself. */
export function subtractWorkingDays(from: string, count: number, calendar: WorkCalendar): string | undefined {
  return walkWorkingDays(from, count, calendar, -1)
}

function walkWorkingDays(from: string, count: number, calendar: WorkCalendar, step: 1 | -1): string | undefined {
  let at = from
  for (let left = count; left > 0; ) {
    at = addDays(at, step)
    const works = calendar.isWorkingDay(at)
    if (works === undefined) return undefined
    if (works) left -= 1
  }
  return at
}

// Slips of the pen that would move every deadline of the year without anybody noticing.
function doubts({ year, off, work }: CalendarFile): string[] {
  const outside = [...off, ...work].filter((one) => !one.startsWith(`${year}-`))
  const both = work.filter((one) => off.includes(one))
  const workedAnyway = work.filter((one) => weekday(one) <= 5)
  return [
    ...outside.map((one) => `${one} 不在这一年`),
    ...both.map((one) => `${one} 既放假又上班`),
    ...workedAnyway.map((one) => `${one} 本来就是周一至周五，不必写进 work`),
  ]
}
