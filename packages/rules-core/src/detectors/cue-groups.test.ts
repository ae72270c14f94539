import { expect, test } from 'vitest'
import { cueGroups } from './cue-groups.ts'
import { foundIn } from './found-in.ts'

const crowd = { name: '有一群人', words: ['村民', '业主', '工人'] }
const act = { name: '在对抗', words: ['聚集', '堵路', '扬言', '上访'], atLeast: 2 }
const options = { sets: [[crowd, act]], contexts: [{ at: 'sentence', when: ['演练'], effect: 'drop', says: '是演练' }] }

test.each([
  ['天气晴。数十名业主聚集门前，扬言上访。请留意。', ['数十名业主聚集门前，扬言上访?']],
  ['业主聚集听讲座。', []],
  ['业主到场。工人聚集。扬言上访。', []],
  ['聚集聚集，业主到场。', []],
  ['演练中，扮演业主的人员聚集堵路。', []],
  ['　村民堵路、聚集。工人堵路、上访！', ['村民堵路、聚集?', '工人堵路、上访?']],
])('%s', (text, expected) => {
  expect(foundIn(cueGroups, options, text)).toEqual(expected)
})

test('one of several sets is enough', () => {
  const two = {
    sets: [
      [crowd, act],
      [crowd, { name: '没钱', words: ['欠薪'] }],
    ],
  }
  expect(foundIn(cueGroups, two, '工人被欠薪半年。')).toEqual(['工人被欠薪半年?'])
})

test('a word inside a longer one of another group counts once, as the longer', () => {
  const sets = [
    [
      { name: '甲', words: ['方案'] },
      { name: '乙', words: ['方案未批'] },
    ],
  ]
  expect(foundIn(cueGroups, { sets }, '方案未批。')).toEqual([])
})
