import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCalendar } from './load-calendar.ts'

const shipped = fileURLToPath(new URL('../../rules-core/packs/cn/calendars', import.meta.url))

test('every year in the folder is known, and no other', () => {
  const calendar = loadCalendar(undefined, shipped)
  expect(['2024-02-18', '2025-10-08', '2026-10-10', '2999-01-04'].map(calendar.isWorkingDay)).toEqual([true, false, true, undefined])
})

test('a notice that is wrong stops the start, with its mistakes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-calendar-'))
  writeFileSync(join(folder, '2030.json'), JSON.stringify({ year: 2030, source: 'https://a.example', off: ['2031-01-01'], work: [] }))
  expect(() => loadCalendar(folder, shipped)).toThrow('2031-01-01 不在这一年')
  rmSync(folder, { recursive: true })
})

test('a year that came later is put beside the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qianshao-calendar-'))
  writeFileSync(join(folder, '2030.json'), JSON.stringify({ year: 2030, source: 'https://a.example', off: ['2030-01-01'], work: [] }))
  expect(['2026-10-10', '2030-01-01', '2030-01-02'].map(loadCalendar(folder, shipped).isWorkingDay)).toEqual([true, false, true])
  writeFileSync(join(folder, '2031.json'), '{')
  expect(() => loadCalendar(folder, shipped)).toThrow('2031.json 不是正确的 JSON')
  rmSync(folder, { recursive: true })
})
