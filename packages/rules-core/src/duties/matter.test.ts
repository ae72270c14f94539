import { expect, test } from 'vitest'
import type { EventKind } from '../pack/schema.ts'
import type { DutyEvent } from './duty-event.ts'
import { pairMatters } from './matter.ts'

const event = (kind: EventKind, at: number, ref?: string): DutyEvent => ({ kind, at, ...(ref !== undefined && { ref }) })
const pairs = (begun: DutyEvent[], ended: DutyEvent[]) =>
  pairMatters(begun, ended).matters.map((matter) => [matter.begun.at, matter.ended?.at ?? null])

test.each<[string, DutyEvent[], DutyEvent[], (number | null)[][]]>([
  ['one letter, one reply', [event('received', 1)], [event('replied', 2)], [[1, 2]]],
  ['at the same instant', [event('received', 1)], [event('replied', 1)], [[1, 1]]],
  ['a reply before the letter is no reply', [event('received', 2)], [event('replied', 1)], [[2, null]]],
  [
    'the oldest open one takes the next reply',
    [event('received', 1), event('received', 2)],
    [event('replied', 3)],
    [
      [1, 3],
      [2, null],
    ],
  ],
  [
    'one reply each',
    [event('received', 1), event('received', 4)],
    [event('replied', 2), event('replied', 5)],
    [
      [1, 2],
      [4, 5],
    ],
  ],
  [
    'a name takes its own reply, whatever the order',
    [event('received', 1, 'a'), event('received', 2, 'b')],
    [event('replied', 3, 'b'), event('replied', 4, 'a')],
    [
      [1, 4],
      [2, 3],
    ],
  ],
  [
    'one reply closes what was received twice under one name',
    [event('received', 1, 'a'), event('received', 2, 'a')],
    [event('replied', 3, 'a')],
    [
      [1, 3],
      [2, 3],
    ],
  ],
  [
    'a second change of one account needs a second filing',
    [event('changed', 1, 'a'), event('changed', 5, 'a')],
    [event('filed', 2, 'a')],
    [
      [1, 2],
      [5, null],
    ],
  ],
  ['a reply without a name is no reply to a named letter', [event('received', 1, 'a')], [event('replied', 2)], [[1, null]]],
  [
    'another kind of beginning while one is open is the same matter',
    [event('decided', 1), event('changed', 2)],
    [event('filed', 3)],
    [[1, 3]],
  ],
])('%s', (_, begun, ended, expected) => {
  expect(pairs(begun, ended)).toEqual(expected)
})

test('endings that belong to nothing are given back', () => {
  const { unpaired } = pairMatters([event('received', 5, 'a')], [event('replied', 1), event('replied', 6, 'b'), event('replied', 6, 'a')])
  expect(unpaired.map(({ at, ref }) => [at, ref])).toEqual([
    [1, undefined],
    [6, 'b'],
  ])
})
