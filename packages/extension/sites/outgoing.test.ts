import { describe, expect, test } from 'vitest'
import { ruleFor } from './outgoing.ts'

const WECHAT = 'https://mp.weixin.qq.com/cgi-bin/appmsg?t=media/appmsg_edit_v2'
const WEIBO = 'https://weibo.com/'

describe('what a request means', () => {
  test.each([
    ['publish', 'POST', '/cgi-bin/masssend?t=ajax-response&token=1&is_release_publish_page=0', WECHAT],
    ['publish', 'POST', '/cgi-bin/masssend?action=time_send', WECHAT],
    ['publish', 'post', 'https://mp.weixin.qq.com//cgi-bin/%6dasssend', WECHAT],
    ['save', 'POST', '/cgi-bin/operate_appmsg?t=ajax-response&sub=update&type=77', WECHAT],
    ['save', 'POST', '/cgi-bin/operate_appmsg?sub=create', WECHAT],
    ['publish', 'POST', '/ajax/statuses/update', WEIBO],
    ['publish', 'POST', 'https://www.weibo.com/ajax/statuses/update', 'https://www.weibo.com/'],
    ['publish', 'POST', '/ajax/statuses/modify', WEIBO],
    ['save', 'POST', '/article/v5/aj/editor/draft/save?uid=1&id=2&_rid=x', 'https://card.weibo.com/article/v5/editor'],
    ['publish', 'POST', '/article/v5/aj/editor/draft/publish?id=2', 'https://card.weibo.com/article/v5/editor'],
    ['publish', 'POST', '/article/v3/aj/editor/draft/publishtiming?id=2', 'https://card.weibo.com/article/v3/editor'],
  ])('%s: %s %s', (act, method, address, base) => {
    expect(ruleFor(method, address, base)?.rule.act).toBe(act)
  })

  test.each([
    ['the check for originality', 'POST', '/cgi-bin/masssend?action=get_appmsg_copyright_stat', WECHAT],
    ['a deletion', 'POST', '/cgi-bin/operate_appmsg?sub=del', WECHAT],
    ['a preview', 'POST', '/cgi-bin/operate_appmsg?sub=preview', WECHAT],
    ['reading', 'GET', '/cgi-bin/masssendpage?f=json', WECHAT],
    ['another page of the same word', 'POST', '/cgi-bin/masssendpage', WECHAT],
    ['a comment', 'POST', '/ajax/comments/create', WEIBO],
    ['a repost', 'POST', '/ajax/statuses/normal_repost', WEIBO],
    ['the same path on another host', 'POST', 'https://example.test/ajax/statuses/update', WEIBO],
    ['an address that is none', 'POST', 'https://', WEIBO],
  ])('%s passes', (_, method, address, base) => {
    expect(ruleFor(method, address, base)).toBeUndefined()
  })
})

describe('what a request carries', () => {
  const carried = (address: string, base: string, fields: Record<string, string>) => {
    const found = ruleFor('POST', address, base)!
    return {
      texts: found.rule.texts?.(fields),
      key: found.rule.draftKey?.(fields, found.query),
      scheduled: found.rule.scheduled?.(fields, found.query) ?? false,
    }
  }

  test('every article of a WeChat save, under the draft it names', () => {
    const fields = {
      AppMsgId: '100',
      title0: '一',
      content0: '<p>甲</p>',
      digest0: '摘',
      author0: '办',
      title1: '二',
      content1: '<p>乙</p>',
    }
    expect(carried('/cgi-bin/operate_appmsg?sub=update', WECHAT, fields)).toEqual({
      key: '100',
      scheduled: false,
      texts: [
        { title: '一', summary: '摘', author: '办', html: '<p>甲</p>' },
        { title: '二', summary: '', author: '', html: '<p>乙</p>' },
      ],
    })
  })

  test('a mass-send names its draft and carries no text', () => {
    expect(carried('/cgi-bin/masssend?action=time_send', WECHAT, { appmsgid: '100' })).toEqual({
      key: '100',
      scheduled: true,
      texts: undefined,
    })
    expect(carried('/cgi-bin/masssend', WECHAT, { appmsgid: '100', send_time: '0' }).scheduled).toBe(false)
  })

  test('a Weibo post is its content, and a post without content is unknown, not empty', () => {
    expect(carried('/ajax/statuses/update', WEIBO, { content: '今天植树' }).texts).toEqual([{ plain: '今天植树' }])
    expect(carried('/ajax/statuses/update', WEIBO, {}).texts).toEqual([])
  })

  test.each([
    [{ base_resp: { ret: 0 }, appMsgId: 100 }, { key: '100' }],
    [{ ret: '0', appMsgId: '100' }, { key: '100' }],
    [{ base_resp: { ret: 200002 } }, undefined],
    ['not an object', undefined],
  ])('a save answered with %j', (answer, accepted) => {
    expect(ruleFor('POST', '/cgi-bin/operate_appmsg?sub=create', WECHAT)!.rule.savedAs!(answer)).toEqual(accepted)
  })
})
