import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'
import { mixedPunctuation } from './mixed-punctuation.ts'

test.each([
  ['请各单位按时报送,逾期不候。各科室要高度重视，认真落实，及时反馈，确保质量。', ['送,逾?']],
  ['今天开会,明天落实,后天检查', ['会,明?']],
  ['会议要求，各单位要抓好落实，压实责任，形成合力.', ['力.?']],
  ['报名时间：3月1日至5日，共1,200人，网址www.cq.gov.cn，邮箱a@b.cn。', []],
  ['(一)申报条件：年满18周岁。', []],
])('%s', (text, expected) => {
  expect(foundIn(mixedPunctuation, {}, text)).toEqual(expected)
})
