import { isDay, startOfDay } from './days.ts'

export interface ReadInstant {
  /** Epoch milliseconds. */
  at: number
  /** False: no zone was written, so Beijing time was taken. */
  zoned: boolean
  /** Only the day was written. */
  dayOnly: boolean
}

const DATE = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)/
const TIME = /^(?:[T\s]\s*)?(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A moment as registers write it: 2026-03-01T09:00:00+08:00, 2026-03-01 09:00, 2026/3/1, 2026年3月1日 9:00. Without a zone it is Beijing
 * time; a day alone is taken at `hour`. Undefined: not a moment, or a day that does not exist.
 */
export function readInstant(text: string, hour: number): ReadInstant | undefined {
  const trimmed = text.trim()
  const date = DATE.exec(trimmed)
  if (!date) return undefined
  const [month, dayOfMonth] = [date[2] ?? date[4] ?? date[6], date[3] ?? date[5] ?? date[7]]
  const day = `${date[1]}-${month!.padStart(2, '0')}-${dayOfMonth!.padStart(2, '0')}`
  if (!isDay(day)) return undefined
  const rest = trimmed.slice(date[0].length)
  if (rest === '') return { at: startOfDay(day) + hour * 3_600_000, zoned: false, dayOnly: true }
  const time = TIME.exec(rest)
  if (!time) return undefined
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)]
  const milliseconds = Number((time[4] ?? '').padEnd(3, '0').slice(0, 3))
  // 24:00 is how documents write the end of a day.
  const isEnd = hours === 24 && minutes === 0 && seconds === 0 && milliseconds === 0
  if ((hours > 23 && !isEnd) || minutes > 59 || seconds > 59) return undefined
  const offset = offsetOf(time[5])
  if (offset === undefined) return undefined
  // startOfDay is midnight in Beijing, eight hours ahead of UTC.
  const at = startOfDay(day) + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds + (8 * 60 - offset) * 60_000
  return { at, zoned: time[5] !== undefined, dayOnly: false }
}

/** Minutes ahead of UTC; Beijing where nothing is written. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return 8 * 60
  if (/^z$/i.test(zone)) return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  if (hours > 14 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
