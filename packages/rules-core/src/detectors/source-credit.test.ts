import { describe, expect, test } from 'vitest'
import { draftOf } from '../testing/drafts.ts'
import { foundIn } from './found-in.ts'
import { sourceCredit } from './source-credit.ts'

const lists = {
  outlets: ['新华社', '重庆日报'],
  bodies: ['人民政府', '办公室', '局', '发布'],
  nobody: ['网络', '互联网', '不详', '无'],
  personal: ['知乎', '搜狐号'],
}

describe('sources in no list', () => {
  test.each([
    ['来源：重庆日报', []],
    ['（来源:新华社）', []],
    ['来源丨綦江发布', []],
    ['来源：綦江区人民政府网', []],
    ['来源：知乎用户', ['知乎用户']],
    ['来源：某某财经', ['某某财经?']],
    ['转自微信公众号“吃瓜小分队”', ['吃瓜小分队']],
    ['转自微信公众号“綦江发布”', []],
    ['来源：平安某地（中共某市委政法委员会官方公众号）', []],
    ['据某某网报道，当地下雨。', ['某某网?']],
    ['据新华社北京11月24日电', []],
    ['据有关部门消息，水位稳定。', []],
    ['资金来源：某某基金', []],
    ['数据来源：某某平台', []],
    ['来源：网络', []],
    ['供稿：民间智库“老周”个人博客，本站转发', ['民间智库“老周”个人博客?']],
    ['供稿：区农业农村委', []],
    ['文：张三　图：李四', []],
    ['内容整理自 会计大树论坛', ['会计大树论坛?']],
    ['表格出处：某某企服通', ['某某企服通?']],
    ['转发 @某某大v：明天停水', ['某某大v']],
    ['转发 @綦江发布：明天停水', []],
  ])('%s', (text, expected) => {
    expect(foundIn(sourceCredit, { find: 'unlisted', ...lists }, text)).toEqual(expected)
  })
})

describe('sources that name nobody', () => {
  test.each([
    ['来源：网络', ['网络']],
    ['图文来源于互联网，侵删。', ['互联网']],
    ['来源：网络安全和信息化委员会办公室', []],
    ['来源：无锡发布', []],
    ['来源：新华社', []],
    ['水来源：网络', []],
    ['出处：不详', ['不详']],
    ['（图片来自网络，侵删）', ['网络']],
    ['图片来源：区融媒体中心', []],
  ])('%s', (text, expected) => {
    expect(foundIn(sourceCredit, { find: 'unknown', ...lists }, text)).toEqual(expected)
  })
})

test('the field for the source counts without a label', () => {
  expect(foundIn(sourceCredit, { find: 'unknown', ...lists }, draftOf('正文', { source: '网络' }))).toEqual(['网络'])
  expect(foundIn(sourceCredit, { find: 'unlisted', ...lists }, draftOf('正文', { source: '来源：某某号' }))).toEqual(['某某号?'])
})

test('the source that a reprint is declared with counts where there is no field', () => {
  expect(foundIn(sourceCredit, { find: 'unlisted', ...lists }, draftOf('正文', {}, { reprintOf: '搜狐号' }))).toEqual(['搜狐号'])
})

test.each([
  ['转载：隔夜茶能不能喝', '首先看微生物。', ['转载?']],
  ['【转载】新规解读', '正文。', ['转载?']],
  ['【转载】新规解读', '正文。\n来源：新华社', []],
  ['转发市安委办关于做好防汛工作的通知', '请遵照执行。', []],
  ['转载须知', '本网欢迎转载。', []],
])('a title that says 转载 asks for a source: %s', (title, body, expected) => {
  expect(foundIn(sourceCredit, { find: 'unknown', ...lists }, draftOf(body, { title }))).toEqual(expected)
})
