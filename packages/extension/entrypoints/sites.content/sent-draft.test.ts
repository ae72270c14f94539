// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { SentText } from '../../sites/outgoing.ts'
import { sentDraft } from './sent-draft.ts'

const read = (...texts: SentText[]) =>
  sentDraft(texts, { surface: 'wechat' }).blocks.map(({ role, text, hidden }) => [role, text, ...(hidden ? ['hidden'] : [])])

test('an article with its fields', () => {
  expect(read({ title: '题', summary: '摘', author: '办', html: '<section><p>一<span leaf="">二</span></p></section>' })).toEqual([
    ['title', '题'],
    ['summary', '摘'],
    ['author', '办'],
    ['body', '一二'],
  ])
})

test('entities are read once, hidden text is kept, scripts are not read', () => {
  expect(read({ html: '<p>&lt;甲&gt;</p><p style="display:none">乙</p><script>丙</script>' })).toEqual([
    ['body', '<甲>'],
    ['body', '乙', 'hidden'],
  ])
})

test('an emoji picture is the words it stands for', () => {
  expect(read({ html: '<p>好<img class="icon_emotion" alt="[微笑]"></p>' })).toEqual([['body', '好[微笑]']])
})

test('a post is its lines', () => {
  expect(read({ plain: '一\n二' })).toEqual([
    ['body', '一'],
    ['body', '二'],
  ])
})

test('an article and the post that announces it are read together', () => {
  expect(read({ title: '题', html: '<p>一</p>' }, { plain: '请看\n文章' })).toEqual([
    ['title', '题'],
    ['body', '一'],
    ['body', '请看'],
    ['body', '文章'],
  ])
})

test('of several articles none is left out', () => {
  expect(read({ title: '一', html: '<p>甲</p>' }, { title: '二', summary: '摘', html: '<p>乙</p>' })).toEqual([
    ['title', '一'],
    ['body', '甲'],
    ['body', '二'],
    ['body', '摘'],
    ['body', '乙'],
  ])
})
