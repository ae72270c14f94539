import * as z from 'zod/mini'
import { addDays, daysBetween, isDay } from '../../duties/days.ts'
import { type Entry, entriesOf } from '../book.ts'
import { dayFrom } from '../read-value.ts'
import { defineCheck } from './check.ts'

const DAY = 1_440

/**
 * A duty roster. With `hoursADay` 24 there is somebody at every minute, counted from the first shift's start, since a day on duty begins
 * with a shift and not at midnight. Otherwise it is enough that there is one.
 */
export const roster = defineCheck({
  name: 'roster',
  options: z.strictObject({ hoursADay: z.optional(z.literal(24)) }),
  *find(view, { hoursADay }) {
    for (const record of view.of(['office'])) {
      const rows = entriesOf(record, 'roster').filter(({ person }) => person !== undefined)
      const shifts = rows.flatMap(shiftsFrom).sort((a, b) => a.from - b.from)
      if (rows.length === 0) yield { record, detail: '没有登记值班表' }
      else if (hoursADay === 24 && !rows.some(isEveryDay)) {
        const gap = firstGap(shifts, view.today)
        if (gap !== undefined) yield { record, detail: gap }
      } else if (hoursADay === 24) {
        const open = everyDayGap(rows)
        if (open !== undefined) yield { record, detail: open }
      }
    }
  },
})

/** Minutes from the first of January 2000. */
interface Shift {
  from: number
  to: number
}

function firstGap(shifts: readonly Shift[], today: string): string | undefined {
  const [first] = shifts
  if (!first) return '值班表的日期或时段看不懂，写作 2026-03-01 08:00-20:00'
  const lastDay = Math.max(...shifts.map(({ from }) => Math.floor(from / DAY)))
  const end = (lastDay + 1) * DAY + (first.from % DAY)
  let covered = first.from
  for (const { from, to } of shifts) {
    if (from > covered) break
    covered = Math.max(covered, to)
  }
  const next = shifts.find(({ from }) => from > covered)
  if (covered < end) return `${minute(covered)}至${minute(next?.from ?? end)}无人值班`
  return minute(covered) < `${today} 00:00` ? `值班表只排到 ${minute(covered)}` : undefined
}

function everyDayGap(rows: readonly Entry[]): string | undefined {
  const [first, ...rest] = rows.flatMap(({ hours }) => hoursFrom(hours) ?? []).sort((a, b) => a.from - b.from)
  if (!first) return '值班表的时段看不懂，写作 08:00-20:00'
  let covered = first.to
  for (const { from, to } of rest) if (from <= covered) covered = Math.max(covered, to)
  return covered - first.from >= DAY ? undefined : `每天 ${clock(covered % DAY)} 以后有空档`
}

function isEveryDay({ date }: Entry): boolean {
  return date === undefined || /每[天日]|长期|全年/.test(date)
}

function shiftsFrom({ date = '', hours }: Entry): Shift[] {
  const span = hoursFrom(hours)
  const [from, to] = date.split(/\s*(?:至|到|~|—|–)\s*/).map((one) => dayFrom(one.trim()) ?? '')
  if (!span || from === undefined || !isDay(from)) return []
  const days = to !== undefined && isDay(to) ? Math.min(daysBetween(from, to), 3_660) + 1 : 1
  const start = daysBetween('2000-01-01', from)
  return Array.from({ length: Math.max(days, 0) }, (_, i) => ({ from: (start + i) * DAY + span.from, to: (start + i) * DAY + span.to }))
}

/** 08:00-20:00, 20:00-次日08:00, 全天; without hours the whole day. */
function hoursFrom(hours = '全天'): Shift | undefined {
  const plain = hours.normalize('NFKC').replace(/\s/g, '')
  if (/^(?:全天|24小时|昼夜)$/.test(plain)) return { from: 0, to: DAY }
  const [, h1, m1, next, h2, m2] = /^(\d{1,2})[:点时](\d{0,2})分?[-~至到—–](次日|第二天)?(\d{1,2})[:点时](\d{0,2})分?$/.exec(plain) ?? []
  if (h1 === undefined || h2 === undefined) return undefined
  const from = Number(h1) * 60 + Number(m1 || 0)
  const to = Number(h2) * 60 + Number(m2 || 0)
  return from > DAY || to > DAY ? undefined : { from, to: next !== undefined || to <= from ? to + DAY : to }
}

function minute(at: number): string {
  return `${addDays('2000-01-01', Math.floor(at / DAY))} ${clock(at % DAY)}`
}

function clock(at: number): string {
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
