import { describe, expect, test } from 'vitest'
import { cueGroups } from './cue-groups.ts'
import { foundIn, hitsIn } from './found-in.ts'

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

describe('a set with a distance', () => {
  const near = {
    within: 10,
    groups: [
      { name: '抬高', words: ['刷到', '顶到'] },
      { name: '数据', words: ['阅读量', '粉丝'] },
    ],
  }

  test.each([
    ['把阅读量刷到一万，再报上来', ['阅读量刷到?']],
    ['粉丝很多，于是想办法把阅读量刷到一万', ['阅读量刷到?']],
    ['阅读量不够的，请在本周五下班之前想办法刷到一万', []],
    ['阅读量不够。刷到一万', []],
  ])('%s', (text, expected) => {
    expect(foundIn(cueGroups, { sets: [near] }, text)).toEqual(expected)
  })

  test('one sentence is one hit, of the first set whose hit stands', () => {
    const contexts = [{ at: 'near', side: 'before', reach: 4, when: ['严禁'], effect: 'drop', says: '是禁止' }]
    expect(foundIn(cueGroups, { sets: [near, [crowd, act]], contexts }, '严禁刷到阅读量，业主堵路、聚集')).toEqual([
      '严禁刷到阅读量，业主堵路、聚集?',
    ])
  })
})

describe('groups of expressions', () => {
  const shop = { name: '商家', like: ['[\\u4e00-\\u9fff](?:店|馆)(?!员)'] }
  const price = { name: '价钱', like: ['\\d{1,5}元[一每]?[杯碗只]'] }
  const gift = { name: '送东西', words: ['赠送', '免单'] }
  const some = { sets: [{ groups: [shop, price, gift], atLeast: 2 }] }

  test.each([
    ['街口茶馆新开，15元一杯。', ['街口茶馆新开，15元一杯?']],
    ['街口茶馆新开，赠送茶点。', ['街口茶馆新开，赠送茶点?']],
    ['街口茶馆新开。15元一杯。', []],
    ['茶馆、饭馆、客店都要检查。', []],
  ])('%s', (text, expected) => {
    expect(foundIn(cueGroups, some, text)).toEqual(expected)
  })

  test('the trace shows the words that were found, not the expressions', () => {
    const traces = hitsIn(cueGroups, some, '茶馆15元一杯').map(({ trace }) => trace?.map(({ text }) => text))
    expect(traces).toEqual([['商家：茶馆', '价钱：15元一杯']])
  })

  test('all groups of a set are asked for before it wakes; of n in k the rarest are', () => {
    const [all] = cueGroups.witness!({ sets: [[gift, crowd]] })
    expect(all).toEqual([{ words: gift.words }, { words: crowd.words }])
    const [any] = cueGroups.witness!({ sets: [{ groups: [gift, crowd, act], atLeast: 2 }] })
    expect(any).toHaveLength(1)
    expect(any![0]!.words).toHaveLength(gift.words.length + crowd.words.length)
  })
})
