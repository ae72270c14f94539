// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Found } from '../site.ts'
import { wechatMp } from './site.ts'

const EDITOR = new URL('https://mp.weixin.qq.com/cgi-bin/appmsg?t=media/appmsg_edit_v2&action=edit')
const BODY = '<div class="rich_media_content"><div class="ProseMirror" contenteditable="true">BODY</div></div>'
const TITLE = '<textarea id="title">旧题</textarea>'
const VISIBLE_TITLE = '<div class="title-editor__input"><div class="ProseMirror" contenteditable="true">新题</div></div>'
const SEND = '<span id="js_send"><button class="mass_send">发表</button></span>'

function page(html: string): Found {
  document.body.innerHTML = html
  return wechatMp.find(document, EDITOR)
}

function open(html: string) {
  const found = page(html)
  if (found.state !== 'ready') throw new Error(`not ready but ${found.state}`)
  return found.editors[0]!.open()
}

function texts(html: string) {
  return open(html)
    .read()
    .blocks.map(({ role, text }) => [role, text])
}

beforeEach(() => {
  // jsdom lays nothing out: here an element has room unless it says otherwise.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const side = Number(this.getAttribute('data-side') ?? 100)
    return new DOMRect(0, 0, side, side)
  })
})

describe('reading the editor', () => {
  test('title, summary, author and body', () => {
    const html = `${TITLE}<input id="author" value="办公室"><textarea id="js_description">摘要</textarea>${BODY.replace('BODY', '<p>一</p><p>二</p>')}`
    expect(texts(html)).toEqual([
      ['title', '旧题'],
      ['summary', '摘要'],
      ['author', '办公室'],
      ['body', '一'],
      ['body', '二'],
    ])
  })

  test('the rich title where there is one, and it is not taken for the body', () => {
    expect(texts(VISIBLE_TITLE + TITLE + BODY.replace('BODY', '<p>一</p>'))).toEqual([
      ['title', '新题'],
      ['body', '一'],
    ])
  })

  test.each([
    ['a placeholder', '<p><span class="editor_content_placeholder ProseMirror-widget">从这里开始写正文</span>一</p>', ['一']],
    ['widgets of the editor', '<p>一<img class="ProseMirror-separator" alt=""><br class="ProseMirror-trailingBreak"></p>', ['一']],
    ['an emoji picture as its words', '<p>好<img class="icon_emotion" alt="[微笑]">的</p>', ['好[微笑]的']],
    ['an ID number that tags split', '<p>1101051949<span leaf="">1231</span>002X</p>', ['11010519491231002X']],
    ['hidden text, which is checked too', '<p>一</p><p style="display:none">二</p>', ['一', '二']],
  ])('%s', (_, body, lines) => {
    expect(texts(BODY.replace('BODY', body)).map(([, text]) => text)).toEqual(lines)
  })

  test.each([
    ['the box of older builds', '<div id="ueditor_0"><div class="ProseMirror" contenteditable="true"><p>一</p></div></div>'],
    [
      'a picture post',
      `<div class="share-text__input"><div class="ProseMirror" contenteditable="true"><p>一</p></div></div>${BODY.replace('BODY', '')}`,
    ],
    [
      'the largest of several',
      `${BODY.replace('class="ProseMirror"', 'class="ProseMirror" data-side="0"').replace('BODY', '<p>旧</p>')}${BODY.replace('BODY', '<p>一</p>')}`,
    ],
  ])('the body in %s', (_, html) => {
    expect(texts(html)).toEqual([['body', '一']])
  })

  test('the body in an open shadow root', () => {
    document.body.innerHTML = '<div class="editor-v-root"></div>'
    document.querySelector('.editor-v-root')!.attachShadow({ mode: 'open' }).innerHTML = BODY.replace('BODY', '<p>一</p>')
    const found = wechatMp.find(document, EDITOR)
    expect(found.state === 'ready' && found.editors[0]!.open().read().blocks[0]!.text).toBe('一')
  })

  test('the body in the frame of the oldest editor', () => {
    document.body.innerHTML = '<iframe id="ueditor_0"></iframe>'
    const inner = (document.querySelector('#ueditor_0') as HTMLIFrameElement).contentDocument!
    inner.body.innerHTML = '<p>一</p>'
    inner.body.setAttribute('contenteditable', 'true')
    const found = wechatMp.find(document, EDITOR)
    expect(found.state === 'ready' && found.editors[0]!.open().read().blocks[0]!.text).toBe('一')
  })
})

describe('what a page is', () => {
  test.each([
    ['media/appmsg_edit_v2', true],
    ['media/appmsg_edit', true],
  ])('an editor is expected at t=%s', (t, expected) => {
    expect(wechatMp.expectsEditor(new URL(`https://mp.weixin.qq.com/cgi-bin/appmsg?t=${t}&action=edit`))).toBe(expected)
  })

  test.each(['/', '/cgi-bin/home?t=home/index', '/cgi-bin/appmsg?begin=0&action=list_card', '/s/abc'])('none is expected at %s', (path) => {
    expect(wechatMp.expectsEditor(new URL(path, 'https://mp.weixin.qq.com'))).toBe(false)
  })

  test('an editor page whose body is not known has changed', () => {
    expect(page(`${TITLE}${VISIBLE_TITLE}<div class="next-gen" contenteditable="true">一</div>${SEND}`)).toEqual({ state: 'changed' })
    expect(wechatMp.unrecognised(document, EDITOR).probe()).toBe('changed')
  })

  test('an editor that was taken out of the page is not ready any more', () => {
    const editor = open(BODY)
    expect(editor.probe()).toBe('ready')
    document.body.innerHTML = ''
    expect(editor.probe()).not.toBe('ready')
  })
})

test('the publish controls are those of the bar and of every dialog on the way, and nothing else', () => {
  const editor = open(`${BODY}${SEND}
    <span id="js_submit"><button>保存为草稿</button></span><span id="js_preview"><button>预览</button></span>
    <div class="new_mass_send_dialog"><button id="a">发表</button><button>取消</button></div>
    <div class="double_check_dialog"><button id="b"> 继续发表 </button></div>
    <div class="weui-desktop-dialog"><button id="c">无需声明并发表</button><button>去声明</button></div>
    <div class="weui-desktop-dialog">退出登录<button>确定</button></div>`)
  const names = [...editor.publishControls()].map((control) => control.id || control.className)
  expect(names).toEqual(['js_send', 'mass_send', 'a', 'b', 'c'])
})
