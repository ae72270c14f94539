import { describe, expect, test } from 'vitest'
import year2024 from '../../packs/cn/calendars/2024.json' with { type: 'json' }
import year2025 from '../../packs/cn/calendars/2025.json' with { type: 'json' }
import year2026 from '../../packs/cn/calendars/2026.json' with { type: 'json' }
import { addDays } from './days.ts'
import { addWorkingDays, CalendarError, parseCalendar, subtractWorkingDays } from './work-calendar.ts'

const calendar = parseCalendar([year2024, year2025, year2026])
const fine = { year: 2030, source: 'https://www.gov.cn/zhengce/example.htm', off: ['2030-01-01'], work: ['2030-01-05'] }

describe('the yearly notices', () => {
  test.each([
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2025-10-08', false],
    ['2024-02-18', true],
    ['2024-02-09', true],
    ['2027-01-04', undefined],
    ['2023-12-29', undefined],
  ])('%s is worked: %s', (day, expected) => {
    expect(calendar.isWorkingDay(day)).toBe(expected)
  })

  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, expected) => {
    let worked = 0
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) if (calendar.isWorkingDay(day)) worked += 1
    expect(worked).toBe(expected)
  })
})

test.each([
  ['2026-09-18', 20, '2026-10-22'],
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-14', 2, '2026-02-25'],
  ['2025-12-31', 1, '2026-01-04'],
  ['2026-12-30', 1, '2026-12-31'],
  ['2026-12-31', 1, undefined],
  ['2026-12-20', 20, undefined],
])('after %s the working day number %i is %s', (from, count, expected) => {
  expect(addWorkingDays(from, count, calendar)).toBe(expected)
})

test('backwards, the first day without a notice ends it as well', () => {
  expect(subtractWorkingDays('2026-10-08', 1, calendar)).toBe('2026-09-30')
  expect(subtractWorkingDays('2024-01-02', 1, calendar)).toBeUndefined()
})

describe('a calendar file that is wrong says everything that is wrong', () => {
  test.each([
    ['not an object', 'x', '第 1 份 （整个文件）：应是对象'],
    ['a day that does not exist', { ...fine, off: ['2030-02-30'] }, '第 1 份 off[0]：应是存在的日期'],
    ['a day of another year', { ...fine, off: ['2031-01-01'] }, '2030 年：2031-01-01 不在这一年'],
    ['a day in both lists', { ...fine, off: ['2030-01-05'] }, '2030 年：2030-01-05 既放假又上班'],
    ['a weekday as make-up day', { ...fine, work: ['2030-01-07'] }, '2030 年：2030-01-07 本来就是周一至周五'],
    ['no address', { ...fine, source: '国务院办公厅' }, '第 1 份 source：应是通知的网址'],
    ['an unknown member', { ...fine, holidays: [] }, '第 1 份 holidays：没有这个字段'],
  ])('%s', (_, file, message) => {
    expect(() => parseCalendar([file])).toThrow(message)
  })

  test('two files of one year, and a second problem, in one error', () => {
    const open = () => parseCalendar([fine, fine, { ...fine, year: 2031 }])
    expect(open).toThrow(CalendarError)
    expect(open).toThrow(/2030 年：给了两份[\s\S]*2031 年：2030-01-01 不在这一年/)
  })
})
