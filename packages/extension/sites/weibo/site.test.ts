// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import type { Found } from '../site.ts'
import { weibo } from './site.ts'

const SEND = '<button class="woo-button-main woo-button-primary"><span class="woo-button-content"> 发送 </span></button>'
const HOME = new URL('https://weibo.com/')
const ARTICLE = new URL('https://card.weibo.com/article/v5/editor')
const PLACEHOLDER = '有什么新鲜事想分享给大家？'
const composer = (text: string, attributes = `placeholder="${PLACEHOLDER}"`) =>
  `<div><div><textarea ${attributes}>${text}</textarea></div><div>${SEND}</div></div>`

function page(html: string, address = HOME): Found {
  document.body.innerHTML = html
  return weibo.find(document, address)
}

function posts(html: string): string[] {
  const found = page(html)
  if (found.state !== 'ready') return [found.state]
  return found.editors.map(({ open }) =>
    open()
      .read()
      .blocks.map(({ text }) => text)
      .join('\n'),
  )
}

describe('the composers of the home page', () => {
  test.each([
    ['by its placeholder', composer('今天植树')],
    ['by the class of the newer front end', composer('今天植树', 'class="_input_1fox3_8"')],
    ['by the class of the older front end', composer('今天植树', 'class="Form_input_3JT2Q"')],
    ['by its place in the page', `<div id="homeWrap">${composer('今天植树', '')}</div>`],
  ])('%s', (_, html) => {
    expect(posts(html)).toEqual(['今天植树'])
  })

  test('the one in the page and the one over it are checked apart', () => {
    expect(posts(`<main>${composer('甲')}</main><div class="woo-modal-wrap">${composer('乙')}</div>`)).toEqual(['甲', '乙'])
  })

  test('each stands in front of its own button only', () => {
    const found = page(`<main>${composer('甲')}</main><div class="woo-modal-wrap">${composer('乙')}</div>`)
    if (found.state !== 'ready') throw new Error(found.state)
    const [first, second] = found.editors.map(({ open }) => [...open().publishControls()])
    expect(first).toHaveLength(1)
    expect(second).toHaveLength(1)
    expect(first![0]).not.toBe(second![0])
  })

  test.each([
    [
      'a comment',
      '<div><textarea class="_input_x_1" placeholder="发布你的评论"></textarea><button class="woo-button-primary">评论</button></div>',
    ],
    [
      'a repost',
      '<div><textarea class="_input_x_1" placeholder="说说分享心得"></textarea><button class="woo-button-primary">转发</button></div>',
    ],
    ['a comment with a button that sends', `<div><textarea class="_input_x_1" placeholder="发布你的评论"></textarea>${SEND}</div>`],
    ['a private message', `<div><textarea placeholder="发送私信"></textarea>${SEND}</div>`],
    ['reading', '<article><p>一条微博</p></article>'],
  ])('%s is no business of ours', (_, html) => {
    expect(posts(html)).toEqual(['none'])
  })

  test('something written in beside 发送 that nobody knows has changed', () => {
    expect(page(`<div><div contenteditable="true">今天植树</div>${SEND}</div>`)).toEqual({ state: 'changed' })
    const editor = weibo.unrecognised(document, HOME)
    expect(editor.probe()).toBe('changed')
    expect([...editor.publishControls()]).toHaveLength(1)
  })
})

describe('the article editor', () => {
  test('title, lead and body', () => {
    const found = page(
      `<textarea placeholder="请输入标题"></textarea><textarea placeholder="导语（选填）"></textarea>
      <div class="ProseMirror" contenteditable="true"><p>一</p><p>好<img alt="[微笑]"></p></div>
      <div class="publish-modal"><textarea></textarea><button>取消</button><button>发布</button></div>`,
      ARTICLE,
    )
    if (found.state !== 'ready') throw new Error(found.state)
    const { root, open } = found.editors[0]!
    const [title, lead] = [...root.ownerDocument.querySelectorAll('textarea')]
    title!.value = '题'
    lead!.value = '导'
    const editor = open()
    expect(editor.read().blocks.map(({ role, text }) => [role, text])).toEqual([
      ['title', '题'],
      ['summary', '导'],
      ['body', '一'],
      ['body', '好[微笑]'],
    ])
    expect([...editor.publishControls()].map((control) => control.textContent)).toEqual(['发布'])
  })

  test('without a body it has changed', () => {
    expect(page('<textarea placeholder="请输入标题"></textarea>', ARTICLE)).toEqual({ state: 'changed' })
  })
})

test.each([
  ['https://weibo.com/', true],
  ['https://www.weibo.com/u/1234567890', true],
  ['https://card.weibo.com/article/v5/editor#/draft/1', true],
  ['https://card.weibo.com/article/v3/editor', true],
  ['https://card.weibo.com/other', false],
])('an editor is looked for at %s: %s', (address, expected) => {
  expect(weibo.expectsEditor(new URL(address))).toBe(expected)
})
