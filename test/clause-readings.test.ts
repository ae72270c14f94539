import { type DutyEvent, dutyStatus, type EventKind } from '@qianshao/rules-core'
import { describe, expect, test } from 'vitest'
import { calendar, layered, type Place } from './shipped-packs.ts'

describe('readings of dates that the documents leave open', () => {
  const at = (text: string) => Date.parse(text.includes('T') ? `${text}+08:00` : `${text}T10:00:00+08:00`)
  const statusOf = (place: Place, clauseId: string, events: readonly [EventKind, string][], now: string) => {
    const duty = layered[place].duties.find(({ clauseIds }) => clauseIds.includes(clauseId))!
    const seen: DutyEvent[] = events.map(([kind, when]) => ({
      kind,
      at: at(when),
      ref: kind === 'published' ? when : 'one',
      ...(duty.appliesTo.columns && { column: duty.appliesTo.columns[0]! }),
    }))
    const { status, deadline } = dutyStatus(duty, seen, at(now), calendar)
    return [status, deadline]
  }
  const published = (...days: string[]): [EventKind, string][] => days.map((day) => ['published', day])

  const week = ['2026-11-16', '2026-11-18']
  test.each<[string, Place, string, [EventKind, string][], string, string, string | null]>([
    [
      'a week ends on Sunday at 24:00',
      'chongqing',
      'cq64-3.3.3-p',
      published(...week, '2026-11-22T23:59:59'),
      '2026-11-23',
      'fresh',
      '2026-11-29',
    ],
    [
      'Monday’s push is of the next week',
      'chongqing',
      'cq64-3.3.3-p',
      published(...week, '2026-11-23T00:00:00'),
      '2026-11-23',
      'overdue',
      '2026-11-22',
    ],
    ['a website is due on the day after', 'chongqing', 'cq64-3.3.3-o', published('2026-11-24'), '2026-11-25', 'due-soon', '2026-11-25'],
    ['natural days run through a holiday', 'qijiang', 'qij-18-b', published('2026-09-28'), '2026-10-09', 'overdue', '2026-10-08'],
    ['the last day counts until 24:00', 'qijiang', 'qij-18-b', published('2026-09-28'), '2026-10-08T23:59:59', 'due-soon', '2026-10-08'],
    ['a gap without any event', 'qijiang', 'qij-18-b', [], '2026-11-25', 'cannot-tell', null],
    ['months clamp to their last day', 'tongchuan', 'tc-14.1-c', [['survey-closed', '2026-01-31']], '2026-02-10', 'fresh', '2026-02-28'],
    [
      'an application counts from the next working day',
      'qijiang',
      'qij-19-c',
      [['applied', '2026-11-02']],
      '2026-11-10',
      'fresh',
      '2026-11-30',
    ],
    ['a year without a calendar', 'qijiang', 'qij-19-c', [['applied', '2027-03-01']], '2027-03-02', 'cannot-tell', null],
    ['filing runs from the decision', 'qianjiang', 'qnj71-2.1-b', [['decided', '2026-11-20']], '2026-11-21', 'fresh', '2026-11-24'],
    ['the 15th is still in time', 'qianjiang', 'qnj71-2.4-b', [['filed', '2026-10-15T23:59:59']], '2026-11-01', 'fresh', '2026-10-15'],
    [
      'the 16th is late, and stays so',
      'qianjiang',
      'qnj71-2.4-b',
      [['filed', '2026-10-16T00:00:00']],
      '2026-11-01',
      'overdue',
      '2026-10-15',
    ],
    ['a notice hangs thirty days after its own', 'tongchuan', 'tc-7.4-e', [['hung', '2026-03-01']], '2026-03-10', 'fresh', '2026-03-31'],
    [
      'taken down a day early',
      'tongchuan',
      'tc-7.4-e',
      [
        ['hung', '2026-03-01'],
        ['removed', '2026-03-30'],
      ],
      '2026-04-10',
      'overdue',
      '2026-03-31',
    ],
    ['及时 gives no number', 'chongqing', 'cq64-3.2.3-a', [['received', '2026-10-01']], '2026-11-25', 'cannot-tell', null],
  ])('%s', (_, place, clauseId, events, now, status, deadline) => {
    expect(statusOf(place, clauseId, events, now)).toEqual([status, deadline])
  })

  test('numbers that no clause gives are called ours', () => {
    for (const [place, clauseId] of [
      ['chongqing', 'cq64-3.3.3-k'],
      ['qijiang', 'qij-21-b'],
      ['tongchuan', 'tc-19.4-a'],
    ] as const)
      expect(layered[place].duties.find(({ clauseIds }) => clauseIds.includes(clauseId))).toHaveProperty('setting', 'product')
  })
})
