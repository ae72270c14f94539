import { expect, test } from 'vitest'
import { draftOf } from '../testing/drafts.ts'
import { foundIn } from './found-in.ts'
import { topicWords } from './topic-words.ts'

const options = {
  topics: [{ name: '菜谱', words: ['生抽', '老抽', '焯水', '收汁', '冰糖'], atLeast: 3, unless: ['食品安全'] }],
}

test.each([
  ['锅里放冰糖，加生抽、老抽，收汁。', ['冰糖，加生抽、老抽，收汁?']],
  ['焯水。\n放冰糖和生抽。\n好吃。', ['冰糖和生抽?']],
  ['加生抽，再加生抽，又加生抽。', []],
  ['生抽、老抽抽检合格，冰糖抽检合格，食品安全有保障。', []],
  ['今天开会。', []],
])('%s', (text, expected) => {
  expect(foundIn(topicWords, options, draftOf(text))).toEqual(expected)
})
