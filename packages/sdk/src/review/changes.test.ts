import type { Unit } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { changesSince } from './changes.ts'

const text = (...lines: string[]): Unit[] => [{ kind: 'T', text: '通告' }, ...lines.map((line): Unit => ({ kind: 'p', text: line }))]
const shown = (before: Unit[], now: Unit[]) =>
  changesSince(before, now).map(({ kind, paragraph, pieces }) => {
    const marks = { same: '', added: '+', removed: '-' }
    return `${kind} ${paragraph ?? '·'} ${pieces.map((piece) => `${marks[piece.how]}${piece.text}`).join('|')}`
  })

test.each([
  ['nothing', text('一', '二'), text('一', '二'), []],
  ['a date', text('时间3月20日。', '地点不变。'), text('时间4月20日。', '地点不变。'), ['changed 1 时间|-3|+4|月20日。']],
  ['a new paragraph', text('一', '三'), text('一', '二', '三'), ['added 2 +二']],
  ['a paragraph that is gone', text('一', '二', '三'), text('一', '三'), ['removed · -二']],
  ['one that was moved', text('甲', '乙', '丙'), text('乙', '丙', '甲'), ['removed · -甲', 'added 3 +甲']],
  [
    'two turned into three',
    text('甲一', '乙一'),
    text('甲二', '乙二', '丙'),
    ['changed 1 甲|-一|+二', 'changed 2 乙|-一|+二', 'added 3 +丙'],
  ],
])('%s', (_, before, now, expected) => {
  expect(shown(before, now)).toEqual(expected)
})

test('a title is no paragraph of the body', () => {
  expect(changesSince([{ kind: 'T', text: '通告' }], [{ kind: 'T', text: '公告' }])).toEqual([
    {
      kind: 'changed',
      pieces: [
        { text: '通', how: 'removed' },
        { text: '公', how: 'added' },
        { text: '告', how: 'same' },
      ],
    },
  ])
})
