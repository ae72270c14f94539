import { utf8 } from '../text/utf8.ts'
import { addDays } from './days.ts'

/** One date for a calendar program. */
export interface Reminder {
  /** The same for the same matter in every export, so that a second import replaces and does not double. */
  uid: string
  title: string
  /** Beijing day, or an instant in ISO 8601 with +08:00. */
  deadline: string
  description: string
}

/**
 * Reminders as an iCalendar file (RFC 5545). A day is a whole-day event of that Beijing date; an instant is given in UTC, which every
 * program shows in its own zone. Each reminds a day before, or four hours before an instant.
 */
export function toIcs(reminders: readonly Reminder[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qianshao//Duties//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:前哨时限',
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...reminders.flatMap((reminder) => eventLines(reminder, now)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines({ uid, title, deadline, description }: Reminder, now: number): string[] {
  const isInstant = deadline.length > 10
  const when = isInstant
    ? [`DTSTART:${utc(Date.parse(deadline))}`, `DTEND:${utc(Date.parse(deadline))}`]
    : [`DTSTART;VALUE=DATE:${compact(deadline)}`, `DTEND;VALUE=DATE:${compact(addDays(deadline, 1))}`]
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@qianshao`,
    `DTSTAMP:${utc(now)}`,
    ...when,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${isInstant ? '-PT4H' : '-P1D'}`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

function utc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\r\n|\r|\n/g, '\\n')
}

// RFC 5545 §3.1: at most 75 octets a line without its end, and a character is never cut.
function folded(line: string): string {
  let out = ''
  let room = 75
  for (const character of line) {
    const size = utf8(character).length
    if (size > room) {
      out += '\r\n '
      room = 74
    }
    out += character
    room -= size
  }
  return out
}
